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
  const palette = chunks.get('PLTE');
  const data = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel++) {
    data.set(colour(rows, { at: pixel * size, type, palette, alpha: chunks.get('tRNS') }), pixel * 4);
  }
  return { width, height, data };
}

interface Place {
  at: number;
  type: number;
  palette: Buffer | undefined;
  alpha: Buffer | undefined;
}

function colour(rows: Uint8Array, { at, type, palette, alpha }: Place): [number, number, number, number] {
  const [first, second] = [rows[at]!, rows[at + 1]!];
  if (type === 3 && palette) {
    const entry = first * 3;
    return [palette[entry]!, palette[entry + 1]!, palette[entry + 2]!, alpha?.[first] ?? 255];
  }
  if (type === 0 || type === 4) return [first, first, first, type === 4 ? second : 255];
  return [first, second, rows[at + 2]!, type === 6 ? rows[at + 3]! : 255];
}

/** Takes back what PNG does to rows so that they pack well (PNG, 9.2). */
function unfiltered(
  raw: Uint8Array,
  { stride, height, size }: { stride: number; height: number; size: number },
): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]!;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= size ? rows[at - size]! : 0;
      const up = y > 0 ? rows[at - stride]! : 0;
      const corner = x >= size && y > 0 ? rows[at - stride - size]! : 0;
      rows[at] = raw[y * (stride + 1) + 1 + x]! + predicted(filter, left, up, corner);
    }
  }
  return rows;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
