import { defineCollection } from 'astro:content';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { en } from './catalogue/en.ts';
import { categoriesLoader, documentsLoader } from './loader.ts';

/** Starlight's schema is full zod, and so has to be what extends it; the contract is content/schema/document.ts. */
const document = z.object({
  id: z.string(),
  kind: z.enum(['article', 'faq', 'walkthrough']),
  slug: z.string(),
  /** The locale it is written in. */
  locale: z.string(),
  /** The locale whose readers see it here. */
  shelf: z.string(),
  category: z.string(),
  type: z
    .enum(['how-to', 'concept', 'reference', 'troubleshooting', 'overview', 'api', 'policy', 'release-notes'])
    .optional(),
  related: z.array(z.string()),
  /** Number of steps of a walkthrough. */
  steps: z.number().optional(),
  /** Place among the featured, from 1. */
  featured: z.number().optional(),
});

export const collections = {
  // Our words are in src/catalogue; Starlight warns when it finds none of its own.
  i18n: defineCollection({ loader: () => [{ id: 'en', 'skipLink.label': en.skip }], schema: i18nSchema() }),
  docs: defineCollection({
    loader: documentsLoader,
    schema: docsSchema({
      extend: z.object({
        /** Absent on pages of the site itself. */
        document: document.optional(),
        /** Starlight marks pages for an index of its own unless it is told not to. */
        pagefind: z.boolean().default(false),
        /** The page has a search field in its middle, so the header has none. */
        ownSearch: z.boolean().default(false),
        /** The page shows launchers of its own, so it has none in its corner. */
        ownLauncher: z.boolean().default(false),
      }),
    }),
  }),
  categories: defineCollection({
    loader: categoriesLoader,
    schema: z.object({
      shelf: z.string(),
      slug: z.string(),
      title: z.string(),
      description: z.string(),
      order: z.number(),
    }),
  }),
};
