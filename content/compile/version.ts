import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
/** What decides what becomes of a text: our code, and by the lock file the packages. */
const reads = ['../schema', '../search', '.', '../../package-lock.json'].map((path) => join(here, path));

/** A hash of the compiler itself: what another version of it has kept is of no use. */
export async function compilerVersion(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const path of reads) {
    for (const file of await filesOf(path)) hash.update(await readFile(file)).update('\0');
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if (!path.endsWith('.json')) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return files.filter((file) => file.endsWith('.ts')).sort();
  }
  return [path];
}
