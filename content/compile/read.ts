import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locale as localeName } from '../schema/name.ts';
import { checksFile } from './checks.ts';
import type { CompileError } from './compile-error.ts';
import { type Picture, pictureFrom } from './picture.ts';
import { type InternalSource, placeOf, type ReplySource, type Source } from './source.ts';

/** Everything below a content folder, read but not understood. */
export interface ContentFiles {
  /** `settings.yaml`, when it is there. */
  settings?: string;
  /** `walkthrough-checks.json`, when it is there. */
  checks?: string;
  documents: { source: Source; text: string }[];
  /** For agents alone: internal articles and saved replies. */
  internal: { source: InternalSource; text: string }[];
  replies: { source: ReplySource; text: string }[];
  /** Files of `routing/` by path; none in a help center without it. */
  routing: Map<string, string>;
  categories: { file: string; locale: string; slug: string; text: string }[];
  checklists: { file: string; locale: string; slug: string; text: string }[];
  /** By path below the content folder. */
  pictures: Map<string, Picture>;
  /** Locale folders, sorted. */
  locales: string[];
  /** Those that hold more than what is for agents alone: readers have a help center in them. */
  published: string[];
  errors: CompileError[];
}

const kinds = ['articles', 'faqs', 'walkthroughs', 'checklists', 'internal', 'replies'];

const atTop = ['settings.yaml', checksFile];

/** Reads the content folder: `settings.yaml`, `walkthrough-checks.json`, `routing/` and every folder named by a locale. Other folders are not content. */
export async function readContent(root: string): Promise<ContentFiles> {
  const files: ContentFiles = {
    documents: [],
    internal: [],
    replies: [],
    routing: new Map(),
    categories: [],
    checklists: [],
    pictures: new Map(),
    locales: [],
    published: [],
    errors: [],
  };
  for (const entry of await entriesOf(root)) {
    if (entry.isFile() && atTop.includes(entry.name)) await take(files, root, entry.name);
    if (!entry.isDirectory()) continue;
    if (entry.name === 'routing') {
      for (const file of await filesBelow(root, entry.name)) await take(files, root, file);
    } else if (localeName.safeParse(entry.name).success) {
      files.locales.push(entry.name);
      const found = await filesBelow(root, entry.name);
      if (found.length === 0 || !found.every(isForAgents)) files.published.push(entry.name);
      for (const file of found) await take(files, root, file);
    } else if ((await entriesOf(join(root, entry.name))).some(({ name }) => kinds.includes(name))) {
      const expected = 'a folder named by its locale, such as en or pt-BR';
      files.errors.push({ file: entry.name, line: 1, field: 'path', found: `folder ${entry.name}`, expected });
    }
  }
  return files;
}

/** By its folder: also what is wrong there publishes no language. */
const isForAgents = (file: string): boolean => /^[^/]+\/(?:internal|replies)\//.test(file);

/** Sorted, so that the order of the file system shows nowhere. */
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function filesBelow(root: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await entriesOf(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(root, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

async function take(files: ContentFiles, root: string, file: string): Promise<void> {
  const placed = atTop.includes(file) ? undefined : placeOf(file);
  if (placed?.is === 'hidden') return;
  if (placed?.is === 'misplaced') {
    const { expected, hint } = placed;
    files.errors.push({ file, line: 1, field: 'path', found: `file ${file}`, expected, ...(hint && { hint }) });
    return;
  }
  const bytes = await readFile(join(root, file));
  if (placed?.is === 'picture') {
    files.pictures.set(file, pictureFrom(file, bytes));
    return;
  }
  const text = decode(bytes);
  if (text === undefined) {
    files.errors.push({ file, line: 1, field: 'file', found: 'bytes that are not UTF-8', expected: 'UTF-8 text' });
  } else if (placed?.is === 'document') files.documents.push({ source: placed.source, text });
  else if (placed?.is === 'internal') files.internal.push({ source: placed.source, text });
  else if (placed?.is === 'reply') files.replies.push({ source: placed.source, text });
  else if (placed?.is === 'category') files.categories.push({ file, locale: placed.locale, slug: placed.slug, text });
  else if (placed?.is === 'checklist') files.checklists.push({ file, locale: placed.locale, slug: placed.slug, text });
  else if (placed?.is === 'routing') files.routing.set(file, text);
  else if (file === checksFile) files.checks = text;
  else files.settings = text;
}

/** Text with `\n` at the end of lines, so that a checkout on Windows compiles to the same bytes; a BOM is dropped. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}
