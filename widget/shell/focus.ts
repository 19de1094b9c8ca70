import { deepFocus } from '../ui/deep-focus.ts';

/** Remembers where the person was and brings them back. */
export const createReturn = (launcher: HTMLElement | undefined) => {
  let from: Element | null = null;
  return {
    remember() {
      from = deepFocus();
    },
    /** To where they came from; to the launcher when that is gone or was nothing. */
    restore() {
      const target = from instanceof HTMLElement && from.isConnected && from !== document.body ? from : launcher;
      from = null;
      target?.focus({ preventScroll: true });
    },
  };
};

/** Moves focus to what has come: the field on the first screen, else the view's first heading. */
export const arrive = (panel: HTMLElement): void => {
  const view = panel.querySelector('.place');
  const target = view?.querySelector<HTMLElement>('[data-arrive], input, textarea, h2, h3') ?? panel;
  if (!target.matches('input, textarea, button, a')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
};
