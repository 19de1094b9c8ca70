import { brotliCompressSync, constants } from 'node:zlib';

const known = new WeakMap<Uint8Array, number>();

/** Bytes on the wire: brotli 11, the whole file as its window. The same array is compressed once: it takes a second a MB. */
export function brotliBytes(bytes: Uint8Array): number {
  const size = known.get(bytes) ?? compress(bytes).length;
  known.set(bytes, size);
  return size;
}

const compress = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

export interface Weight {
  raw: number;
  brotli: number;
}

/** Of several files together, each compressed alone. */
export const weigh = (files: Iterable<Uint8Array>): Weight => {
  const weight = { raw: 0, brotli: 0 };
  for (const bytes of files) {
    weight.raw += bytes.length;
    weight.brotli += brotliBytes(bytes);
  }
  return weight;
};
