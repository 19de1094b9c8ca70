import { inflateSync } from 'node:zlib';
import type { Pixels } from './pixels.ts';

/** Samples to a pixel by colour type (PNG, 11.2.1): grey, RGB, palette, grey with alpha, RGB with alpha. */
const samples: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads a PNG of 8 bits a sample that is not interlaced, which is what browsers and `encode.ts` write; else nothing. */
export function decodePng(bytes: Uint8Array): Pixels | undefined {
  try {
    return pixelsOf(chunksOf(Buffer.from(bytes)));
  } catch {
    return undefined;
  }
}

function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    const before = chunks.get(name);
    chunks.set(name, before ? Buffer.concat([before, data]) : data);
    at += length + 12;
  }
  return chunks;
}

function pixelsOf(chunks: Map<string, Buffer>): Pixels | undefined {
  const head = chunks.get('IHDR');
  const packed = chunks.get('IDAT');
  if (!head || !packed || head[8] !== 8 || head[12] !== 0) return undefined;
  const [width, height, type] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9]!];
  const size = samples[type];
  // No picture of a page is larger; one that says so is damaged.
  if (!size || width * height > 100_000_000) return undefined;
  const rows = unfiltered(inflateSync(packed), { stride: width * size, height, size });
  return { width, height, data: coloured(rows, { type, size, count: width * height, chunks }) };
}

interface Coding {
  type: number;
  size: number;
  count: number;
  chunks: Map<string, Buffer>;
}

/** Half a million pixels and more: nothing is made for each of them. */
function coloured(rows: Uint8Array, { type, size, count, chunks }: Coding): Uint8Array {
  const data = new Uint8Array(count * 4);
  const palette = type === 3 ? chunks.get('PLTE') : undefined;
  const alphas = palette && chunks.get('tRNS');
  const source = palette ?? rows;
  const hasAlpha = type === 4 || type === 6;
  /** From one sample of a pixel to the next; grey has one for all three. */
  const step = type === 0 || type === 4 ? 0 : 1;
  for (let from = 0, to = 0; to < data.length; from += size, to += 4) {
    const at = palette ? rows[from]! * 3 : from;
    data[to] = source[at]!;
    data[to + 1] = source[at + step]!;
    data[to + 2] = source[at + 2 * step]!;
    data[to + 3] = hasAlpha ? rows[from + size - 1]! : (alphas?.[rows[from]!] ?? 255);
  }
  return data;
}

/** Takes back what PNG does to rows so that they pack well (PNG, 9.2). */
function unfiltered(
  raw: Uint8Array,
  { stride, height, size }: { stride: number; height: number; size: number },
): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const start = y * stride;
    const from = y * (stride + 1) + 1;
    const filter = raw[from - 1]!;
    for (let x = 0; x < stride; x++) {
      const at = start + x;
      const left = x >= size ? rows[at - size]! : 0;
      const up = y > 0 ? rows[at - stride]! : 0;
      let predicted = 0;
      if (filter === 1) predicted = left;
      else if (filter === 2) predicted = up;
      else if (filter === 3) predicted = (left + up) >> 1;
      else if (filter === 4) predicted = nearestOf(left, up, x >= size && y > 0 ? rows[at - stride - size]! : 0);
      rows[at] = raw[from + x]! + predicted;
    }
  }
  return rows;
}

/** Paeth's predictor: whichever of the three is nearest to left + up - corner. */
function nearestOf(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - 2 * corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
