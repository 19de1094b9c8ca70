import { stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file to answer with. `path` is where a link would lead, below the base: a folder's page is named by its folder. */
export interface Located {
  file: string;
  path: string;
  size: number;
  modified: number;
}

/** Files that steer the host or are variants of others. */
const internal = /(?:^|\/)(?:\.|_headers$|_redirects$|_(?:routing|walkthroughs)\.json$)|\.br$/;

/**
 * Finds the file of a decoded path below the base: `folder` when a slash is missing at its end. Neither `..` nor a hidden
 * file nor a separator of another system gets through; `root` is absolute.
 */
export async function locate(root: string, path: string): Promise<Located | 'folder' | undefined> {
  const odd = path.split('/').includes('..') || /^\/|\/\/|[\\\0:]/.test(path);
  if (odd || internal.test(path)) return undefined;
  const inFolder = path === '' || path.endsWith('/');
  const file = join(root, path, inFolder ? 'index.html' : '');
  if (!file.startsWith(root + sep)) return undefined;
  const found = await statOf(file);
  if (found?.isFile())
    return { file, path: path.replace(/(^|\/)index\.html$/, '$1'), size: found.size, modified: found.mtimeMs };
  if (inFolder || !found) return undefined;
  const index = await statOf(join(file, 'index.html'));
  return index?.isFile() ? 'folder' : undefined;
}

export const statOf = (file: string) => stat(file).catch(() => undefined);
