import type { Box } from '../../../../widget/walkthrough/anchor/visible.ts';

interface Size {
  width: number;
  height: number;
}

/** What a picture shows at least, in CSS pixels; a larger element gets a larger one. */
const usual: Size = { width: 720, height: 450 };
const margin = 24;

/** The part of the viewport that a picture shows: the element in its middle, as far as the viewport goes. */
export function clipAround(box: Box | undefined, viewport: Size): Box {
  const across = span(box && [box.left, box.width], usual.width, viewport.width);
  const down = span(box && [box.top, box.height], usual.height, viewport.height);
  return { left: across.start, top: down.start, width: across.size, height: down.size };
}

/** Even numbers, so that a picture of one and a half pixels to each has whole ones. */
function span(target: [start: number, size: number] | undefined, least: number, most: number) {
  const [start, length] = target ?? [0, most];
  const wanted = target ? Math.max(least, length + 2 * margin) : least;
  const size = even(Math.min(most, wanted));
  const middle = start + length / 2;
  return { start: even(Math.min(Math.max(0, middle - size / 2), most - size)), size };
}

const even = (value: number): number => 2 * Math.floor(value / 2);
