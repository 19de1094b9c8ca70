import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';
import { type CorpusArticle, readCorpus } from '../../../content/compile/corpus/article.ts';
import { readJsonLines } from '../../../content/compile/corpus/json-lines.ts';
import { seeded } from '../../support/random.ts';
import { mix } from './mix.ts';
import type { Options } from './options.ts';
import { cutAtHeadings } from './sections.ts';
import { type Growth, wordsOf } from './vocabulary.ts';

/** What is measured, as files for the processes that measure. */
export interface Material {
  corpus: string;
  queries: string;
  facts: { articles: number; sections: number; words: number; queries: number; growth?: Growth };
}

const sampled = 200;
const question = z.object({ qid: z.string(), query: z.string() });

async function readAll(paths: readonly string[], without: RegExp | undefined): Promise<CorpusArticle[][]> {
  const corpora: CorpusArticle[][] = [];
  for (const path of paths) {
    const read = await readCorpus(path);
    if (!read.ok) throw new Error(read.errors.join('\n'));
    // Several corpora become one: ids stay apart.
    const prefix = paths.length > 1 ? `${corpora.length}-` : '';
    const meant = read.articles.filter(({ id }) => !without?.test(id));
    corpora.push(meant.map((article) => ({ ...article, id: prefix + article.id })));
  }
  return corpora;
}

async function readQuestions(path: string): Promise<string[]> {
  const read = await readJsonLines(path, question, { field: 'qid', read: ({ qid }) => qid });
  if (!read.ok) throw new Error(read.errors.join('\n'));
  return read.lines.map(({ query }) => query);
}

/** A few of a stream, each as likely as any other (reservoir). */
function createSample(size: number): { titles: string[]; offer(title: string): void } {
  const random = seeded(7);
  const titles: string[] = [];
  let offered = 0;
  return {
    titles,
    offer(title) {
      const place = offered < size ? offered : Math.floor(random() * (offered + 1));
      offered += 1;
      if (place < size) titles[place] = title;
    },
  };
}

/** Reads, cuts or mixes, and writes one line an article into `folder`, one at a time. */
export async function prepare(options: Options, folder: string): Promise<Material> {
  const corpora = await readAll(options.corpora, options.without);
  const mixed = options.scale > 0 ? mix(corpora, options.scale) : undefined;
  const sample = createSample(sampled);
  const facts = { articles: 0, sections: 0, words: 0 };
  function* lines(): Generator<string> {
    for (const article of mixed?.articles ?? corpora.flat()) {
      const sections = cutAtHeadings(article, options.sections || 3);
      facts.sections += sections.length;
      for (const one of options.sections ? sections : [article]) {
        facts.articles += 1;
        facts.words += wordsOf(one.body).length;
        sample.offer(one.title);
        yield `${JSON.stringify(one)}\n`;
      }
    }
  }
  const corpus = join(folder, 'corpus.jsonl');
  await pipeline(Readable.from(lines()), createWriteStream(corpus));
  const typed = options.queries ? await readQuestions(options.queries) : sample.titles;
  const queries = join(folder, 'queries.json');
  writeFileSync(queries, JSON.stringify(typed));
  return { corpus, queries, facts: { ...facts, queries: typed.length, ...(mixed ? { growth: mixed.growth } : {}) } };
}
