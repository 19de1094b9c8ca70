import type { Manifest } from '../../content/schema/manifest.ts';
import type { SearchHead, SearchRecord } from '../../content/schema/search-record.ts';
import { createEngine, type Engine } from '../../content/search/engine.ts';
import { openIndex } from '../../content/search/reader.ts';
import { fetchOpened, openJson } from './fetch-sealed.ts';
import { createFill, type Fill, type FillParts } from './late-fill.ts';
import { createLibrary, type Library } from './late-library.ts';

/** The knowledge of one locale, ready to be searched. Another object as soon as more of it is here. */
export interface Content {
  /** Locale of the texts; another than the reader's where nothing is translated. */
  locale: string;
  /** File it comes from. */
  index: string;
  head: SearchHead;
  engine: Engine;
  library: Library;
  /** What brings the rest of a large index. */
  fill: Fill;
  /** By id or by a former id, when it is here; else findRecord (records.ts) brings it. */
  record(id: string): SearchRecord | undefined;
  /** The compiled document, not checked yet. Rejects when it cannot be had. */
  document(record: SearchRecord): Promise<unknown>;
  /** True when the index of the manifest could not be used and an older one is. */
  stale: boolean;
}
export type ContentResult = { ok: true; content: Content } | { ok: false; reason: string };

export interface ContentOptions extends Pick<FillParts, 'base' | 'lastGood' | 'renew' | 'changed'> {
  manifest: Manifest;
  /** The reader's languages, best first. */
  locales: readonly string[];
  /** Goes on where the help center has the same index still. */
  before?: Content | undefined;
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
  const { base, manifest, lastGood, before } = options;
  // The default locale stands first in the settings, and so decides when no language fits.
  const available = manifest.settings.locales.filter((name) => manifest.content[name]);
  const locale = pickLocale(options.locales, available.length ? available : Object.keys(manifest.content));
  const files = manifest.content[locale];
  if (!files) return { ok: false, reason: 'no content' };
  if (before?.index === files.index && !before.stale) return { ok: true, content: before };
  const fetched = await fetchOpened(base + files.index, openEngine);
  if (fetched.ok) {
    void lastGood.write(`search-${locale}`, fetched.bytes);
    return { ok: true, content: contentOf(options, locale, fetched.value, false) };
  }
  // What is in use is as good as what is kept.
  const kept = before?.locale === locale ? undefined : await lastGood.read(`search-${locale}`);
  const reopened = kept && openEngine(new Uint8Array(await kept.arrayBuffer()));
  return reopened?.ok ? { ok: true, content: contentOf(options, locale, reopened.value, true) } : fetched;
};

const contentOf = (options: ContentOptions, locale: string, engine: Engine, stale: boolean): Content => {
  const { base, manifest } = options;
  const files = manifest.content[locale];
  const library = createLibrary(
    files ? { url: base + files.library, bytes: files.libraryBytes } : undefined,
    engine.dictionary,
  );
  const fill = createFill({ ...options, locale, engine, stale });
  const opened = new Map<string, unknown>();
  return {
    locale,
    index: files?.index ?? '',
    head: engine.head,
    engine,
    library,
    fill,
    stale,
    record: (id) => engine.head.records.find((one) => one && (one.id === id || one.id === engine.head.aliases[id])),
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
