/** The focused element, through open shadow roots and same-origin frames. */
export const deepFocus = (): Element | null => {
  let at = document.activeElement;
  for (;;) {
    const frame = (at as Partial<HTMLIFrameElement> | null)?.contentDocument;
    const inner = at?.shadowRoot?.activeElement ?? frame?.activeElement;
    if (!inner) return at;
    at = inner;
  }
};

const takesFocus = 'a[href],button,input,select,textarea,summary,[contenteditable],[tabindex]';

/** Focuses an element or the first one in it that can be; answers whether one took it. */
export const focusWithin = (element: HTMLElement): boolean => {
  const target = element.matches(takesFocus) ? element : element.querySelector<HTMLElement>(takesFocus);
  target?.focus({ preventScroll: true });
  return target !== null && deepFocus() === target;
};
