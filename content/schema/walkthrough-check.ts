import * as z from 'zod/mini';
import { day, documentId, locale, slug } from './name.ts';

/** How a step went when it was played against a running app. */
export const stepResult = z.enum([
  'pass',
  'anchor-missing',
  'condition-failed',
  'timed-out',
  /** A branch, or a failure before it, left it out. */
  'not-reached',
]);
export type StepResult = z.infer<typeof stepResult>;

/** A version as the app itself says it, in one short line whatever is in it. */
const saidVersion = z.pipe(
  z.string(),
  z.transform((said: string) =>
    said
      .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ' ')
      .trim()
      .slice(0, 40),
  ),
);

/** One picture of a step, below the content folder. */
const picture = z.strictObject({ light: z.string(), dark: z.string() });

/** One walkthrough in one locale, played from its start. */
export const walkthroughCheck = z.strictObject({
  walkthrough: documentId,
  locale,
  /** Hash of its `guide`: a result says nothing of a guide that has changed since. */
  guide: z.string(),
  /** Version of the app that it was played against. */
  version: z.optional(saidVersion),
  /** Day of the run. */
  on: day,
  steps: z.array(
    z.strictObject({
      id: slug,
      result: stepResult,
      /** What found the element, where that was not its name. */
      by: z.optional(z.enum(['selector', 'role'])),
      /** What was expected and found, for authors. */
      detail: z.optional(z.string()),
      /** Accessible name of the marked element and title of its page: the alternative text of the pictures. */
      shows: z.optional(z.strictObject({ target: z.string(), page: z.string() })),
      pictures: z.optional(picture),
    }),
  ),
});
export type WalkthroughCheck = z.infer<typeof walkthroughCheck>;

/** `content/walkthrough-checks.json`: the last result of each walkthrough and locale, written by the check. */
export const walkthroughChecks = z.strictObject({ format: z.literal(1), checks: z.array(walkthroughCheck) });
export type WalkthroughChecks = z.infer<typeof walkthroughChecks>;

/** What a reader is told of the last check. Absent where there was none of this very guide. */
export const seal = z.strictObject({
  result: z.enum(['passed', 'failed']),
  version: z.optional(z.string()),
  on: day,
  /** The last day that it counts. */
  until: day,
});
export type Seal = z.infer<typeof seal>;
