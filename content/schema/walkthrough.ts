import * as z from 'zod/mini';
import { writtenAnchor } from './anchor.ts';
import { about } from './article.ts';
import { documentId, slug } from './name.ts';
import { pathPattern } from './path-pattern.ts';
import { startPath } from './start-path.ts';

const markdown = z.string().check(z.trim(), z.minLength(2));
const anchors = z.union([writtenAnchor, z.array(writtenAnchor).check(z.minLength(1), z.maxLength(10))]);

/** What holds in the page; `guide.ts` says what each key means. */
const writtenCondition = z
  .strictObject({
    route: z.optional(pathPattern),
    visible: z.optional(anchors),
    absent: z.optional(anchors),
    value: z.optional(z.strictObject({ of: writtenAnchor, is: z.string().check(z.maxLength(200)) })),
  })
  .check(z.refine((held) => Object.keys(held).length > 0, 'expected one of route, visible, absent, value'));
export type WrittenCondition = z.infer<typeof writtenCondition>;

/** One numbered step. `do` and `say` are what is read; all other keys are for leading a page, and only where it has a place in one. */
export const walkthroughStep = z.strictObject({
  /** Name that stays when steps are moved. Default its number: `step-3`. */
  id: z.optional(slug),
  /** What to do, one sentence of inline Markdown. */
  do: markdown,
  /** What the reader should know or see, Markdown. Default nothing. */
  say: z.optional(markdown),
  /** Where it is in the page. Default nowhere: something to do outside of it, or to read. */
  anchor: z.optional(writtenAnchor),
  /** How it is over. Default `next`: the person says so. */
  advance: z._default(
    z.union([
      z.enum(['next', 'click', 'input']),
      z.strictObject({ appears: writtenAnchor }),
      z.strictObject({ route: pathPattern }),
    ]),
    'next',
  ),
  /** Regular expression for the whole of a valid value; with `advance: input`. Default what the page accepts. */
  matches: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** What a check types or chooses; required with `advance: input`. */
  sample: z.optional(z.string().check(z.minLength(1), z.maxLength(500))),
  /** What must be true for it to begin, and once it is over. Default nothing. */
  before: z.optional(writtenCondition),
  after: z.optional(writtenCondition),
  /** Article to read when it cannot be done here. Default the walkthrough itself. */
  fallback: z.optional(documentId),
  /** Once it is over: the first whose condition holds says which step is next. Default the one below. */
  branch: z._default(z.array(z.strictObject({ when: writtenCondition, to: slug })).check(z.maxLength(5)), []),
  /** Whether the person may go on without it. Default false. */
  skip: z._default(z.boolean(), false),
  /** What its pictures show, for those who do not see them. Default made of the page's title and the marked element's name. */
  alt: z.optional(z.string().check(z.trim(), z.minLength(4), z.maxLength(200))),
});
export type WalkthroughStep = z.infer<typeof walkthroughStep>;

/** Versions that all of these hold for. */
export const versionRange = z
  .string()
  .check(z.regex(/^(?:[<>]=?|=)\d+(?:\.\d+)*(?: (?:[<>]=?|=)\d+(?:\.\d+)*)*$/, 'expected versions such as >=2.4 <3'));

/** `content/<locale>/walkthroughs/<slug>.yaml`. */
export const walkthrough = z.strictObject({
  ...about,
  category: slug,
  /** Path of the page where it begins, with a query where it needs one; required as soon as a step has an anchor. */
  start: z.optional(startPath),
  /** Versions of the app that it is for: `>=2.4`, or `>=2.4 <3`. Default all. */
  app: z.optional(versionRange),
  steps: z.array(walkthroughStep).check(z.minLength(2), z.maxLength(30)),
});
export type Walkthrough = z.infer<typeof walkthrough>;
