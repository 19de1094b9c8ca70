import * as z from 'zod/mini';
import { slug } from './name.ts';
import { tier } from './tier.ts';

/** A span written `30m` or `4h`: of the group's business hours, or around the clock where the target says so. */
const span = z.string().check(z.regex(/^[1-9]\d{0,4}[mh]$/, 'expected a span such as 30m or 8h'));

/** A span in minutes. */
export const minutesOf = (text: string): number => Number.parseInt(text, 10) * (text.endsWith('h') ? 60 : 1);

/** What is promised at one priority. */
const target = z.strictObject({
  /** From the requester's first message to the first reply of a person. */
  firstReply: span,
  /** From the requester's message to the next reply. Default as long as the first. */
  nextReply: z.optional(span),
  /** From the first message to solved, without the time that waits for the requester. Default nothing is promised. */
  resolution: z.optional(span),
  /** Counts every minute, not only business hours. Default false. */
  aroundTheClock: z._default(z.boolean(), false),
});
export type Target = z.infer<typeof target>;

const slugs = z.array(slug).check(z.minLength(1), z.maxLength(200));

/** An entry of `content/routing/sla-policies.yaml`. The first whose `when` holds is the ticket's. */
export const slaPolicy = z.strictObject({
  id: slug,
  /** All of what is named must hold; default it always does. */
  when: z._default(
    z.strictObject({
      tier: z.optional(z.array(tier).check(z.minLength(1))),
      group: z.optional(slugs),
      topic: z.optional(slugs),
      plan: z.optional(slugs),
    }),
    {},
  ),
  targets: z.strictObject({ low: target, normal: target, high: target, urgent: target }),
});
export type SlaPolicy = z.infer<typeof slaPolicy>;

/** `content/routing/sla-policies.yaml`. */
export const slaPolicies = z.strictObject({ policies: z.array(slaPolicy).check(z.minLength(1), z.maxLength(100)) });
