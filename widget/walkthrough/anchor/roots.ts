/** The guide's own layer: nothing points at it. */
export const ownLayer = 'data-tierzero-guide';

/** A frame of the same origin is a document like the page's own; of another one there is nothing to see. */
const documentIn = (element: Element): Document | null => {
  try {
    return (element as Partial<HTMLIFrameElement>).contentDocument ?? null;
  } catch {
    return null;
  }
};

/** A document, and every open shadow root and same-origin frame in it, whichever way they are nested. */
export const rootsOf = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap((element) => {
    const inner = element.shadowRoot ?? (/^i?frame$/.test(element.localName) ? documentIn(element) : null);
    return inner ? rootsOf(inner) : [];
  }),
];
