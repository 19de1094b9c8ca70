import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import * as z from 'zod/mini';

/** What decides whether a step has to run again. */
export interface Inputs {
  /** Files and folders; their names and bytes count, a missing one counts as missing. */
  reads: string[];
  /** Values that are not in a file: base, site URL. A step that reads what others write may look them up. */
  values: readonly string[] | (() => Promise<readonly string[]>);
}

/** One hash over the inputs, the same on every machine: paths count from `root` with forward slashes. */
export const stamp = async (root: string, { reads, values }: Inputs): Promise<string> => {
  const hash = createHash('sha256');
  for (const value of typeof values === 'function' ? await values() : values) hash.update(`${value}\0`);
  for (const path of reads) {
    if (!existsSync(path)) hash.update(`${named(root, path)} is missing\0`);
    else for (const file of await files(path)) hash.update(`${named(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
};

const named = (root: string, path: string): string => relative(root, path).split(sep).join('/');

/** Every file at or below a path, sorted, absolute. */
export const files = async (path: string): Promise<string[]> => {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const stampFile = z.record(z.string(), z.string());

/** Stamps of the last run by step name; an unreadable file means that every step runs. */
export const readStamps = async (path: string): Promise<Record<string, string>> => {
  try {
    const parsed = stampFile.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
};
