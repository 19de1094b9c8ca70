import * as z from 'zod/mini';
import { blockedReason } from '../../content/schema/guide.ts';
import { day, locale } from '../../content/schema/name.ts';
import { seal } from '../../content/schema/walkthrough-check.ts';
import { instant } from './ticket.ts';

/**
 * Query of `GET /desk/api/walkthroughs` and `GET /desk/api/walkthroughs.csv`: two days, both of them included, of UTC, in
 * which pages are counted. `language` is that of titles and words; default the help center's.
 */
export const walkthroughReportQuery = z.object({ from: day, to: day, language: z.optional(locale) });
export type WalkthroughReportQuery = z.infer<typeof walkthroughReportQuery>;

const reasons = z.array(z.object({ reason: blockedReason, count: z.int() }));

export const walkthroughFigures = z.object({
  started: z.int(),
  completed: z.int(),
  left: z.int(),
  /** Steps that could not be done; the same run may have more than one. */
  blocked: z.int(),
});
export type WalkthroughFigures = z.infer<typeof walkthroughFigures>;

const stepFigures = z.object({
  id: z.string(),
  /** Counted from 1, with what is to be done in it; absent when it is no longer in it. */
  place: z.optional(z.int()),
  text: z.optional(z.string()),
  cameUp: z.int(),
  left: z.int(),
  blocked: z.int(),
  /** The most frequent first. */
  reasons,
});
export type StepFigures = z.infer<typeof stepFigures>;

const countedWalkthrough = z.object({
  id: z.string(),
  /** Absent when it is no longer published. */
  title: z.optional(z.string()),
  figures: walkthroughFigures,
  steps: z.array(stepFigures),
  /** By version of the app, the newest first; without one for pages that do not give it. */
  versions: z.array(z.object({ version: z.optional(z.string()), figures: walkthroughFigures, missing: z.int() })),
  /** Of each language it is written in, what the last check said; none where it was not checked. */
  checks: z.array(z.object({ locale, seal: z.optional(seal) })),
});
export type CountedWalkthrough = z.infer<typeof countedWalkthrough>;

const missingAnchor = z.object({
  walkthrough: z.string(),
  title: z.optional(z.string()),
  locale,
  step: z.string(),
  place: z.optional(z.int()),
  text: z.optional(z.string()),
  count: z.int(),
  /** Of the app, the newest first. */
  versions: z.array(z.string()),
});
export type MissingAnchor = z.infer<typeof missingAnchor>;

/** `GET /desk/api/walkthroughs`, for their authors. */
export const walkthroughReport = z.object({
  from: day,
  to: day,
  at: instant,
  /** What pages did not find, most first. */
  missing: z.array(missingAnchor),
  /** Published ones and those that were counted, the most started first. */
  walkthroughs: z.array(countedWalkthrough),
});
export type WalkthroughReport = z.infer<typeof walkthroughReport>;
