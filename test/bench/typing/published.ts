import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentManifest, manifest } from '../../../content/schema/manifest.ts';
import { readBlock } from '../../../content/search/block.ts';
import { openIndex } from '../../../content/search/reader.ts';

const manifestName = 'tierzero.json';
const built = 'dist/public';

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path} is missing or damaged.`);
  }
};

/** Puts the built widget beside the content of a folder that `npm run compile -- --out` wrote. */
export function joinContent(content: string, folder: string): string {
  const widget = manifest.parse(readJson(join(built, manifestName)));
  const given = contentManifest.parse(readJson(join(content, 'manifest.json')));
  mkdirSync(folder, { recursive: true });
  for (const name of ['tierzero.js', '_headers', 'tz']) {
    cpSync(join(built, name), join(folder, name), { recursive: true });
  }
  cpSync(join(content, 'tz'), join(folder, 'tz'), { recursive: true });
  cpSync(join(content, 'routing.json'), join(folder, '_routing.json'));
  writeFileSync(join(folder, manifestName), JSON.stringify({ ...widget, ...given, widget: widget.widget }));
  return folder;
}

/** The folder of the project's own build. */
export const ownContent = (): string => {
  manifest.parse(readJson(join(built, manifestName)));
  return built;
};

/** The search index of a served folder: English where there is one, as the page it is typed on. */
export function indexOf(folder: string): Uint8Array<ArrayBuffer> {
  const { content } = manifest.parse(readJson(join(folder, manifestName)));
  const files = content['en'] ?? Object.values(content)[0];
  return new Uint8Array(readFileSync(join(folder, files?.index ?? '')));
}

/** Titles of all documents in that index, which may lie in other files. */
export function titlesIn(folder: string): string[] {
  const opened = openIndex(indexOf(folder));
  if (!opened.ok) throw new Error(opened.reason);
  const { files, head } = opened.index;
  for (const file of files.missing()) {
    const taken = files.take(file, new Uint8Array(readFileSync(join(folder, file))), readBlock);
    if (!taken.ok) throw new Error(`${file}: ${taken.reason}`);
  }
  return head.records.map(({ title }) => title);
}
