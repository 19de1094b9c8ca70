import { crc32 } from 'node:zlib';
import type { ContentManifest } from '../schema/manifest.ts';
import type { DocumentId } from '../schema/name.ts';
import { buildIndex } from '../search/build.ts';
import { seal } from '../search/envelope.ts';
import { addressOf } from './address.ts';
import type { Cache } from './cache.ts';
import { fileName } from './file-name.ts';
import { type Indexed, indexedOf, type Publishable } from './indexed.ts';
import { jsonBytes, jsonList } from './json-bytes.ts';
import type { LocaleContent } from './locale-content.ts';
import type { SiteContent } from './site-content.ts';

/** What one locale becomes. */
export interface LocaleOutput {
  /** Sealed search index; the questions of `expects` are asked of these bytes. */
  index: Uint8Array<ArrayBuffer>;
  /** What it was made from. */
  indexed: Indexed;
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

/** Makes the files of one locale. Documents with wrong front matter are left out: nothing is written in that case. */
export function localeOutput(content: LocaleContent, isDefault: boolean, cache: Cache): LocaleOutput {
  const { locale } = content;
  const files = new Map<string, Uint8Array>();
  const add = (name: string, bytes: Uint8Array<ArrayBuffer>, digits?: number) => {
    const file = fileName(name, 'txt', bytes, digits);
    files.set(file, bytes);
    return file;
  };
  const indexed = indexedOf(content, cache, add);
  const { head, documents, json, sources, counted, countedUnaided } = indexed;
  const index = buildIndex(head, sources, { add, counted: (_, place) => counted(place) });
  const unaided = documents.some(({ about }) => about.expects.length > 0)
    ? buildIndex(head, sources, { counted: (_, place) => countedUnaided(place) })
    : undefined;
  const library = seal('L', jsonBytes(`{"locale":"${locale}","documents":`, ...jsonList(json), '}'), crc32);
  return {
    index,
    indexed,
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
          .filter(({ slug }) => head.categories.some((category) => category.slug === slug))
          .map(({ title, description, order, slug }) => ({ title, description, order, slug })),
        featured: featuredOf(documents),
      },
      json,
    ),
    redirects: redirectsOf(documents, head.aliases, isDefault ? '' : locale),
  };
}

function siteJson(
  { locale, categories, featured }: Omit<SiteContent['locales'][number], 'documents'>,
  documents: readonly Uint8Array[],
): Uint8Array {
  const [before, after] = [JSON.stringify({ locale, categories }), JSON.stringify({ featured })];
  return jsonBytes(`${before.slice(0, -1)},"documents":`, ...jsonList(documents), `,${after.slice(1)}`);
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
