import { rootsOf } from '../anchor/roots.ts';

interface Watcher {
  /** The own layer: what changes in it is no news. */
  layer: Element;
  /** Something may be another way than it was. */
  onChange: () => void;
  /** Something may be elsewhere than it was. */
  onMove: () => void;
  /** A person did something in a document or shadow root. */
  onAct: (event: Event) => void;
  signal: AbortSignal;
}

/** What no event tells, such as a shadow root that is attached late or a rule of a style sheet. */
const pollMs = 500;

const moving = ['scroll', 'transitionrun', 'transitionend', 'animationstart', 'animationend', 'load'];
/** `change` does not leave a shadow root; these are heard at the window of the document. */
const acting = ['click', 'focusout', 'keydown', 'pointerdown', 'input'];

/** Watches a page with all its open shadow roots and same-origin frames, those that come later included. */
export const watchPage = ({ layer, onChange, onMove, onAct, signal }: Watcher): void => {
  const known = new WeakSet<Node>();
  const observer = new MutationObserver((records) => {
    const news = records.filter(({ target }) => !layer.contains(target));
    if (news.length === 0) return;
    if (news.some(({ addedNodes }) => addedNodes.length > 0)) follow();
    onChange();
  });
  const follow = () => {
    for (const root of rootsOf(document)) {
      if (known.has(root)) continue;
      known.add(root);
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
      const options = { capture: true, passive: true, signal };
      for (const type of moving) root.addEventListener(type, onMove, options);
      root.addEventListener('change', onAct, options);
      const view = (root as Document).defaultView;
      // Not passive: a key of ours is nobody else's.
      if (view) for (const type of acting) view.addEventListener(type, onAct, { capture: true, signal });
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

  // A route without either changes the page as well, or is seen by the poll.
  for (const type of ['popstate', 'pageshow']) addEventListener(type, onChange, { signal });
  addEventListener('resize', onMove, { signal });
  for (const type of ['resize', 'scroll']) visualViewport?.addEventListener(type, onMove, { signal });
  follow();
};
