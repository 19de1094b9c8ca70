import type { DeskTicket, DeskTicketRow } from '../contract/desk.ts';
import type { Message, Thread } from '../contract/ticket.ts';
import type { Millis, StoredIssue, StoredMessage, StoredThread, StoredTicket } from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { issueNotice } from './issue/shown.ts';
import { shownDestination } from './place.ts';

const instant = (at: Millis): string => new Date(at).toISOString();

/** A message as both sides see it. */
export const shownMessage = ({ id, from, name, text, at }: StoredMessage): Message => ({
  id,
  from,
  ...(name === undefined ? {} : { name }),
  text,
  at: instant(at),
});

/** A ticket as its requester sees it. */
export const shownThread = ({ ticket, messages }: StoredThread, deps: Placing, issue?: StoredIssue): Thread => {
  const destination = shownDestination(ticket, deps);
  return {
    reference: ticket.reference,
    status: ticket.status,
    topic: ticket.topic,
    ...(destination && { destination }),
    createdAt: instant(ticket.createdAt),
    firstReplyBy: instant(ticket.firstReplyBy),
    ...(issue && { issue: issueNotice(issue, ticket.locale, deps) }),
    messages: messages.map(shownMessage),
  };
};

type Placing = Pick<TicketDeps, 'routing' | 'settings'>;

/** A ticket in the desk's list. */
export const deskRow = (ticket: StoredTicket): DeskTicketRow => ({
  id: ticket.id,
  reference: ticket.reference,
  status: ticket.status,
  tier: ticket.tier,
  priority: ticket.priority,
  group: ticket.group,
  topic: ticket.topic,
  excerpt: ticket.excerpt,
  requester: {
    ...(ticket.name === undefined ? {} : { name: ticket.name }),
    ...(ticket.address === undefined ? {} : { address: ticket.address }),
  },
  createdAt: instant(ticket.createdAt),
  updatedAt: instant(ticket.updatedAt),
  firstReplyBy: instant(ticket.firstReplyBy),
  ...(ticket.firstRepliedAt === undefined ? {} : { firstRepliedAt: instant(ticket.firstRepliedAt) }),
  ...(ticket.resolveBy === undefined ? {} : { resolveBy: instant(ticket.resolveBy) }),
  ...(ticket.nextReplyBy === undefined ? {} : { nextReplyBy: instant(ticket.nextReplyBy) }),
  ...(ticket.dueBy === undefined ? {} : { dueBy: instant(ticket.dueBy) }),
  ...(ticket.assignee === undefined ? {} : { assignee: ticket.assignee }),
  tags: ticket.tags,
  leadAsked: ticket.leadAsked,
  transfers: ticket.transfers,
  held: ticket.held,
  ...(ticket.issue === undefined ? {} : { issue: ticket.issue }),
});

/** A ticket with everything an agent needs. */
export const deskTicketOf = ({ ticket, reasons, context, messages, events }: StoredThread): DeskTicket => ({
  ...deskRow(ticket),
  messages: messages.map(shownMessage),
  context,
  reasons,
  ...(ticket.cause && { cause: ticket.cause }),
  events: events.map((event) => ({ ...event, at: instant(event.at) })),
  locale: ticket.locale,
});
