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

/** It takes up room and nothing around it hides it. Where it is scrolled to does not matter. */
export const isVisible = (element: Element): boolean => {
  const { width, height } = element.getBoundingClientRect();
  if (width <= 0 || height <= 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
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

/** Its middle is out of sight: beyond the edge of the page, or of something in it that scrolls by itself. */
export const isAway = (element: Element): boolean => {
  const { defaultView: view, body } = element.ownerDocument;
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2] as const;
  if (x < 0 || y < 0 || x > view!.innerWidth || y > view!.innerHeight) return true;
  for (let at = parentOf(element); at && at !== body; at = parentOf(at)) {
    const { left, top, right, bottom } = at.getBoundingClientRect();
    const isOut = x < left || x > right || y < top || y > bottom;
    if (isOut && /auto|scroll/.test(getComputedStyle(at).overflow)) return true;
  }
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
  return seen && !isAway(element);
};
