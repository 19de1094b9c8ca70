import * as z from 'zod/mini';
import { destination, issueNotice } from '../../api/contract/ticket.ts';

const common = {
  /** Idempotency-Key, and its name on the device. */
  key: z.string(),
  /** Milliseconds since 1970, growing from message to message. */
  at: z.number(),
  attempts: z.number(),
  /** Not tried before, unless something woke it. */
  nextAt: z.number(),
  /** The API asked to wait until then. */
  notBefore: z.optional(z.number()),
  /** `needs-attention`: the API refused it for good; the text stays until the person decides. */
  state: z.enum(['waiting', 'needs-attention']),
  /** Why the last attempt failed: a problem code, `http-<status>`, or a failure kind. */
  why: z.optional(z.string()),
};

/**
 * A message on its way. It is on the device before it is called kept, and leaves after a 2xx with a reference. What is
 * inside a ticket was checked before it was kept, and the API checks it again: a stricter rule here would lose it.
 */
export const queuedMessage = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('ticket'), body: z.looseObject({ topic: z.string(), message: z.string() }) }),
  z.object({ ...common, kind: z.literal('reply'), reference: z.string(), capability: z.string(), text: z.string() }),
]);
export type QueuedMessage = z.infer<typeof queuedMessage>;
export type QueuedReply = Extract<QueuedMessage, { kind: 'reply' }>;

export const outboxPrefix = 'outbox/';
export const requestPrefix = 'request/';
export const threadPrefix = 'thread/';
export const seenPrefix = 'seen/';
/** A reply that is being written, by its request. */
export const draftPrefix = 'draft/';

/** What stays of a ticket once it is sent. */
export const keptRequest = z.object({
  reference: z.string(),
  /** Whoever has it reads and writes the thread. Never in an event, a log or a query. */
  capability: z.string(),
  topic: z.string(),
  createdAt: z.string(),
  firstReplyBy: z.string(),
  destination: z.optional(destination),
  issue: z.optional(issueNotice),
  /** Of the message that made it. */
  key: z.string(),
});
export type KeptRequest = z.infer<typeof keptRequest>;
