import type { Box } from '../../../../widget/walkthrough/anchor/visible.ts';
import type { Pixels } from './pixels.ts';

const colour = [224, 82, 6] as const;
const halo = [255, 255, 255] as const;
/** In CSS pixels: from the element to the ring, its width, that of the halo on either side, and the corners' radius. */
const gap = 4;
const width = 3;
const rim = 1.5;
const radius = 8;

/**
 * Marks an element by a ring around it. It is drawn on the picture and not in the page: no policy, no style and no top
 * layer of the app has a say in it, and nothing that the app watches changes.
 */
export function drawRing(pixels: Pixels, box: Box, scale: number): void {
  const most = { width: pixels.width / scale, height: pixels.height / scale };
  // What reaches beyond the picture is marked at its edge.
  const left = Math.max(rim, box.left - gap - width);
  const top = Math.max(rim, box.top - gap - width);
  const right = Math.min(most.width - rim, box.left + box.width + gap + width);
  const bottom = Math.min(most.height - rim, box.top + box.height + gap + width);
  const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
  const [halfX, halfY] = [(right - left) / 2, (bottom - top) / 2];
  const corner = Math.min(radius + gap, halfX, halfY);
  const reach = (value: number, size: number) => Math.min(size, Math.max(0, Math.round(value * scale)));

  for (let y = reach(top - rim - 1, pixels.height); y < reach(bottom + rim + 1, pixels.height); y++) {
    for (let x = reach(left - rim - 1, pixels.width); x < reach(right + rim + 1, pixels.width); x++) {
      // Distance to the edge of a rectangle with round corners, outside positive.
      const [awayX, awayY] = [
        Math.abs((x + 0.5) / scale - middleX) - halfX + corner,
        Math.abs((y + 0.5) / scale - middleY) - halfY + corner,
      ];
      const outside = Math.hypot(Math.max(awayX, 0), Math.max(awayY, 0)) + Math.min(Math.max(awayX, awayY), 0) - corner;
      const inRing = Math.abs(outside + width / 2) - width / 2;
      blend(pixels, { x, y }, halo, covered(inRing - rim, scale) * 0.9);
      blend(pixels, { x, y }, colour, covered(inRing, scale));
    }
  }
}

/** How much of a pixel is within, by its distance to the edge. */
const covered = (distance: number, scale: number): number => Math.min(1, Math.max(0, 0.5 - distance * scale));

function blend(
  { width, data }: Pixels,
  { x, y }: { x: number; y: number },
  paint: readonly [number, number, number],
  share: number,
): void {
  if (share <= 0) return;
  const at = (y * width + x) * 4;
  for (const [channel, value] of paint.entries())
    data[at + channel] = Math.round(data[at + channel]! * (1 - share) + value * share);
}
