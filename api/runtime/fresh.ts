import { readFile, stat } from 'node:fs/promises';

/** Reads and parses a small file, again only when it has changed; `missing` stands for one that is not there. */
export function fresh<T>(path: string, missing: T, parse: (text: string) => T): () => Promise<T> {
  let known: { stamp: number; value: T } | undefined;
  return async () => {
    const stamp = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (stamp === undefined) return missing;
    if (known?.stamp !== stamp) known = { stamp, value: parse(await readFile(path, 'utf8')) };
    return known.value;
  };
}
