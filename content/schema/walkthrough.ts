import * as z from 'zod/mini';
import { about } from './article.ts';
import { slug } from './name.ts';

const markdown = z.string().check(z.trim(), z.minLength(2));

/** One numbered step. */
export const walkthroughStep = z.strictObject({
  /** What to do, one sentence of inline Markdown. */
  do: markdown,
  /** What the reader should know or see, Markdown. Default nothing. */
  say: z.optional(markdown),
});

/** `content/<locale>/walkthroughs/<slug>.yaml`. */
export const walkthrough = z.strictObject({
  ...about,
  category: slug,
  steps: z.array(walkthroughStep).check(z.minLength(2), z.maxLength(30)),
});
export type Walkthrough = z.infer<typeof walkthrough>;
