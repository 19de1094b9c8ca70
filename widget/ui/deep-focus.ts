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
