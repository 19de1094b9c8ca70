import type { Routing } from '../../content/schema/routing.ts';
import type { Destination } from '../contract/ticket.ts';
import { deadlines } from '../routing/deadline.ts';
import { type Decision, decide } from '../routing/decide.ts';
import { destinationOf } from '../routing/destination.ts';
import type { Subject } from '../routing/facts.ts';
import { calendarOf, openAt } from '../routing/group-hours.ts';
import type { Millis, StoredTicket } from '../store/store.ts';
import type { TicketDeps } from './deps.ts';

interface Placed {
  decision: Decision;
  due: { firstReplyBy: Millis; resolveBy: Millis | undefined };
}

/** Where a ticket goes at an instant, and by when. */
export function place(routing: Routing, subject: Subject, at: Millis): Placed {
  const decision = decide(subject, routing, openAt(routing, at));
  const promised = { target: decision.target, calendar: calendarOf(routing, decision.group) };
  const { firstReplyBy, resolveBy } = deadlines(promised, at);
  // The compile step refuses a target that its calendars cannot meet.
  if (firstReplyBy === undefined) throw new Error(`Group ${decision.group.id} is never there to reply.`);
  return { decision, due: { firstReplyBy, resolveBy } };
}

/** Where a request is, for its requester; nothing where the group is gone or from before there were groups. */
export function shownDestination(
  { group: id, rule: ruleId, locale }: Pick<StoredTicket, 'group' | 'rule' | 'locale'>,
  { routing, settings }: Pick<TicketDeps, 'routing' | 'settings'>,
): Destination | undefined {
  const group = routing.groups.find((one) => one.id === id);
  const rule = routing.rules.find((one) => one.id === ruleId);
  const fallback = settings.locales[0] ?? locale;
  return group && destinationOf({ group, rule }, { locale, fallback });
}
