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
