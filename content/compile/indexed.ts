import { crc32 } from 'node:zlib';
import type { CompiledDocument } from '../schema/document.ts';
import type { DocumentId } from '../schema/name.ts';
import type { SearchRecord } from '../schema/search-record.ts';
import { mostInOneFile } from '../search/build.ts';
import { type CountedDocument, countDocument } from '../search/counted.ts';
import { contentDigits, documentName } from '../search/document-file.ts';
import { seal } from '../search/envelope.ts';
import type { IndexFields, IndexHead, IndexSource } from '../search/index-source.ts';
import { languageOf } from '../search/language/language.ts';
import type { AddFile } from '../search/large.ts';
import { pinOf } from '../search/pins.ts';
import type { Section } from '../search/plain.ts';
import { type Cache, cacheKey, remembered } from './cache.ts';
import type { About, ParsedDocument } from './document.ts';
import { inboundOf } from './inbound.ts';
import { jsonBytes } from './json-bytes.ts';
import type { LocaleContent } from './locale-content.ts';
import { priorOf } from './prior.ts';

/** A document whose front matter holds. */
export type Publishable = ParsedDocument & { about: About };

/** What readers of a locale search: by place, everything an index is made from. */
export interface Indexed {
  head: IndexHead;
  documents: Publishable[];
  /** Of each document, as it is published. */
  json: Uint8Array[];
  sources: IndexSource[];
  counted(place: number): CountedDocument;
  /** Without the questions of `expects`. */
  countedUnaided(place: number): CountedDocument;
}

/** Documents with wrong front matter are left out: nothing is written in that case. `add` names the file of each. */
export function indexedOf(content: LocaleContent, cache: Cache, add: AddFile): Indexed {
  const { locale } = content;
  const documents = content.documents.filter((document): document is Publishable => document.about !== undefined);
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
  const counted = (document: Publishable) => {
    const { title, keywords, expects, description, aliases } = document.about;
    const said = JSON.stringify([title, keywords, expects, description, aliases]);
    return remembered(cache, cacheKey('words', locale, said, document.content.key), () =>
      countDocument(fieldsOf(document), locale, languageOf(locale)),
    );
  };
  return {
    head: {
      locale,
      categories: categoriesOf(content, documents),
      aliases: aliasesOf(documents),
      ...pinsOf(documents, locale),
    },
    documents,
    json,
    sources,
    counted: (place) => counted(documents[place]!),
    countedUnaided: (place) => counted(withoutExpects(documents[place]!)),
  };
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
