import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeWhole } from '../../../compile/write.ts';
import { decodePng } from './decode.ts';
import { encodePng } from './encode.ts';
import { differing, type Pixels } from './pixels.ts';

/** What became of a picture's file. */
export interface KeptPicture {
  /** Below the content folder. */
  file: string;
  was: 'new' | 'changed' | 'same';
  /** Pixels that look otherwise than before. */
  pixels: number;
  bytes: number;
}

/** A colour that differs by less looks the same: fonts are not drawn alike on every machine. */
const tolerance = 40;
/** As many pixels, a tick or two, make no other picture. */
const allowed = 60;

/** Writes a picture where it is another one than before, and only then: a file that is the same stays as it is. */
export async function keepPicture(root: string, file: string, taken: Pixels): Promise<KeptPicture> {
  const path = join(root, file);
  const existing = await readFile(path).catch(() => undefined);
  const before = existing && decodePng(existing);
  const png = encodePng(taken);
  // As it is kept, with its few colours: what became simpler then is no difference.
  const pixels = before ? differing(before, decodePng(png) ?? taken, tolerance) : taken.width * taken.height;
  if (existing && before && pixels <= allowed) return { file, was: 'same', pixels, bytes: existing.length };
  await mkdir(dirname(path), { recursive: true });
  await writeWhole(path, png);
  return { file, was: existing ? 'changed' : 'new', pixels, bytes: png.length };
}
