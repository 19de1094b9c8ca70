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
    let most = 0;
    for (let channel = at; channel < at + 4; channel++)
      most = Math.max(most, Math.abs(a.data[channel]! - b.data[channel]!));
    if (most > tolerance) count += 1;
  }
  return count;
}
