interface KeyOptions {
  isOpen: () => boolean;
  /** Escape that no part of the panel used. */
  onEscape: () => void;
}

/**
 * Keeps keys to the panel. From outside, typing in a shadow root looks like typing on the page: its single-key shortcuts
 * would fire. Listeners of the page that capture still see them; nothing can change that.
 */
export const containKeys = (root: ShadowRoot, { isOpen, onEscape }: KeyOptions, signal: AbortSignal): void => {
  const stop = (event: Event) => {
    const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
    if (isEscape && !isOpen()) return;
    event.stopPropagation();
    if (isEscape && event.type === 'keydown' && !event.defaultPrevented) {
      event.preventDefault();
      onEscape();
    }
  };
  for (const type of ['keydown', 'keypress', 'keyup', 'input']) root.addEventListener(type, stop, { signal });
};
