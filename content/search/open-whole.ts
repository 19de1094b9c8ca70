import { readBlock } from './block.ts';
import type { Engine } from './engine.ts';

/** Takes every file of a large index, so that nothing is missing: for who has them all at hand. */
export function takeAll({ files }: Engine, read: (file: string) => Uint8Array<ArrayBuffer> | undefined): void {
  for (const file of files.missing()) {
    const bytes = read(file);
    const taken = bytes ? files.take(file, bytes, readBlock) : { ok: false as const, reason: 'not there' };
    if (!taken.ok) throw new Error(`${file}: ${taken.reason}`);
  }
}
