import { parentOf, surrounds } from './parent.ts';

/** A rectangle in the page's own viewport. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The frame that a document is in, of the same origin. */
export const frameOf = (element: Element): Element | null => element.ownerDocument.defaultView?.frameElement ?? null;

/** Where an element is in the page's viewport; frames around it are added up. */
export const boxOf = (element: Element): Box => {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = frameOf(element);
  if (!frame) return { left, top, width, height };
  const outer = boxOf(frame);
  return { left: outer.left + frame.clientLeft + left, top: outer.top + frame.clientTop + top, width, height };
};

/** Something around it has no room at all for what it holds, as a list that is folded in, or is a drawer beside the page. */
const isPutAway = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { overflow, position } = getComputedStyle(at);
    const { left, right, width, height } = at.getBoundingClientRect();
    if (/hidden|clip/.test(overflow) && !(width && height)) return true;
    if (position === 'fixed' && width && (right <= 0 || left >= innerWidth)) return true;
  }
  return false;
};

/** In something that nobody can use for now, as the page under a dialog. */
export const isInert = (element: Element): boolean => {
  for (let at: Element | null = element; at; at = parentOf(at) ?? frameOf(at)) if (at.matches('[inert]')) return true;
  return false;
};

/** It takes up room and nothing around it hides it. Where it is scrolled to does not matter. */
export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  if (!width || !height || !element.checkVisibility({ visibilityProperty: true })) return false;
  if (isPutAway(element)) return false;
  const frame = frameOf(element);
  return !frame || isVisible(frame);
};

const topAt = (document: Document, x: number, y: number): Element | null => {
  let hit = document.elementFromPoint(x, y);
  for (;;) {
    const inner = hit?.shadowRoot?.elementFromPoint(x, y);
    // A slotted element is not in the shadow root that shows it.
    if (!inner || !hit?.shadowRoot?.contains(inner)) return hit;
    hit = inner;
  }
};

/** Of five places in a box, as shares of its sides. */
const places = [
  [0.5, 0.5],
  [0.2, 0.2],
  [0.8, 0.2],
  [0.2, 0.8],
  [0.8, 0.8],
] as const;

/** More of it would be in sight elsewhere: it sticks out on one side and not on the other. A line's width is no matter. */
const sticksOut = (inner: DOMRect, { left, top, right, bottom }: DOMRect): boolean =>
  inner.left < left - 4 !== inner.right > right + 4 || inner.top < top - 4 !== inner.bottom > bottom + 4;

/** A box of it, by default its own, is not all in sight: beyond the edge of the page, or of something that can be scrolled. */
export const isAway = (element: Element, box = element.getBoundingClientRect()): boolean => {
  const { defaultView: view, body } = element.ownerDocument;
  if (sticksOut(box, new DOMRect(0, 0, view!.innerWidth, view!.innerHeight))) return true;
  for (let at = parentOf(element); at && at !== body; at = parentOf(at))
    if (sticksOut(box, at.getBoundingClientRect()) && /auto|scroll|hidden/.test(getComputedStyle(at).overflow))
      return true;
  const frame = frameOf(element);
  return frame !== null && isAway(frame);
};

/**
 * Something else lies over it, wherever it is in view. A label over its field is no cover, and neither is what lets clicks
 * through; nor is what `ignore` holds, the widget's own host.
 */
export const isCovered = (element: Element, ignore?: Element): boolean => {
  const document = element.ownerDocument;
  const { left, top, width, height } = element.getBoundingClientRect();
  let seen = false;
  for (const [x, y] of places) {
    const hit = topAt(document, left + width * x, top + height * y);
    if (!hit) continue;
    const label = hit.closest('label');
    if (surrounds(element, hit) || surrounds(hit, element) || (label && label.control === element)) {
      const frame = frameOf(element);
      return frame ? isCovered(frame, ignore) : false;
    }
    if (ignore && surrounds(ignore, hit)) return false;
    seen = true;
  }
  return seen && !isAway(element, new DOMRect(left + width / 2, top + height / 2));
};
