import * as z from 'zod/mini';
import { category } from '../schema/category.ts';
import { compiledDocument } from '../schema/document.ts';
import { documentId, locale, slug } from '../schema/name.ts';

/** `documents.json`: what the site is built from. It is not served. */
export const siteContent = z.object({
  /** The default locale first. */
  locales: z.array(
    z.object({
      locale,
      /** Categories that have a document, in order. */
      categories: z.array(z.extend(category, { slug })),
      /** By category, then kind, then slug; `locale` of one differs from this where the translation is missing. */
      documents: z.array(compiledDocument),
      /** Documents of the first screen, in order. */
      featured: z.array(documentId),
    }),
  ),
});
export type SiteContent = z.infer<typeof siteContent>;
