import { rootsOf } from '../anchor/roots.ts';

/** What no event tells, such as a shadow root that is attached late or a rule of a style sheet. */
const pollMs = 500;

/**
 * Watches a page with all its open shadow roots and same-origin frames, those that come later included: something may be
 * another way than it was, or elsewhere, or a person did something. What changes in the own layer is no news.
 */
export const watchPage = (
  layer: Element,
  signal: AbortSignal,
  onChange: () => void,
  onMove: () => void,
  onAct: (event: Event) => void,
): void => {
  const known = new WeakSet<Node>();
  const on = (target: EventTarget | null | undefined, types: string, hear: (event: Event) => void) => {
    for (const type of types.split(' ')) target?.addEventListener(type, hear, { capture: true, signal });
  };
  const observer = new MutationObserver((records) => {
    const news = records.filter(({ target }) => !layer.contains(target));
    if (news.some(({ addedNodes }) => addedNodes.length > 0)) follow();
    if (news.length > 0) onChange();
  });
  const follow = () => {
    for (const root of rootsOf(document)) {
      if (known.has(root)) continue;
      known.add(root);
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      on(root, 'scroll transitionstart animationstart load', onMove);
      // Neither leaves a shadow root that the focus stays in; the others are heard at the window of the document.
      on(root, 'change focusout', onAct);
      // A route changes the page as well, or is seen by the poll.
      on((root as Document).defaultView, 'click keydown keyup pointerdown input pagehide', onAct);
    }
  };
  const poll = setInterval(() => {
    if (document.hidden) return;
    follow();
    onChange();
  }, pollMs);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(poll);
  });
  on(visualViewport, 'resize scroll', onMove);
  follow();
};
