import type { State } from './state.ts';

/** Takes over the loader's button: its states, its words, its look in every theme. Undefined with `data-launcher="none"`. */
export const takeLauncher = (
  root: ShadowRoot,
  options: DOMStringMap,
  state: State,
  signal: AbortSignal,
): HTMLElement | undefined => {
  const launcher = root.querySelector('button');
  if (!launcher) return undefined;
  // A verb that is under way shows in it.
  launcher.style.cssText = `opacity:${launcher.style.opacity}`;
  launcher.className = 'launcher';
  launcher.dataset['side'] = options['launcher'] ?? 'end';
  launcher.ariaHasPopup = 'dialog';

  const show = () => {
    const { t } = state.language.get();
    const label = options['label'] || t('launcher.label');
    const count = state.unread.get();
    launcher.textContent = label;
    launcher.ariaExpanded = String(state.open.get());
    // The number is drawn by CSS; the name says what it counts.
    launcher.dataset['unread'] = count ? String(count) : '';
    launcher.ariaLabel = count ? t('launcher.unread', { label, count }) : null;
  };
  const ends = [state.language.on(show), state.open.on(show), state.unread.on(show)];
  signal.addEventListener('abort', () => {
    for (const end of ends) end();
  });
  show();
  return launcher;
};
