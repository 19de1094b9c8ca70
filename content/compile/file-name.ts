import { createHash } from 'node:crypto';

/** Hex digits of SHA-256. Ten are 40 bits, so that among 10,000 files two share a name once in 20,000 builds. */
export function hashOf(bytes: Uint8Array | string, digits = 10): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, digits);
}

/** The name of a file that never changes under it: `tz/<name>-<hash>.<ending>`. */
export function fileName(name: string, ending: string, bytes: Uint8Array, digits?: number): string {
  return `tz/${name}-${hashOf(bytes, digits)}.${ending}`;
}
