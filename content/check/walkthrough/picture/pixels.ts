/** A picture in memory: red, green, blue and alpha of each pixel, row by row. */
export interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Pixels of another look: one whose colour differs by more than an eye forgives. */
export function differing(a: Pixels, b: Pixels, tolerance: number): number {
  if (a.width !== b.width || a.height !== b.height) return Math.max(a.width * a.height, b.width * b.height);
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    const differs = [0, 1, 2, 3].some((channel) => Math.abs(a.data[at + channel]! - b.data[at + channel]!) > tolerance);
    if (differs) count += 1;
  }
  return count;
}
