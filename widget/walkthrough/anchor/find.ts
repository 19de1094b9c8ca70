import type { Anchor } from '../../../content/schema/anchor.ts';
import { ownLayer, rootsOf } from './roots.ts';
import { isVisible } from './visible.ts';

export interface Found {
  element: HTMLElement;
  /** What found it: anything but the name may be gone after the next change of the page. */
  by: 'name' | 'selector' | 'role';
}

const select = (root: ParentNode, selector: string): HTMLElement[] => {
  try {
    return [...root.querySelectorAll<HTMLElement>(selector)];
  } catch {
    // No selector in this browser.
    return [];
  }
};

type HasLabel = (element: Element, label: string) => boolean;

/** Looking by role and label is code that comes when it is needed: a page that has its names does without. */
let hasLabel: HasLabel = () => {
  hasLabel = () => false;
  void import('./label.ts').catch(() => {});
  return false;
};

/** It is there now. */
export const lookByLabel = (has: HasLabel): void => {
  hasLabel = has;
};

/**
 * The first visible element that an anchor means: by name, else by selector, else by role and label, each in the whole
 * page with its open shadow roots and same-origin frames.
 */
export const findAnchor = (anchor: Anchor, document: Document): Found | undefined => {
  let inner: (Document | ShadowRoot)[] | undefined;
  const first = (by: Found['by'], selector: string, fits: (element: Element) => boolean = () => true) => {
    const isIt = (element: Element) => fits(element) && !element.closest(ownLayer) && isVisible(element);
    // The page itself first: walking through everything in it costs more than most steps need.
    let element = select(document, selector).find(isIt);
    if (!element) {
      inner ??= rootsOf(document).slice(1);
      element = inner.flatMap((root) => select(root, selector)).find(isIt);
    }
    return element && { element, by };
  };
  const { name, selector, among, label = '' } = anchor;
  return (
    (name && first('name', `[data-tierzero-anchor="${name}"]`)) ||
    (selector && first('selector', selector)) ||
    (among && first('role', among, (element) => hasLabel(element, label))) ||
    undefined
  );
};
