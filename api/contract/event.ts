import * as z from 'zod/mini';
import { internalId } from '../../content/schema/internal.ts';
import { documentId } from '../../content/schema/name.ts';
import { metric, target } from '../../content/schema/sla-policy.ts';
import { tag } from './tag.ts';
import { priority, status, tier } from './ticket.ts';

/** Another ticket, with the name that people know it by. */
const ticketName = z.object({ id: z.string(), reference: z.string() });

/** Who did something: the requester, a person of the team, or the clocks. */
export const actor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('requester') }),
  z.object({ kind: z.literal('person'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system') }),
]);
export type Actor = z.infer<typeof actor>;

/** Where a ticket is, and what is promised there. */
export const place = z.object({
  tier,
  /** Id of the group; empty for a ticket from before there were groups. */
  group: z.string(),
  priority,
  /** What was promised with it. A policy that is written later does not change it. */
  target: z.optional(target),
});
export type Place = z.infer<typeof place>;

/** What ended a ticket, said when it is solved. */
export const cause = z.enum(['answered', 'article-missing', 'article-wrong', 'defect', 'request', 'other']);
export type Cause = z.infer<typeof cause>;

/**
 * Something that happened to a ticket. Events are only ever added: they are its history, what its clocks count, and the
 * audit log. Texts are not in them: a message or a note is named by its id.
 */
export const ticketEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('created'), place }),
  z.object({ kind: z.literal('message'), message: z.string() }),
  z.object({ kind: z.literal('noted'), note: z.string() }),
  z.object({ kind: z.literal('status'), from: status, to: status, cause: z.optional(cause) }),
  z.object({
    kind: z.literal('placed'),
    from: place,
    to: place,
    /** `overdue`: a clock asked for more expertise. `reopened`: often enough that its tier has done what it can. */
    why: z.enum(['handed-over', 'overdue', 'reopened', 'priority']),
    /** Of the handover note. */
    note: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('assigned'), from: z.optional(z.string()), to: z.optional(z.string()) }),
  /** A share of the time that a tier has promised was used. `since` tells the stretches of one promise apart. */
  z.object({
    kind: z.literal('warned'),
    metric,
    tier,
    percent: z.union([z.literal(50), z.literal(75), z.literal(100)]),
    since: z.int(),
  }),
  /** Whoever leads should look: a promise was broken, or nobody is left who could and has not. */
  z.object({ kind: z.literal('lead-asked'), why: z.enum(['breach', 'exhausted', 'rule']), metric: z.optional(metric) }),
  z.object({ kind: z.literal('lead-took') }),
  z.object({ kind: z.literal('held') }),
  z.object({ kind: z.literal('released') }),
  z.object({ kind: z.literal('tagged'), from: z.array(tag), to: z.array(tag) }),
  z.object({ kind: z.literal('answered-by'), document: z.union([documentId, internalId]) }),
  z.object({ kind: z.literal('merged'), into: ticketName }),
  z.object({ kind: z.literal('took-in'), from: ticketName }),
  /** It goes on by itself again. */
  z.object({ kind: z.literal('parted'), other: ticketName }),
  /** It is part of a known issue: it waits for the one answer, and so do its clocks. */
  z.object({ kind: z.literal('issue-joined'), issue: z.string() }),
  z.object({ kind: z.literal('issue-left'), issue: z.string() }),
]);
export type TicketEvent = z.infer<typeof ticketEvent>;
