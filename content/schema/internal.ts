import * as z from 'zod/mini';
import { about } from './article.ts';
import { day, locale, slug } from './name.ts';
import { block } from './tree.ts';

const { title, description, keywords, expects, updated } = about;

/** Front matter of `content/<locale>/internal/<slug>.md`, which agents alone read. */
export const internalFrontMatter = z.strictObject({ title, description, keywords, expects, updated });
export type InternalFrontMatter = z.infer<typeof internalFrontMatter>;

const prefix = 'internal:';
/** `internal:slug`: no id that readers' documents have, so that none is taken for another. */
export type InternalId = `${typeof prefix}${string}`;
export const internalId = z
  .string()
  .check(z.regex(/^internal:[a-z0-9]+(?:-[a-z0-9]+)*$/, 'expected an id such as internal:refund-by-hand'));
/** Whether a document found in the desk is for agents alone. */
export const isInternal = (id: string): boolean => id.startsWith(prefix);

/** An internal article, compiled: it is in no file that is served to readers. */
export const internalDocument = z.strictObject({
  id: internalId,
  slug,
  /** The locale it is written in; another than asked for means the translation is missing. */
  locale,
  title: z.string(),
  description: z.string(),
  updated: day,
  body: z.array(block),
  /** Source file below `content/`. */
  source: z.string(),
});
export type InternalDocument = z.infer<typeof internalDocument>;
