/** Reads forward through bytes; running out of them is a RangeError. */
export interface Cursor {
  varint(): number;
  place(): number;
  /** The next column: its length, then so many bytes. */
  column(): Uint8Array<ArrayBuffer>;
}

export function createCursor(bytes: Uint8Array<ArrayBuffer>, start = 0): Cursor {
  let at = start;
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const next = bytes[at++];
      if (next === undefined) break;
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
    throw new RangeError('a column ends early');
  };
  return {
    varint,
    place: () => at,
    column() {
      const length = varint();
      at += length;
      if (at > bytes.length) throw new RangeError('a column ends early');
      return bytes.subarray(at - length, at);
    },
  };
}

export const textOf = (bytes: Uint8Array<ArrayBuffer>): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);
