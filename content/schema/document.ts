import * as z from 'zod/mini';
import { pageType } from './article.ts';
import { day, documentId, documentKind, locale, slug } from './name.ts';
import { block } from './tree.ts';

/** One compiled article, FAQ or walkthrough: what the widget and the site render. */
export const compiledDocument = z.strictObject({
  id: documentId,
  kind: documentKind,
  slug,
  /** The locale it is written in; another than asked for means the translation is missing. */
  locale,
  category: slug,
  /** What an article is for; absent for other kinds. */
  type: z.optional(pageType),
  title: z.string(),
  description: z.string(),
  /** Day of the last change that matters; absent where nobody said it. */
  updated: z.optional(day),
  related: z.array(documentId),
  body: z.array(block),
  /** Steps of a walkthrough, in order; absent for other kinds, whose text is `body`. */
  steps: z.optional(z.array(z.strictObject({ do: z.array(block), say: z.array(block) }))),
  /** Source file below `content/`, for "edit this page". */
  source: z.string(),
});
export type CompiledDocument = z.infer<typeof compiledDocument>;
