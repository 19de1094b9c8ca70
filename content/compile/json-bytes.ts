/** JSON whose inner values may be JSON already: a large document becomes text once, whatever files it goes into. */
export type JsonPart = string | Uint8Array;

export const jsonBytes = (...parts: readonly JsonPart[]): Uint8Array<ArrayBuffer> =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));

/** A list of values that are JSON already. */
export const jsonList = (items: readonly JsonPart[]): JsonPart[] => [
  '[',
  ...items.flatMap((item, place) => (place > 0 ? [',', item] : [item])),
  ']',
];
