import type { Manifest } from '../../content/schema/manifest.ts';
import type { SearchHead, SearchRecord } from '../../content/schema/search-record.ts';
import { createEngine, type Engine } from '../../content/search/engine.ts';
import { openIndex } from '../../content/search/reader.ts';
import { fetchOpened, openJson } from './fetch-sealed.ts';
import type { LastGood } from './last-good.ts';
import { createLibrary, type Library } from './late-library.ts';

/** The knowledge of one locale, ready to be searched. */
export interface Content {
  /** Locale of the texts; another than the reader's where nothing is translated. */
  locale: string;
  head: SearchHead;
  engine: Engine;
  library: Library;
  /** By id or by a former id. */
  record(id: string): SearchRecord | undefined;
  /** The compiled document, not checked yet. Rejects when it cannot be had. */
  document(record: SearchRecord): Promise<unknown>;
  /** True when the index of the manifest could not be used and an older one is. */
  stale: boolean;
}
export type ContentResult = { ok: true; content: Content } | { ok: false; reason: string };

export interface ContentOptions {
  base: string;
  manifest: Manifest;
  /** The reader's languages, best first. */
  locales: readonly string[];
  lastGood: LastGood;
}

/** Exact tag, then the same language, then the first the help center has. */
export const pickLocale = (wanted: readonly string[], available: readonly string[]): string => {
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const tag of wanted) {
    const found = available.includes(tag) ? tag : available.find((name) => language(name) === language(tag));
    if (found) return found;
  }
  return available[0] ?? 'en';
};

const openEngine = (bytes: Uint8Array<ArrayBuffer>) => {
  const opened = openIndex(bytes);
  return opened.ok ? { ok: true as const, value: createEngine(opened.index) } : opened;
};

/** Fetches and opens the index; a damaged one gives way to the last good one, if this device has it. */
export const loadContent = async (options: ContentOptions): Promise<ContentResult> => {
  const { base, manifest, lastGood } = options;
  // The default locale stands first in the settings, and so decides when no language fits.
  const available = manifest.settings.locales.filter((name) => manifest.content[name]);
  const locale = pickLocale(options.locales, available.length ? available : Object.keys(manifest.content));
  const files = manifest.content[locale];
  if (!files) return { ok: false, reason: 'no content' };
  const fetched = await fetchOpened(base + files.index, openEngine);
  if (fetched.ok) {
    void lastGood.write(`search-${locale}`, fetched.bytes);
    return { ok: true, content: contentOf(options, locale, fetched.value, false) };
  }
  const kept = await lastGood.read(`search-${locale}`);
  const reopened = kept && openEngine(new Uint8Array(await kept.arrayBuffer()));
  return reopened?.ok ? { ok: true, content: contentOf(options, locale, reopened.value, true) } : fetched;
};

const contentOf = ({ base, manifest }: ContentOptions, locale: string, engine: Engine, stale: boolean): Content => {
  const { head } = engine;
  const records = new Map<string, SearchRecord>(head.records.map((record) => [record.id, record]));
  const files = manifest.content[locale];
  const library = createLibrary(files ? { url: base + files.library, bytes: files.libraryBytes } : undefined, locale);
  const opened = new Map<string, unknown>();
  return {
    locale,
    head,
    engine,
    library,
    stale,
    record: (id) => records.get(id) ?? records.get(Object.hasOwn(head.aliases, id) ? (head.aliases[id] ?? '') : ''),
    async document(record) {
      const known = library.document(record.id) ?? opened.get(record.id);
      if (known) return known;
      const fetched = await fetchOpened(base + record.file, (bytes) => openJson('D', bytes));
      if (!fetched.ok) throw new Error(fetched.reason);
      opened.set(record.id, fetched.value);
      return fetched.value;
    },
  };
};
