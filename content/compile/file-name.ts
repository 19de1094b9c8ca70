import { createHash } from 'node:crypto';

/** Ten hex digits of SHA-256: 40 bits, so that among 10,000 files two share a name once in 20,000 builds. */
export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}

/** The name of a file that never changes under it: `tz/<name>-<hash>.<ending>`. */
export function fileName(name: string, ending: string, bytes: Uint8Array): string {
  return `tz/${name}-${hashOf(bytes)}.${ending}`;
}
