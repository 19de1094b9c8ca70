import * as z from 'zod/mini';
import { documentId, locale, slug } from './name.ts';
import { seal } from './walkthrough-check.ts';

/** A walkthrough that leads a page, as far as whoever counts what happens in it has to know it. */
const publishedWalkthrough = z.object({
  id: documentId,
  /** That it is written in. */
  locale,
  title: z.string(),
  /** In order, each with what is to be done in it. */
  steps: z.array(z.object({ id: slug, text: z.string() })),
  /** What the last check of it said. */
  seal: z.optional(seal),
});
export type PublishedWalkthrough = z.infer<typeof publishedWalkthrough>;

/** `walkthroughs.json`: for the API alone. All of it is in what is published as well. */
export const publishedWalkthroughs = z.object({
  format: z.literal(1),
  walkthroughs: z.array(publishedWalkthrough),
});
