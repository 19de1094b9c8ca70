import * as z from 'zod/mini';
import { optionalText, optionalTexts, readJsonLines } from '../../../content/compile/corpus/json-lines.ts';

const filled = z.string().check(z.trim(), z.minLength(1));

/** One question with the articles that answer it, as a line of a JSONL file; other keys are passed over. */
const question = z.object({
  qid: filled,
  /** As it was typed: no space after an unfinished word. */
  query: z.string().check(z.minLength(1)),
  article_ids: z.array(z.string()),
  /**
   * Articles that were judged later. In the files we know `article_ids` names them too (all 13 of 13), so they count as
   * answers like the others, and scores are the same with and without them.
   */
  pooled_ids: optionalTexts,
  /** Where it comes from, or by what rule it was made: `derived-typo`, `derived-prefix`, … */
  kind: optionalText,
  /** `qid` of the question it was made from. */
  parent: optionalText,
});
export type Question = z.infer<typeof question>;

export const readQuestions = (path: string) => readJsonLines(path, question);

/** Questions as people wrote them, in whatever place, and each kind of variant made from them. */
export const sentence = 'sentence';
export const columnOf = ({ kind }: Question): string => (kind.startsWith('derived-') ? kind : sentence);

/** In the order of tables; kinds nobody has heard of follow. */
export const columns = [sentence, 'derived-typo', 'derived-keywords', 'derived-prefix', 'derived-keywords-typo'];
