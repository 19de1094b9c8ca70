/** The guide's own layer in the widget's shadow root: nothing points at it. */
export const ownLayer = '.tz.guide';

/** A document, and every open shadow root and same-origin frame in it, whichever way they are nested. */
export const rootsOf = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => [
  root,
  ...[...root.querySelectorAll('*')].flatMap((element) => {
    // Of a frame of another origin there is nothing to see.
    const inner = element.shadowRoot ?? (element as Partial<HTMLIFrameElement>).contentDocument;
    return inner ? rootsOf(inner) : [];
  }),
];
