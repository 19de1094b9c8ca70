import * as z from 'zod/mini';
import { day, documentId, slug } from './name.ts';
import { pathPattern } from './path-pattern.ts';

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

/** What an article is for. It shows as a label and weighs a little in the ranking. */
export const pageType = z.enum([
  'how-to',
  'concept',
  'reference',
  'troubleshooting',
  'overview',
  'api',
  'policy',
  'release-notes',
]);
export type PageType = z.infer<typeof pageType>;

/** What every document says of itself, whatever its kind. */
export const about = {
  /** The question or task, in the reader's words. */
  title: z.string().check(z.trim(), z.minLength(4), z.maxLength(90)),
  /** The answer in one sentence; shown in results. */
  description: z.string().check(z.trim(), z.minLength(20), z.maxLength(200)),
  /** Words a reader may use that the text does not. Default none. */
  keywords: z._default(z.array(line), []),
  /** Questions in users' words that must find this document among the first three results. Default none. */
  expects: z._default(z.array(line), []),
  /** Queries that show this document first, whatever else they find; the whole query has to be typed. Default none. */
  pins: z._default(z.array(z.string().check(z.trim(), z.minLength(1), z.maxLength(80))), []),
  /** Documents worth reading next. Default none. */
  related: z._default(z.array(documentId), []),
  /** Day of the last change that matters to a reader. */
  updated: day,
  /** Former slugs; they redirect here. Default none. */
  aliases: z._default(z.array(slug), []),
  /** Shown on the first screen, lower numbers first. Default not shown. */
  featured: z.optional(z.int().check(z.minimum(1), z.maximum(99))),
  /** Paths of the host application where this is suggested; `*` stands for one segment, `**` for any rest. Default none. */
  pages: z._default(z.array(pathPattern), []),
  /** Readers this is for, matched against the host's `context({ audience })`. A filter, not protection: the index is public. */
  audience: z._default(z.array(slug), []),
};

/** Front matter of `content/<locale>/articles/<category>/<slug>.md`. */
export const articleFrontMatter = z.strictObject({ ...about, type: pageType });
export type ArticleFrontMatter = z.infer<typeof articleFrontMatter>;
