import * as z from 'zod/mini';
import { documentId, locale, slug } from '../../content/schema/name.ts';
import { type Priority, priority, type Tier, tier } from '../../content/schema/tier.ts';
import { pageContext } from './page-context.ts';

export const status = z.enum(['new', 'open', 'pending', 'on-hold', 'solved', 'closed']);
export type Status = z.infer<typeof status>;
export { type Priority, priority, type Tier, tier };

/** Instants are ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** What a person typed: 1 to 10,000 characters, not only spaces. */
export const messageText = z.string().check(z.maxLength(10_000), z.regex(/\S/, 'expected some words'));

/** An address somebody typed. Nobody has shown that it is theirs. */
export const unverifiedAddress = z
  .string()
  .check(
    z.maxLength(254),
    z.regex(/^[^\s@<>",;:\\]+@[^\s@<>",;:\\]+\.[^\s@<>",;:\\]{2,}$/, 'expected an address such as ada@example.com'),
  );

/** Body of `POST /api/tickets`. */
export const createTicket = z.strictObject({
  topic: slug,
  message: messageText,
  context: pageContext,
  locale,
  name: z.optional(z.string().check(z.maxLength(100))),
  address: z.optional(unverifiedAddress),
  /** A field no person sees; a filled one marks a machine. */
  website: z.optional(z.string().check(z.maxLength(200))),
  /** Id of a known issue that it reports. Without effect where there is no such issue in work. */
  issue: z.optional(z.string().check(z.maxLength(64))),
});
export type CreateTicket = z.infer<typeof createTicket>;

/** Why a ticket went where it went, in an order a person can read: for agents. `code` names a message of the catalogue. */
export const routingReason = z.strictObject({
  code: z.string(),
  detail: z.optional(z.string()),
  /** The tier it is about, where it is about one. */
  tier: z.optional(tier),
  /** By locale: what authors call it, or say of it. */
  text: z.optional(z.record(locale, z.string())),
  /** The rule's file and line: `routing/rules.yaml:12`. */
  source: z.optional(z.string()),
});
export type RoutingReason = z.infer<typeof routingReason>;

/** Where a request is, as its requester reads it. */
export const destination = z.object({
  /** Name of the group. */
  group: z.string(),
  /** Follows "because": "the connector guide did not help". */
  because: z.optional(z.string()),
});
export type Destination = z.infer<typeof destination>;

export const issueState = z.enum(['working', 'solved']);
export type IssueState = z.infer<typeof issueState>;

/** The known issue that a request is part of, as its requester reads it. No reply is promised beyond its solution. */
export const issueNotice = z.object({ state: issueState, title: z.string(), text: z.string() });
export type IssueNotice = z.infer<typeof issueNotice>;

/** Answer to a created ticket, and to its replay: 201. */
export const ticketReceipt = z.object({
  /** For people: `TZ-7K2M4P`. Never a permission. */
  reference: z.string().check(z.regex(/^TZ-[0-9A-HJKMNP-TV-Z]{6}$/)),
  /** Opens the thread; 256 bits, base64url. Whoever has it can read and write there. */
  capability: z.string().check(z.regex(/^[\w-]{43}$/)),
  status,
  tier,
  priority,
  /** Who has it, and what brought it there, in the requester's words. */
  destination: z.optional(destination),
  createdAt: instant,
  /** When a person will have replied for the first time. */
  firstReplyBy: instant,
  issue: z.optional(issueNotice),
});
export type TicketReceipt = z.infer<typeof ticketReceipt>;

export const message = z.object({
  id: z.string(),
  from: z.enum(['requester', 'agent']),
  /** Shown name of an agent; absent for the requester. */
  name: z.optional(z.string()),
  text: z.string(),
  at: instant,
});
export type Message = z.infer<typeof message>;

/** Where a request went, and how it ended: who has it and by when, without a word from inside. */
export const requestStep = z.object({
  /** `continued`: it repeats another request, and is answered there. */
  kind: z.enum(['received', 'moved', 'continued', 'solved', 'reopened', 'closed']),
  at: instant,
  /** Name of the group. */
  group: z.optional(z.string()),
  /** Of the request that it goes on in. */
  reference: z.optional(z.string()),
  /** When a person replies, where a reply is owed; otherwise when it is solved, where that is promised. */
  replyBy: z.optional(instant),
  solveBy: z.optional(instant),
});
export type RequestStep = z.infer<typeof requestStep>;

/** `GET /api/thread`: what the requester sees. */
export const thread = z.object({
  reference: z.string(),
  status,
  topic: slug,
  destination: z.optional(destination),
  createdAt: instant,
  firstReplyBy: instant,
  issue: z.optional(issueNotice),
  messages: z.array(message),
  /** Oldest first. */
  steps: z.optional(z.array(requestStep)),
});
export type Thread = z.infer<typeof thread>;

/** Body of `POST /api/thread/messages`; answers 201 with the message, 409 `conflict` when the ticket is closed. */
export const addMessage = z.strictObject({ text: messageText });

/** Body of `POST /api/feedback`; answers 204. Kept without identity. */
export const articleFeedback = z.strictObject({
  document: documentId,
  locale,
  helpful: z.boolean(),
  reason: z.optional(z.enum(['incomplete', 'unclear', 'wrong', 'other'])),
  words: z.optional(z.string().check(z.maxLength(1_000))),
});
