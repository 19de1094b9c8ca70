import type { CorpusArticle } from '../../../../content/compile/corpus/article.ts';

/** Ids of articles, best first, at most ten. */
type Search = (words: string) => readonly string[] | Promise<readonly string[]>;

/** A search engine with one setting; a published one is set up as its manual says, with nothing tuned to questions. */
export interface Engine {
  /** For a table: product and setting. */
  label: string;
  /** Package whose version stands beside it; absent for our own. */
  package?: string;
  /** `locale` is the language of the articles; published engines are set up for English. */
  open(articles: readonly CorpusArticle[], locale: string): Search | Promise<Search>;
}
