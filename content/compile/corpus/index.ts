import type { Cache } from '../cache.ts';
import { localeContents } from '../locale-content.ts';
import { localeOutput } from '../output.ts';
import type { CorpusArticle } from './article.ts';
import { categoriesOf } from './categories.ts';
import { documentsOf } from './documents.ts';

/** For who compiles once and keeps nothing. */
const noCache: Cache = { get: () => undefined, set: () => {}, save: async () => {} };

export interface CorpusIndex {
  /** Sealed, as it is published. */
  bytes: Uint8Array<ArrayBuffer>;
  /** Parts and records of a large one, with everything else that is published. */
  files: ReadonlyMap<string, Uint8Array>;
  /** Every document, sealed: what passages and answers are taken from. */
  library: Uint8Array<ArrayBuffer>;
  /** The article of a document. */
  articleOf: ReadonlyMap<string, CorpusArticle>;
}

/** The search index of a corpus, in memory: what `npm run compile -- --corpus` publishes, for benches. */
export function indexCorpus(articles: readonly CorpusArticle[], locale: string): CorpusIndex {
  const { categories, slugOfArticle } = categoriesOf(articles, locale);
  const { documents } = documentsOf(articles, { locale, categoryOf: slugOfArticle, cache: noCache });
  const [content] = localeContents([locale], documents, categories);
  const byId = new Map(articles.map((article) => [article.id, article]));
  const { index, files, manifest } = localeOutput(content!, true, noCache);
  return {
    bytes: index,
    files,
    library: Uint8Array.from(files.get(manifest.library) ?? []),
    articleOf: new Map(documents.map(({ source }) => [source.id, byId.get(source.file)!])),
  };
}
