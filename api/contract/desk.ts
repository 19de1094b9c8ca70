import * as z from 'zod/mini';
import { group } from '../../content/schema/group.ts';
import { slug } from '../../content/schema/name.ts';
import { routing } from '../../content/schema/routing.ts';
import { deskNote } from './desk-change.ts';
import { actor, cause, ticketEvent } from './event.ts';
import { deskHandover } from './handover.ts';
import { pageContext } from './page-context.ts';
import { instant, message, messageText, priority, routingReason, status, tier } from './ticket.ts';

/** Body of `POST /desk/api/session`: the token of a sign-in link. Answers 200 with `deskSession` and the session cookie. */
export const deskSignIn = z.strictObject({ token: z.string().check(z.regex(/^[\w-]{43}$/)) });

/** Agents answer, leads are asked when a promise is broken, admins decide who is in the team. */
export const role = z.enum(['agent', 'lead', 'admin']);

/** `GET /desk/api/session`: who is signed in; 401 `signed-out` otherwise. `DELETE` signs out with 204. */
export const deskSession = z.object({
  id: z.string(),
  name: z.string(),
  role,
  /** Who answers, in the order of the file. */
  /** Everybody in the team, by name. */
  team: z.array(z.object({ id: z.string(), name: z.string(), groups: z.array(z.string()) })),
  groups: z.array(
    z.extend(z.pick(z.object(group.shape), { id: true, title: true, tier: true, partner: true }), {
      /** Of a partner: they read what is noted while they have a request. */
      readsNotes: z.optional(z.boolean()),
    }),
  ),
});
export type DeskSession = z.infer<typeof deskSession>;

/** `GET /desk/api/routing`: what decides, with the places of its rules, for trying what would happen. */
export const deskRouting = z.object({ routing });

/** A piece of a message or a note, as plain text: markup would be the writer's. */
const found = z.object({
  in: z.enum(['message', 'note']),
  text: z.string(),
  /** From and to, in UTF-16 units of the text, one after the other. */
  marks: z.array(z.tuple([z.int(), z.int()])),
});
export type Found = z.infer<typeof found>;

/** A row of the list. */
export const deskTicketRow = z.object({
  id: z.string(),
  reference: z.string(),
  status,
  tier,
  priority,
  /** Id of the group that has it; empty for a ticket from before there were groups. */
  group: z.string(),
  topic: slug,
  /** First line of the first message, at most 140 characters. */
  excerpt: z.string(),
  requester: z.object({
    name: z.optional(z.string()),
    address: z.optional(z.string()),
    /** What is not shown to whoever looks, whether it was given or not. */
    withheld: z.optional(z.array(z.enum(['name', 'address']))),
  }),
  createdAt: instant,
  updatedAt: instant,
  firstReplyBy: instant,
  /** When an agent first replied; absent until then. */
  firstRepliedAt: z.optional(instant),
  /** When it is promised to be solved, where that is promised. */
  resolveBy: z.optional(instant),
  /** When the reply that is owed is promised, once there was a first one. */
  nextReplyBy: z.optional(instant),
  /** The first promise that counts now; absent while nobody waits. */
  dueBy: z.optional(instant),
  /** Id of the person who has it. */
  assignee: z.optional(z.string()),
  tags: z.array(z.string()),
  /** Whoever leads is asked to look, and has not yet. */
  leadAsked: z.boolean(),
  /** How often it went to another tier. */
  transfers: z.int(),
  /** A field no person sees was filled: probably a machine. Kept and shown, because a person may be behind it. */
  held: z.boolean(),
  /** Where the words of a search are in a text of it. */
  found: z.optional(found),
  /** Id of the known issue that it is part of. */
  issue: z.optional(z.string()),
});
export type DeskTicketRow = z.infer<typeof deskTicketRow>;

/** `GET /desk/api/tickets` with a query of `desk-list.ts`; `next` is the cursor of the following page. */
export const deskTicketList = z.object({
  tickets: z.array(deskTicketRow),
  next: z.optional(z.string()),
  /** Names of those who have them, by id. */
  people: z.optional(z.record(z.string(), z.string())),
});
export type DeskTicketList = z.infer<typeof deskTicketList>;

/** An event as the desk shows it. */
const deskEvent = z.object({ seq: z.int(), at: instant, actor, event: ticketEvent });

/** `GET /desk/api/tickets/:id`. */
export const deskTicket = z.extend(deskTicketRow, {
  messages: z.array(message),
  /** Exactly what the requester previewed, redacted. */
  context: pageContext,
  reasons: z.array(routingReason),
  cause: z.optional(cause),
  /** For the desk alone. */
  notes: z.array(deskNote),
  /** Where it goes on, when it was found to repeat another one. */
  mergedInto: z.optional(z.object({ id: z.string(), reference: z.string() })),
  /** What happened, oldest first. */
  events: z.array(deskEvent),
  /** How it was handed over, oldest first. */
  handovers: z.array(deskHandover),
  locale: z.string(),
});
export type DeskTicket = z.infer<typeof deskTicket>;

/**
 * Body of `POST /desk/api/tickets/:id/messages`, Idempotency-Key required; answers 201 with the message. `status` is set in
 * the same command, default `pending`. A closed ticket answers 409 `conflict`.
 */
export const deskReply = z.strictObject({ text: messageText, status: z.optional(status) });
/**
 * Body of `POST /desk/api/tickets/:id/status`; answers 200 with the ticket. `cause` says what solved it. A closed ticket answers
 * 409 `conflict`.
 */
export const deskStatus = z.strictObject({ status, cause: z.optional(cause) });
