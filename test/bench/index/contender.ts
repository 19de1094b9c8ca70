import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import type { IndexContent } from './floor.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
/** Files by name. */
export type Files = ReadonlyMap<string, Bytes>;

/** Between two letters, after the last one, and when nobody types any more. */
export type Moment = 'typing' | 'pause' | 'rest';

/** What an engine makes of a corpus: files on a server, and what a page does with them. */
export interface Published {
  files: Files;
  /** What searches, and what only shows a result: titles, descriptions, addresses. Together all of `files`. */
  parts: { index: Iterable<Bytes>; display: Iterable<Bytes> };
  terms: number;
  postings: number;
  /** Where the engine is ours: what the index says, and the columns that say it. */
  content?: IndexContent;
  columns?: readonly { name: string; bytes: Bytes }[];
  /** Files a page has to have for what was typed so far, in the order in which it asks. */
  needs(typed: string, moment: Moment): readonly string[];
  /** It asks for more when the typing rests: rows that are not seen yet. */
  rests?: true;
  /** What a page does before its first search; the result stays in memory. */
  open(files: Files): unknown;
}

/** A search engine that takes part. */
export type Contender = (articles: readonly CorpusArticle[]) => Promise<Published>;

export const textBytes = (text: string): Bytes => new TextEncoder().encode(text);
export const bytesText = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** What a peer's page shows of its results, as lean as ours: one JSON array a field. */
export const displayOf = (articles: readonly CorpusArticle[]): Bytes =>
  textBytes(
    JSON.stringify({
      ids: articles.map(({ id }) => id),
      titles: articles.map(({ title }) => title),
      descriptions: articles.map(({ description }) => description),
    }),
  );
