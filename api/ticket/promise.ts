import type { Routing } from '../../content/schema/routing.ts';
import type { Place } from '../contract/event.ts';
import { type ClockEvent, type Clocks, clocks } from '../routing/clocks.ts';
import type { Promised } from '../routing/deadline.ts';
import { policyFor } from '../routing/decide.ts';
import { factsOf, type Subject } from '../routing/facts.ts';
import { calendarOf } from '../routing/group-hours.ts';
import type { Millis, StoredEvent, StoredThread } from '../store/store.ts';

/** A ticket as the router sees it now. */
export const subjectOf = ({ ticket, context, messages }: StoredThread): Subject => ({
  topic: ticket.topic,
  language: ticket.locale,
  verified: ticket.verified,
  message: messages[0]?.text ?? '',
  context,
  exhausted: ticket.exhausted,
});

/**
 * The clocks of a ticket, from everything that happened to it. What was promised with a place stays, whatever the policies say
 * today; the hours are those of today's calendars, so that a holiday that is added counts.
 */
export function clocksOf(thread: StoredThread, routing: Routing, now: Millis): Clocks {
  const promises = promisesOf(thread, routing);
  const events = thread.events.flatMap((event) => clockEvents(event, promises));
  const [first] = thread.events;
  const place = first?.event.kind === 'created' ? first.event.place : thread.ticket;
  return clocks(promises(place), events, now);
}

function promisesOf(thread: StoredThread, routing: Routing): (place: Place) => Promised {
  let facts: ReturnType<typeof factsOf> | undefined;
  return (place) => {
    const group = groupAt(place, routing);
    // Only a ticket from before kept no target.
    facts ??= place.target ? undefined : factsOf(subjectOf(thread));
    const { tier, priority } = place;
    const { topic } = thread.ticket;
    const target =
      place.target ?? policyFor(routing, { tier, group, facts: { topic, plan: facts?.plan } }).targets[priority];
    return { target, calendar: calendarOf(routing, group) };
  };
}

/** A group that was taken out of the file leaves its tickets to another one of its tier. */
export function groupAt({ tier, group: id }: Pick<Place, 'tier' | 'group'>, { groups }: Routing) {
  const found = groups.find((group) => group.id === id) ?? groups.find((group) => group.tier === tier) ?? groups[0];
  if (!found) throw new Error('Routing has no group.');
  return found;
}

function clockEvents({ at, actor, event }: StoredEvent, promises: (place: Place) => Promised): ClockEvent[] {
  switch (event.kind) {
    case 'created':
      return [{ kind: 'requester-message', at }];
    case 'message':
      return [{ kind: actor.kind === 'requester' ? 'requester-message' : 'agent-reply', at }];
    case 'status':
      return [{ kind: 'status', status: event.to, at }];
    case 'issue-joined':
    case 'issue-left':
      return [{ kind: 'issue', joined: event.kind === 'issue-joined', at }];
    case 'placed':
      return [{ kind: 'retarget', promised: promises(event.to), at }];
    default:
      return [];
  }
}
