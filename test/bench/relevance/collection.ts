import { basename } from 'node:path';
import { type CorpusArticle, readCorpus } from '../../../content/compile/corpus/article.ts';
import type { Place } from './place.ts';
import { type Question, readQuestions } from './question.ts';

/** A corpus with the questions that it can answer. */
export interface Collection {
  /** Name of its file. */
  name: string;
  /** Language of its texts. */
  locale: string;
  articles: CorpusArticle[];
  questions: Question[];
}
type ReadCollection = { ok: true; collection: Collection; warnings: string[] } | { ok: false; errors: string[] };

/** Answers of a question. */
export const answersOf = ({ article_ids, pooled_ids }: Question): Set<string> =>
  new Set([...article_ids, ...pooled_ids]);

/** Keeps the answers that are in the corpus, and the questions that have one there. */
function answerable(questions: readonly Question[], articles: readonly CorpusArticle[]): Question[] {
  const ids = new Set(articles.map(({ id }) => id));
  return questions
    .map((question) => ({
      ...question,
      article_ids: [...answersOf(question)].filter((id) => ids.has(id)),
      pooled_ids: [],
    }))
    .filter(({ article_ids }) => article_ids.length > 0);
}

export async function readCollection({ corpus, queries }: Place, locale = 'en'): Promise<ReadCollection> {
  const read = await readCorpus(corpus);
  const asked = await Promise.all(queries.map(readQuestions));
  const errors = [read, ...asked].flatMap((part) => (part.ok ? [] : part.errors));
  if (!read.ok || errors.length > 0) return { ok: false, errors };
  const all = asked.flatMap((part) => (part.ok ? part.lines : []));
  const questions = answerable(all, read.articles);
  const without = all.length - questions.length;
  if (questions.length === 0) {
    const found = `${corpus}: found no article that a question of ${queries.join(', ')} names in article_ids`;
    return { ok: false, errors: [`${found}; expected questions about this corpus`] };
  }
  const name = basename(corpus).replace(/\.jsonl?$/, '');
  const left = `${name}: ${without} of ${all.length} questions are left out: no article of the corpus answers them`;
  return {
    ok: true,
    collection: { name, locale, articles: read.articles, questions },
    warnings: without > 0 ? [left] : [],
  };
}
