import * as z from 'zod/mini';
import { documentId, locale, slug } from './name.ts';
import { priority } from './tier.ts';
import { translated } from './translated.ts';

const some = <T extends z.core.$ZodType>(item: T) => z.array(item).check(z.minLength(1), z.maxLength(200));
/** Any of the documents named, or whichever one. */
const documents = z.union([z.literal('any'), some(documentId)]);

/** Without a letter or digit there is nothing to find. A wide `＊` would fold to a plain one. */
const isWord = (word: string): boolean => /^[^\s*＊﹡]+\*?$/.test(word) && /[\p{L}\p{N}]/u.test(word);
/** A phrase of whole words, whatever their case and accents; `*` at the end of a word stands for any ending. */
const phrase = z.string().check(
  z.trim(),
  z.maxLength(80),
  z.refine((text) => text.split(' ').every(isWord), 'expected words such as "charged twice"'),
);

const conditions = {
  topic: z.optional(some(slug)),
  /** Language the requester writes in. */
  language: z.optional(some(locale)),
  /** Whether the requester has shown who they are. */
  verified: z.optional(z.boolean()),
  /** Product area, that the page gives as `area` with `context()`. */
  area: z.optional(some(slug)),
  /** An article or FAQ that was read and called not helpful. */
  unhelpful: z.optional(documents),
  /** A walkthrough that could not go on. */
  blocked: z.optional(documents),
  /** A walkthrough that was followed to its end, and they ask all the same. */
  finished: z.optional(documents),
  /**
   * An error code in the message, or that the page gives as `error`, whatever its case; `*` at the end stands for any ending.
   * `any` is what looks like one: `E-42`, `ERR_TIMEOUT_3`, `E1001`.
   */
  errorCode: z.optional(
    z.union([z.literal('any'), some(z.string().check(z.regex(/^[\w.-]+\*?$/, 'expected a code')))]),
  ),
  /** Any of these phrases in the message. */
  words: z.optional(some(phrase)),
  /** Tiers up to this one have done what they can. */
  exhausted: z.optional(z.int().check(z.minimum(1), z.maximum(3))),
};
/** Everything that is named must hold; of a list, one. */
export const ruleCondition = z.strictObject(conditions);
export type RuleCondition = z.infer<typeof ruleCondition>;

/** An entry of `rules` in `content/routing/rules.yaml`: what a ticket needs. The first that matches decides. */
export const routingRule = z.strictObject({
  id: slug,
  /** Default it always matches: the last rule must, so that every ticket has one. */
  when: z._default(ruleCondition, {}),
  /** Skills that whoever solves it must have. Default none. */
  skills: z._default(z.array(slug), []),
  /** What whoever solves it must be able to reach. Default none. */
  access: z._default(z.array(slug), []),
  /** Tiers up to this one can add nothing to what was tried. Default none. */
  exhausts: z._default(z.union([z.literal(0), z.literal(1), z.literal(2)]), 0),
  /** It is at least so urgent. Default normal. */
  priority: z._default(priority, 'normal'),
  /** Whoever leads should hear of it: the desk says so. Default false. */
  notify: z._default(z.boolean(), false),
  /** Why, as the requester reads it after "because": "the connector guide did not help". Default nothing is said. */
  because: z.optional(translated(120)),
});
export type RoutingRule = z.infer<typeof routingRule>;

/** An entry of `priorities`: how urgent a ticket is. The highest of those that match raises it; nothing lowers it. */
export const priorityRule = z.strictObject({
  id: slug,
  when: z.strictObject({
    ...conditions,
    /** Plan of the requester's company, that the page gives as `plan`. Raises the priority and never the tier. */
    plan: z.optional(some(slug)),
  }),
  priority,
});
export type PriorityRule = z.infer<typeof priorityRule>;

/** `content/routing/rules.yaml`. */
export const routingRules = z.strictObject({
  rules: z.array(routingRule).check(z.minLength(1), z.maxLength(500)),
  priorities: z._default(z.array(priorityRule).check(z.maxLength(500)), []),
});
