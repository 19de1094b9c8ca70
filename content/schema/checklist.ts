import * as z from 'zod/mini';
import { documentId, slug } from './name.ts';

/** `content/<locale>/checklists/<slug>.yaml`: walkthroughs that belong together, in the order to do them. */
export const checklist = z.strictObject({
  title: z.string().check(z.trim(), z.minLength(4), z.maxLength(60)),
  /** What one has when all of it is done. */
  description: z.string().check(z.trim(), z.minLength(10), z.maxLength(140)),
  walkthroughs: z.array(documentId).check(z.minLength(2), z.maxLength(12)),
  /** Readers this is for, matched against the host's `context({ audience })`. Default everybody. */
  audience: z._default(z.array(slug), []),
  /** Lower numbers stand first. Default 50. */
  order: z._default(z.int().check(z.minimum(1), z.maximum(99)), 50),
});
export type Checklist = z.infer<typeof checklist>;

/** As the widget shows it. */
export const shownChecklist = z.strictObject({
  slug,
  title: z.string(),
  description: z.string(),
  audience: z.array(slug),
  items: z.array(z.strictObject({ id: documentId, title: z.string() })),
});
export type ShownChecklist = z.infer<typeof shownChecklist>;
