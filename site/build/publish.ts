import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { files } from './stamp.ts';

/** Files that carry a hash of their bytes in their name: written once, never changed. */
export const isHashed = (path: string): boolean => /^(?:tz|_astro)\//.test(path);

/** Every file below some folders by its public path; a later folder wins. */
export const collect = async (folders: string[]): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (const folder of folders) {
    for (const file of await files(folder)) found.set(relative(folder, file).split(sep).join('/'), file);
  }
  return found;
};

/**
 * Copies what differs, hashed files first: a page that is there never names a file that is not.
 * Each file appears whole under its name, so that this may run below a server that answers requests.
 */
export const copyChanged = async (sources: Map<string, string>, target: string): Promise<void> => {
  const ordered = [...sources].sort(([a], [b]) => Number(isHashed(b)) - Number(isHashed(a)));
  for (const [path, source] of ordered) {
    const goal = join(target, path);
    if (existsSync(goal) && (isHashed(path) || (await readFile(goal)).equals(await readFile(source)))) continue;
    await mkdir(dirname(goal), { recursive: true });
    await copyFile(source, `${goal}.part`);
    await rename(`${goal}.part`, goal);
  }
};

/** Deletes what no build that still counts has brought, with its compressed copy, and folders that are empty then. */
export const removeOthers = async (target: string, stays: (path: string) => boolean): Promise<void> => {
  for (const file of await files(target)) {
    const path = relative(target, file).split(sep).join('/');
    if (!stays(path.replace(/\.br$/, ''))) await rm(file);
  }
  const folders = (await readdir(target, { recursive: true, withFileTypes: true })).filter((one) => one.isDirectory());
  for (const folder of folders.map((one) => join(one.parentPath, one.name)).sort((a, b) => b.length - a.length)) {
    if ((await readdir(folder)).length === 0) await rmdir(folder);
  }
};
