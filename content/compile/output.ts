import { crc32 } from 'node:zlib';
import type { CompiledDocument } from '../schema/document.ts';
import type { ContentManifest } from '../schema/manifest.ts';
import type { DocumentId } from '../schema/name.ts';
import type { SearchRecord } from '../schema/search-record.ts';
import { buildIndex, mostInOneFile } from '../search/build.ts';
import { countDocument } from '../search/counted.ts';
import { contentDigits, documentName } from '../search/document-file.ts';
import { seal } from '../search/envelope.ts';
import type { IndexFields, IndexSource } from '../search/index-source.ts';
import { languageOf } from '../search/language/language.ts';
import { pinOf } from '../search/pins.ts';
import type { Section } from '../search/plain.ts';
import { addressOf } from './address.ts';
import { type Cache, cacheKey, remembered } from './cache.ts';
import type { About, ParsedDocument } from './document.ts';
import { fileName } from './file-name.ts';
import { inboundOf } from './inbound.ts';
import { jsonBytes, jsonList } from './json-bytes.ts';
import type { LocaleContent } from './locale-content.ts';
import { priorOf } from './prior.ts';
import type { SiteContent } from './site-content.ts';

/** What one locale becomes. */
export interface LocaleOutput {
  /** Sealed search index; the questions of `expects` are asked of these bytes. */
  index: Uint8Array<ArrayBuffer>;
  /** The same without the questions of `expects`; absent when there are none. */
  unaided?: Uint8Array<ArrayBuffer>;
  /** Immutable files by name, the index among them. */
  files: Map<string, Uint8Array>;
  locale: string;
  manifest: ContentManifest['content'][string];
  /** JSON of its part of `documents.json`; see site-content.ts. */
  site: Uint8Array;
  /** Former addresses and the ones that replaced them. */
  redirects: [from: string, to: string][];
}

/** A document whose front matter holds. */
type Publishable = ParsedDocument & { about: About };

/** Makes the files of one locale. Documents with wrong front matter are left out: nothing is written in that case. */
export function localeOutput(content: LocaleContent, isDefault: boolean, cache: Cache): LocaleOutput {
  const { locale } = content;
  const documents = content.documents.filter((document): document is Publishable => document.about !== undefined);
  const files = new Map<string, Uint8Array>();
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>, digits?: number) => {
    const file = fileName(name, 'txt', bytes, digits);
    files.set(file, bytes);
    return file;
  };

  // In blocks of records, a name that comes from the id costs nothing; anywhere else, a short one costs less.
  const isLarge = documents.length > mostInOneFile;
  const addDocument = (id: string, bytes: Uint8Array<ArrayBuffer>) =>
    isLarge ? add(documentName(id), bytes, contentDigits) : add('doc', bytes);
  const json = documents.map(compiledJson);
  const inbound = inboundOf(
    documents.map(({ source, about, content }) => ({ id: source.id, title: about.title, content })),
    cache,
  );
  const sources = documents.map(
    (document, place): IndexSource => ({
      record: recordOf(document, locale, addDocument(document.source.id, seal('D', json[place]!, crc32))),
      get fields() {
        return fieldsOf(document);
      },
      prior: priorOf(document.about.type, inbound[place]!),
    }),
  );
  const categories = categoriesOf(content, documents);
  const aliases = aliasesOf(documents);
  const head = { locale, categories, aliases, ...pinsOf(documents, locale) };
  const counted = (document: Publishable) => {
    const { title, keywords, expects, description, aliases } = document.about;
    const said = JSON.stringify([title, keywords, expects, description, aliases]);
    return remembered(cache, cacheKey('words', locale, said, document.content.key), () =>
      countDocument(fieldsOf(document), locale, languageOf(locale)),
    );
  };
  const index = buildIndex(head, sources, { add, counted: (_, place) => counted(documents[place]!) });
  const unaided = documents.some(({ about }) => about.expects.length > 0)
    ? buildIndex(head, sources, { counted: (_, place) => counted(withoutExpects(documents[place]!)) })
    : undefined;
  const library = seal('L', jsonBytes(`{"locale":"${locale}","documents":`, ...jsonList(json), '}'), crc32);
  return {
    index,
    ...(unaided && { unaided }),
    files,
    locale,
    manifest: {
      index: add(`${locale}-search`, index),
      library: add(`${locale}-library`, library),
      libraryBytes: library.length,
    },
    site: siteJson(
      {
        locale,
        categories: content.categories
          .filter(({ slug }) => categories.some((category) => category.slug === slug))
          .map(({ title, description, order, slug }) => ({ title, description, order, slug })),
        featured: featuredOf(documents),
      },
      json,
    ),
    redirects: redirectsOf(documents, aliases, isDefault ? '' : locale),
  };
}

function siteJson(
  { locale, categories, featured }: Omit<SiteContent['locales'][number], 'documents'>,
  documents: readonly Uint8Array[],
): Uint8Array {
  const [before, after] = [JSON.stringify({ locale, categories }), JSON.stringify({ featured })];
  return jsonBytes(`${before.slice(0, -1)},"documents":`, ...jsonList(documents), `,${after.slice(1)}`);
}

/** The document as it is published: its content goes in as it is. */
function compiledJson({ source, about, content }: Publishable): Uint8Array {
  const { kind, slug, locale, id } = source;
  const { title, description, category, type, updated, related } = about;
  const before: Omit<CompiledDocument, 'body' | 'steps' | 'source'> = {
    id,
    kind,
    slug,
    locale,
    category,
    ...(type && { type }),
    title,
    description,
    ...(updated && { updated }),
    related,
  };
  const file = JSON.stringify(source.file);
  return jsonBytes(`${JSON.stringify(before).slice(0, -1)},`, content.json.subarray(1, -1), `,"source":${file}}`);
}

/** Optional keys are left out when they say nothing: the records are on the way to the first search. */
function recordOf({ source, about }: Publishable, locale: string, file: string): SearchRecord {
  const { kind, slug, id } = source;
  const { category, title, description, featured, pages, audience } = about;
  return {
    id,
    kind,
    slug,
    category,
    title,
    description,
    file,
    ...(featured !== undefined && { featured }),
    ...(pages.length > 0 && { pages }),
    ...(audience.length > 0 && { audience }),
    ...(source.locale !== locale && { locale: source.locale }),
  };
}

/** For the check whether a question would be found by who words it a little differently. */
const withoutExpects = (document: Publishable): Publishable => ({
  ...document,
  about: { ...document.about, expects: [] },
});

/** A description that the text has word for word says nothing more of the document. */
function isIn(description: string, sections: readonly Section[]): boolean {
  const said = description.replace(/…$/, '');
  return sections.some(({ text }) => text.replace(/\s+/g, ' ').includes(said));
}

function fieldsOf({ about, content }: Publishable): IndexFields {
  const sections = content.sections();
  return {
    title: about.title,
    keywords: [...about.keywords, ...about.expects],
    description: isIn(about.description, sections) ? '' : about.description,
    // Who knows a former name of the document may look for that.
    sections: [
      ...sections.map(({ heading, text }) => ({ ...(heading !== undefined && { heading }), text })),
      { text: about.aliases.join(' ') },
    ],
  };
}

function categoriesOf({ categories }: LocaleContent, documents: Publishable[]) {
  return categories
    .map(({ slug, title, description }) => {
      const count = documents.filter(({ about }) => about.category === slug).length;
      return { slug, title, description, count };
    })
    .filter(({ count }) => count > 0);
}

/** A former slug that is in use again in this locale leads nowhere else. */
function aliasesOf(documents: Publishable[]): Record<string, DocumentId> {
  const live = new Set<string>(documents.map(({ source }) => source.id));
  const pairs = documents.flatMap(({ source, about }) =>
    about.aliases.map((alias): [string, DocumentId] => [`${source.kind}:${alias}`, source.id]),
  );
  return Object.fromEntries(pairs.filter(([former]) => !live.has(former)));
}

/** Nothing at all without pins: the head is on the way to the first search. */
function pinsOf(documents: Publishable[], locale: string): { pins?: Record<string, DocumentId[]> } {
  const pins = new Map<string, DocumentId[]>();
  for (const { source, about } of documents) {
    for (const pin of about.pins) {
      const query = pinOf(pin, locale);
      pins.set(query, [...(pins.get(query) ?? []), source.id]);
    }
  }
  return pins.size > 0 ? { pins: Object.fromEntries(pins) } : {};
}

function redirectsOf(documents: Publishable[], aliases: Record<string, DocumentId>, prefix: string) {
  return documents.flatMap(({ source, about }) =>
    about.aliases
      .filter((alias) => aliases[`${source.kind}:${alias}`] === source.id)
      .map((slug): [string, string] => [addressOf({ kind: source.kind, slug }, prefix), addressOf(source, prefix)]),
  );
}

function featuredOf(documents: Publishable[]): DocumentId[] {
  return documents
    .filter(({ about }) => about.featured !== undefined)
    .sort((a, b) => (a.about.featured ?? 0) - (b.about.featured ?? 0))
    .map(({ source }) => source.id);
}
