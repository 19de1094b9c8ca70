import type { Box } from '../../../../widget/walkthrough/anchor/visible.ts';
import type { Pixels } from './pixels.ts';

/** Paints over a part of a picture, in one grey: what is there is another thing in every picture. */
export function paintOver(
  { width, height, data }: Pixels,
  box: Box,
  { scale, grey }: { scale: number; grey: number },
): void {
  const reach = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value * scale)));
  const [left, right] = [reach(box.left, width), reach(box.left + box.width, width)];
  for (let y = reach(box.top, height); y < reach(box.top + box.height, height); y++) {
    for (let x = left; x < right; x++) data.set([grey, grey, grey, 255], (y * width + x) * 4);
  }
}
