import * as z from 'zod/mini';
import { slug } from './name.ts';
import { tier } from './tier.ts';

/** A span written `30m` or `4h`: of the group's business hours, or around the clock where the target says so. */
const span = z.string().check(z.regex(/^[1-9]\d{0,4}[mh]$/, 'expected a span such as 30m or 8h'));

/** A span in minutes. */
export const minutesOf = (text: string): number => Number.parseInt(text, 10) * (text.endsWith('h') ? 60 : 1);

/** What is promised at one priority. */
export const target = z.strictObject({
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

/** What a target promises a span for. */
export const metric = z.enum(['first-reply', 'next-reply', 'resolution']);
export type Metric = z.infer<typeof metric>;

const slugs = z.array(slug).check(z.minLength(1), z.maxLength(200));

/** More expertise when it takes long, and whoever leads for every promise that is broken. */
export const usualEscalation: { functional: Metric[]; hierarchical: Metric[] } = {
  functional: ['resolution'],
  hierarchical: ['first-reply', 'next-reply', 'resolution'],
};

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
  /** Whose turn it is when time runs out. Default: more expertise for the resolution, whoever leads for every promise. */
  escalation: z._default(
    z.strictObject({
      /** Promises of which three quarters of the time, once used, send the ticket to the next tier that can solve it. */
      functional: z._default(z.array(metric), usualEscalation.functional),
      /** Promises of which whoever leads hears once they are broken. */
      hierarchical: z._default(z.array(metric), usualEscalation.hierarchical),
    }),
    usualEscalation,
  ),
  targets: z.strictObject({ low: target, normal: target, high: target, urgent: target }),
});
export type SlaPolicy = z.infer<typeof slaPolicy>;

/** `content/routing/sla-policies.yaml`. */
export const slaPolicies = z.strictObject({ policies: z.array(slaPolicy).check(z.minLength(1), z.maxLength(100)) });
