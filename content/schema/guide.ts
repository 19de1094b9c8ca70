import * as z from 'zod/mini';
import { anchor } from './anchor.ts';
import { documentId, slug } from './name.ts';
import { pathPattern } from './path-pattern.ts';

/**
 * The part of a walkthrough that a page is led by, apart from its text: what the widget follows on the live page and
 * what the check plays. Made by the compile step from `walkthrough.ts`, with every anchor written out.
 */

/** What holds in the page. Everything that is named must. */
export const condition = z.strictObject({
  /** Path of the page. */
  route: z.optional(pathPattern),
  /** All of these are there and visible. */
  visible: z.optional(z.array(anchor)),
  /** None of these is visible. */
  absent: z.optional(z.array(anchor)),
  /** A field says this: its value, or the label of what is chosen in it; `on` or `off` for what is checked. */
  value: z.optional(z.strictObject({ of: anchor, is: z.string() })),
});
export type Condition = z.infer<typeof condition>;

/** How a step is over. */
export const advance = z.discriminatedUnion('by', [
  /** The person says so. */
  z.strictObject({ by: z.literal('next') }),
  /** The element is pressed, by whatever device. */
  z.strictObject({ by: z.literal('click') }),
  /** The field has a value that the page and `matches`, a regular expression for the whole of it, both accept. */
  z.strictObject({ by: z.literal('input'), matches: z.optional(z.string()) }),
  /** Another element shows up. */
  z.strictObject({ by: z.literal('appears'), anchor }),
  /** The page has this path. */
  z.strictObject({ by: z.literal('route'), route: pathPattern }),
]);
export type Advance = z.infer<typeof advance>;

/** One step as a page is led by it. */
export const guideStep = z.strictObject({
  /** Stays when steps are moved: what is counted, linked and remembered goes by it. */
  id: slug,
  /** Absent: something to do outside the page, or to read. */
  anchor: z.optional(anchor),
  advance,
  /** What a check types or chooses here. */
  sample: z.optional(z.string()),
  before: z.optional(condition),
  after: z.optional(condition),
  /** What to read when the step cannot be done here. */
  fallback: z.optional(documentId),
  /** Once the step is over: the first whose condition holds says where to go on. Default the next step. */
  branch: z.optional(z.array(z.strictObject({ when: condition, to: slug }))),
  /** The person may go on without it. */
  skip: z.boolean(),
});
export type GuideStep = z.infer<typeof guideStep>;

export const guide = z.strictObject({
  /** Path of the page where it begins. */
  start: z.string(),
  /** Versions of the app that it is for, `>=2.4 <3`. Default all. */
  app: z.optional(z.string()),
  steps: z.array(guideStep),
});
export type Guide = z.infer<typeof guide>;

/** Why a step could not be done. */
export const blockedReason = z.enum([
  /** What it points at was not found. */
  'anchor-missing',
  /** It is there, and something else lies over it. */
  'covered',
  /** What had to be true before or after was not. */
  'condition-failed',
  /** The page is another one. */
  'elsewhere',
  /** The person says that it did not work. */
  'did-not-work',
]);
export type BlockedReason = z.infer<typeof blockedReason>;
