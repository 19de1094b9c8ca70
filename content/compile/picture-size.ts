/** Width and height in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Reads the size from the header of a PNG, JPEG, GIF or WebP file; `undefined` when it is none of them. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));
  try {
    const size =
      text(1, 3) === 'PNG'
        ? { width: view.getUint32(16), height: view.getUint32(20) }
        : text(0, 4) === 'GIF8'
          ? { width: view.getUint16(6, true), height: view.getUint16(8, true) }
          : text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP'
            ? webpSize(view, text(12, 4))
            : view.getUint16(0) === 0xffd8
              ? jpegSize(view)
              : undefined;
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch (error) {
    // A file that ends before its size is as unreadable as one of another kind.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** WebP container: https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(view: DataView, chunk: string): PictureSize | undefined {
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  return chunk === 'VP8X' ? { width: uint24(24) + 1, height: uint24(27) + 1 } : undefined;
}

/** JPEG (ITU T.81, B.1): walks the segments to the start of frame, which is any SOF but DHT, JPG and DAC. */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
  }
  return undefined;
}
