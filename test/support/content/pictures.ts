/** A PNG of one transparent pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** Starts of files of 640 × 480 pixels, as far as their size. */
export const starts: Record<string, Uint8Array> = {
  png: bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0, 0, 0, 13, 'IHDR', 0, 0, 2, 128, 0, 0, 1, 224),
  gif: bytes('GIF89a', 128, 2, 224, 1),
  jpeg: bytes(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc4, 0, 2, 0xff, 0xc2, 0, 11, 8, 1, 224, 2, 128),
  'lossy WebP': bytes('RIFF....WEBPVP8 ....', 0, 0, 0, 0x9d, 1, 0x2a, 128, 2, 224, 1),
  'lossless WebP': bytes('RIFF....WEBPVP8L....', 0x2f, 0x7f, 0xc2, 0x77, 0),
  'extended WebP': bytes('RIFF....WEBPVP8X....', 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0),
};

function bytes(...parts: (number | string)[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'number' ? part : [...Buffer.from(part, 'latin1')])));
}
