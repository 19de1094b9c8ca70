const sheets = new Map<string, CSSStyleSheet>();

/** Adds a stylesheet to a shadow root once; the same text shares one sheet. Needs no `style-src` of the host page. */
export const adopt = (root: ShadowRoot, css: string): void => {
  let sheet = sheets.get(css);
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
};
