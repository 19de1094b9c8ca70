import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files of a compile, relative to the output folder. */
export interface Output {
  /** Named by their content, below `tz/`. */
  hashed: ReadonlyMap<string, Uint8Array>;
  /** Files that change under their name, in the order they are to be written; the last one makes the rest live. */
  named: readonly (readonly [name: string, bytes: Uint8Array])[];
}

/**
 * Writes what differs from the folder, each file whole or not at all, and then removes what is left from before.
 * Whoever reads the last named file finds everything it speaks of. Answers how many files were written.
 */
export async function writeOutput(out: string, { hashed, named }: Output): Promise<number> {
  await mkdir(join(out, 'tz'), { recursive: true });
  let written = 0;
  for (const [name, bytes] of [...hashed, ...named]) {
    if (await writeWhole(join(out, name), bytes)) written += 1;
  }
  for (const name of await readdir(join(out, 'tz'))) {
    if (!hashed.has(`tz/${name}`)) await rm(join(out, 'tz', name), { recursive: true });
  }
  return written;
}

/** Says whether the file was another one before. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<boolean> {
  // Thousands of files, and nothing else to be done meanwhile: a promise for each would take longer than reading it.
  const before = statSync(path, { throwIfNoEntry: false });
  if (before?.isFile() && before.size === bytes.length && readFileSync(path).equals(bytes)) return false;
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return true;
}
