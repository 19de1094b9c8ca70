/**
 * What a sealed file holds: a search index, a part of its dictionary, a block of its records, a library of documents, one
 * document, or the table of routing.
 */
export type SealedKind = 'S' | 'P' | 'R' | 'L' | 'D' | 'T';

export type Unsealed = { ok: true; payload: Uint8Array<ArrayBuffer> } | { ok: false; reason: string };

/** Raised when a reader of an older build could misread a newer file. */
const version = 3;
const headerLength = 12;

/** The CRC of every byte: eight steps at once, since an index is read before the first search. */
const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  return crc;
});

/** CRC-32 (ISO 3309, polynomial 0xEDB88320): finds every burst of up to 32 wrong bits. */
export const crc32 = (bytes: Uint8Array, from: number, seed: number): number => {
  let crc = ~seed;
  for (let at = from; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 255]!;
  return ~crc >>> 0;
};

/** The checksum covers the header's first eight bytes too, so that a changed kind or length is not believed. */
const checksum = (bytes: Uint8Array): number => crc32(bytes, headerLength, crc32(bytes.subarray(0, 8), 0, 0));

/** CRC-32 of bytes, going on from that of the bytes before them. */
export type Crc32 = (bytes: Uint8Array, before: number) => number;

/**
 * Wraps a payload so that a damaged, cut or foreign file is refused instead of read.
 * Layout: `TZ`, version, kind, payload length (u32), CRC-32 of all the rest (u32), payload; big-endian. Who has a quicker
 * CRC-32 at hand gives it.
 */
export function seal(
  kind: SealedKind,
  payload: Uint8Array,
  crc: Crc32 = (bytes, before) => crc32(bytes, 0, before),
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerLength + payload.length);
  bytes.set([0x54, 0x5a, version, kind.charCodeAt(0)]);
  bytes.set(payload, headerLength);
  const view = new DataView(bytes.buffer);
  view.setUint32(4, payload.length);
  view.setUint32(8, crc(payload, crc(bytes.subarray(0, 8), 0)));
  return bytes;
}

/** Opens a sealed file of the expected kind, or says in one sentence why it is refused. Never throws. */
export function unseal(kind: SealedKind, bytes: Uint8Array<ArrayBuffer>): Unsealed {
  const refuse = (reason: string): Unsealed => ({ ok: false, reason });
  if (bytes.length < headerLength || bytes[0] !== 0x54 || bytes[1] !== 0x5a) return refuse('not a Tierzero file');
  if (bytes[2] !== version) return refuse(`format version ${bytes[2]}, expected ${version}`);
  const found = String.fromCharCode(bytes[3]!);
  if (found !== kind) return refuse(`file kind ${JSON.stringify(found)}, expected "${kind}"`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint32(4);
  if (length !== bytes.length - headerLength) {
    return refuse(`${bytes.length - headerLength} bytes of content, expected ${length}`);
  }
  if (view.getUint32(8) !== checksum(bytes)) return refuse('checksum differs');
  return { ok: true, payload: bytes.subarray(headerLength) };
}
