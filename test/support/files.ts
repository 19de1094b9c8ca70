import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** Every file below a folder by its path. */
export async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = paths.sort().map(async (path) => [relative(folder, path), await readFile(path, 'latin1')] as const);
  return new Map(await Promise.all(read));
}

/** Changes some bytes of a file, cuts it, or puts something else in its place. */
export async function damage(path: string, random: () => number): Promise<void> {
  const bytes = await readFile(path);
  const kind = random();
  if (kind < 0.2) return writeFile(path, 'something else');
  if (kind < 0.5) return writeFile(path, bytes.subarray(0, random() * bytes.length));
  for (let count = 0; count < 30; count++) bytes[Math.floor(random() * bytes.length)] = random() * 256;
  return writeFile(path, bytes);
}
