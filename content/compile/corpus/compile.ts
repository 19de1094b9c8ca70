import { basename } from 'node:path';
import { openCache } from '../cache.ts';
import { type CompileSummary, emit } from '../emit.ts';
import { compilerVersion } from '../version.ts';
import { readCorpus } from './article.ts';
import { categoriesOf } from './categories.ts';
import { documentsOf } from './documents.ts';
import { settingsOf } from './settings.ts';
import { plainWarning, warningsOf } from './simplified.ts';

/** As content/schema/settings.ts asks. */
const longestName = 60;

export interface CorpusOptions {
  /** JSONL file; see corpus/article.ts. */
  file: string;
  out: string;
  /** Of its articles. */
  locale: string;
  /** Of the help center. Default the file's. */
  name?: string;
}

type CorpusResult =
  | { ok: true; summary: CompileSummary; warnings: string[]; advice: string[] }
  | { ok: false; errors: string[] };

/**
 * Compiles articles that were written elsewhere into what a content folder becomes. Text that authors here would be asked
 * to change is made simpler instead: warnings say how often.
 */
export async function compileCorpus({ file, out, locale, name }: CorpusOptions): Promise<CorpusResult> {
  const corpus = await readCorpus(file);
  if (!corpus.ok) return corpus;
  const cache = await openCache(`${out}.cache`, await compilerVersion());
  const { categories, slugOfArticle } = categoriesOf(corpus.articles, locale);
  const { documents, simplified, plain } = documentsOf(corpus.articles, { locale, categoryOf: slugOfArticle, cache });
  const result = await emit(
    {
      settings: settingsOf((name ?? basename(file).replace(/\.jsonl?$/, '')).slice(0, longestName), locale),
      documents,
      categories,
      described: new Set(categories.map(({ slug }) => `${locale}/${slug}`)),
      locales: [locale],
      errors: [],
    },
    out,
    cache,
  );
  await cache.save();
  // Nothing a corpus may hold is an error: what was found is wrong in this step.
  if (!result.ok) throw new Error(`the corpus does not compile: ${JSON.stringify(result.errors.slice(0, 3))}`);
  return { ...result, warnings: [...result.warnings, ...warningsOf(simplified), ...plainWarning(plain)] };
}
