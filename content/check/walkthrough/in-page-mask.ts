import { spaced } from '../../../widget/walkthrough/anchor/label.ts';
import { rootsOf } from '../../../widget/walkthrough/anchor/roots.ts';
import { type Box, boxOf, isCovered, isVisible } from '../../../widget/walkthrough/anchor/visible.ts';

/** What changes by itself: times, and what authors of the page have marked. */
const changing = 'time,[data-tierzero-mask]';
/** As wide in every picture as in any other. */
const said = '00:00';

interface Kept {
  node: Text;
  before: string;
  now: string;
}
let kept: Kept[] = [];

const masked = (): Element[] =>
  rootsOf(document)
    .flatMap((root) => [...root.querySelectorAll(changing)])
    .filter(isVisible);

function textsOf(element: Element): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode.nodeValue?.trim()) texts.push(walker.currentNode as Text);
  return texts;
}

/** Texts that change say the same, until `unmask`: what stands beside them stays where it is. */
export function mask(): void {
  unmask();
  // A part of the page with more in it than text keeps that, and its size; it is painted over.
  for (const element of masked().filter((one) => one.localName === 'time' || one.childElementCount === 0)) {
    for (const [place, node] of textsOf(element).entries()) {
      const now = place === 0 ? said : '';
      kept.push({ node, before: node.data, now });
      node.data = now;
    }
  }
}

/** What the page has written anew meanwhile is its own. */
export function unmask(): void {
  for (const { node, before, now } of kept) if (node.data === now) node.data = before;
  kept = [];
}

/** A text of an element without what changes by itself in it; the whole where nothing else is. */
export function steady(element: Element, text: string): string {
  const changes = [...element.querySelectorAll(changing)].map(({ textContent }) => spaced(textContent)).filter(Boolean);
  return changes.reduce((rest, one) => spaced(rest.replace(one, () => ' ')), text) || text;
}

/** Where something is to be painted over; nothing behind what lies over it. */
export const masks = (): Box[] =>
  masked()
    .filter((element) => !isCovered(element))
    .map(boxOf);
