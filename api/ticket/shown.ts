import type { DeskTicket, DeskTicketRow } from '../contract/desk.ts';
import type { DeskNote } from '../contract/desk-change.ts';
import type { Message, Thread } from '../contract/ticket.ts';
import type {
  Millis,
  StoredEvent,
  StoredIssue,
  StoredMessage,
  StoredNote,
  StoredThread,
  StoredTicket,
} from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { issueNotice } from './issue/shown.ts';
import { shownDestination } from './place.ts';
import { type Sight, seenRow, seenThread, withheldOf } from './sight.ts';
import { stepsOf } from './steps.ts';

const instant = (at: Millis): string => new Date(at).toISOString();

/** A message as both sides see it. */
export const shownMessage = ({ id, from, name, text, at }: StoredMessage): Message => ({
  id,
  from,
  ...(name === undefined ? {} : { name }),
  text,
  at: instant(at),
});

export const shownNote = ({ at, ...note }: StoredNote): DeskNote => ({ ...note, at: instant(at) });

/** A ticket as its requester sees it. */
export const shownThread = (thread: StoredThread, deps: Placing, issue?: StoredIssue): Thread => {
  const { ticket, messages } = thread;
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
    steps: stepsOf(thread, deps),
  };
};

type Placing = Pick<TicketDeps, 'routing' | 'settings'>;

/** A ticket in the desk's list, as whoever looks sees it. */
export const deskRow = (ticket: StoredTicket, sight: Sight): DeskTicketRow =>
  rowOf(seenRow(ticket, sight), withheldOf(ticket, sight));

const rowOf = (ticket: StoredTicket, withheld: ReturnType<typeof withheldOf>): DeskTicketRow => ({
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
    ...(withheld.length > 0 && { withheld }),
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

/** A ticket with everything an agent needs, as whoever looks sees it. */
export const deskTicketOf = (thread: StoredThread, sight: Sight): DeskTicket =>
  ticketOf(seenThread(thread, sight), withheldOf(thread.ticket, sight));

const ticketOf = (
  { ticket, reasons, context, messages, notes, events, handovers }: StoredThread,
  withheld: ReturnType<typeof withheldOf>,
): DeskTicket => ({
  ...rowOf(ticket, withheld),
  messages: messages.map(shownMessage),
  context,
  reasons,
  ...(ticket.cause && { cause: ticket.cause }),
  notes: notes.map(shownNote),
  ...mergedInto(ticket, events),
  events: events.map((event) => ({ ...event, at: instant(event.at) })),
  handovers: handovers.map((one) => ({ ...one, at: instant(one.at), isComplete: one.missing.length === 0 })),
  locale: ticket.locale,
});

/** The name that the other ticket had when they were merged. */
function mergedInto(ticket: StoredTicket, events: readonly StoredEvent[]): Pick<DeskTicket, 'mergedInto'> {
  const last = events.findLast(({ event }) => event.kind === 'merged')?.event;
  return ticket.mergedInto !== undefined && last?.kind === 'merged' ? { mergedInto: last.into } : {};
}
