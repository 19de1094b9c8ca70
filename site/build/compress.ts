import { existsSync } from 'node:fs';
import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const brotli = promisify(brotliCompress);
const compressible = /\.(?:html|css|js|json|svg|txt|xml)$/;
/** Below this the header costs more than it saves. */
const smallest = 256;

/** Above this the highest level takes minutes; a library so large is not fetched by the widget anyway. */
const largest = 4_000_000;

/** Writes `<file>.br` at the highest level beside every compressible file whose copy is missing or older. Answers how many. */
export const compress = async (files: string[]): Promise<number> => {
  let written = 0;
  const queue = files.filter((file) => compressible.test(file));
  const work = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) if (await compressOne(file)) written += 1;
  };
  // zlib runs beside JavaScript: four at once keep its threads busy.
  await Promise.all(Array.from({ length: 4 }, work));
  return written;
};

const compressOne = async (file: string): Promise<boolean> => {
  const source = await stat(file);
  if (source.size < smallest) return false;
  const target = `${file}.br`;
  if (existsSync(target) && (await stat(target)).mtimeMs >= source.mtimeMs) return false;
  const bytes = await readFile(file);
  const quality = bytes.length > largest ? 5 : 11;
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  // A reader never meets half a file: it appears whole under its name.
  await writeFile(`${target}.part`, await brotli(bytes, { params }));
  await rename(`${target}.part`, target);
  return true;
};
