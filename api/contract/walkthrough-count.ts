import * as z from 'zod/mini';
import { blockedReason } from '../../content/schema/guide.ts';
import { documentId, locale, slug } from '../../content/schema/name.ts';

const fields = z.strictObject({
  walkthrough: documentId,
  locale,
  /** Name of the step that it is about. */
  step: slug,
  outcome: z.enum([
    'start',
    /** A step came up. */
    'step',
    'complete',
    'abort',
    /** A step could not be done; `reason` says why. */
    'blocked',
  ]),
  reason: z.optional(blockedReason),
  /** Version of the app, where the page gives it and it is one: pages may say anything. */
  version: z.catch(z.optional(z.string().check(z.maxLength(40), z.regex(/^[\w.+-]+$/))), undefined),
});

/**
 * What happened in a walkthrough on a page, counted by day and without anybody's identity: it names no person, device,
 * session or address, and nothing ties two of them together.
 */
export const walkthroughCount = fields.check(
  z.refine(({ outcome, reason }) => outcome !== 'blocked' || reason !== undefined, 'expected a reason for blocked'),
);
export type WalkthroughCount = z.infer<typeof walkthroughCount>;
