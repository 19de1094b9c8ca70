import { stopwords } from '@orama/stopwords/english';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { stem } from 'porter2';
import type { CorpusArticle } from '../../../../content/compile/corpus/article.ts';
import { depth } from '../score.ts';
import type { Engine } from './engine.ts';

const fields = ['title', 'headings', 'description', 'body'];
const textOf: Options<CorpusArticle>['extractField'] = (article, field) =>
  field === 'headings' ? article.headings.join('\n') : Reflect.get(article, field);

const opened = (articles: readonly CorpusArticle[], options: Partial<Options<CorpusArticle>>) => {
  const search = new MiniSearch<CorpusArticle>({ fields, extractField: textOf, ...options });
  search.addAll(articles);
  return (words: string) =>
    search
      .search(words)
      .slice(0, depth)
      .map(({ id }) => String(id));
};

const stopWords = new Set(stopwords);
/** Every form of a word as one, and no word that every text has: in texts and in queries. */
const processTerm = (word: string): string | null => {
  const lower = word.toLowerCase();
  return stopWords.has(lower) ? null : stem(lower);
};
/** Short words have too many neighbours; only the last word can be unfinished. */
const guarded: SearchOptions = {
  boost: { title: 4, headings: 2, description: 2 },
  fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
  prefix: (_, at, terms) => at === terms.length - 1,
};

/** The better of the two settings. */
export const minisearch: Engine = {
  label: 'MiniSearch, stop words, stemmer, guarded fuzzy',
  package: 'minisearch',
  open: (articles) => opened(articles, { processTerm, searchOptions: guarded }),
};

export const minisearchPlain: Engine = {
  label: 'MiniSearch, prefix and fuzzy .2, title ×4',
  package: 'minisearch',
  open: (articles) => opened(articles, { searchOptions: { boost: { title: 4 }, fuzzy: 0.2, prefix: true } }),
};
