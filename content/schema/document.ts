import * as z from 'zod/mini';
import { pageType } from './article.ts';
import { guide } from './guide.ts';
import { day, documentId, documentKind, locale, slug } from './name.ts';
import { block, picture } from './tree.ts';
import { seal } from './walkthrough-check.ts';

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
  steps: z.optional(
    z.array(
      z.strictObject({
        do: z.array(block),
        say: z.array(block),
        /** Pictures of the page with the step's element marked, the second one for dark. */
        pictures: z.optional(z.tuple([picture, picture])),
      }),
    ),
  ),
  /** How a page is led through the steps, one entry a step; absent where no step has a place in a page. */
  guide: z.optional(guide),
  /** What the last check of the guide said. */
  seal: z.optional(seal),
  /** Source file below `content/`, for "edit this page". */
  source: z.string(),
});
export type CompiledDocument = z.infer<typeof compiledDocument>;
