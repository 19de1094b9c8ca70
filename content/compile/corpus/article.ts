import * as z from 'zod/mini';
import { optionalText, optionalTexts, readJsonLines } from './json-lines.ts';

const filled = z.string().check(z.trim(), z.minLength(1));

/** One article of a help center that lives elsewhere, as a line of a JSONL file; other keys are passed over. */
const corpusArticle = z.object({
  /** Names the article wherever the file is spoken of; unique in it. */
  id: filled,
  url: optionalText,
  title: filled,
  description: optionalText,
  /** Headings of the body in order, without marks. */
  headings: optionalTexts,
  /** Markdown, or plain text. */
  body: z.string(),
  category: optionalText,
  /** Former addresses. */
  redirects: optionalTexts,
  /** Of the text. */
  license: optionalText,
});
export type CorpusArticle = z.infer<typeof corpusArticle>;

/** Reads a corpus, or says all that is wrong with it, one error a line. */
export async function readCorpus(
  path: string,
): Promise<{ ok: true; articles: CorpusArticle[] } | { ok: false; errors: string[] }> {
  const read = await readJsonLines(path, corpusArticle, { field: 'id', read: ({ id }) => id });
  return read.ok ? { ok: true, articles: read.lines } : read;
}
