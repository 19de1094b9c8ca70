import type { Routing } from '../../content/schema/routing.ts';
import type { RequestStep } from '../contract/ticket.ts';
import type { Clock } from '../routing/clock.ts';
import type { Millis, StoredEvent, StoredThread } from '../store/store.ts';
import { isByMerge } from './by-merge.ts';
import type { TicketDeps } from './deps.ts';
import { waitsFor } from './issue/waits.ts';
import { shownDestination } from './place.ts';
import { clocksOf } from './promise.ts';

/**
 * What became of a request, for its requester: who got it and by when, where it goes on, when it was solved and opened again. Names groups by
 * their title, and nobody; why a team hands a request on stays inside.
 */
export const stepsOf = (thread: StoredThread, deps: Pick<TicketDeps, 'routing' | 'settings'>): RequestStep[] =>
  thread.events.flatMap((event, place): RequestStep[] => {
    const kind = kindOf(event);
    if (!kind || isByMerge(thread.events, place)) return [];
    const at = instant(event.at);
    if (event.event.kind === 'merged') return [{ kind, at, reference: event.event.into.reference }];
    const group = groupAfter(event);
    if (group === undefined) return [{ kind, at }];
    const { ticket } = thread;
    const destination = shownDestination({ group, rule: '', locale: ticket.locale }, deps);
    // Whoever waits for a known issue is promised its answer, and nothing before.
    if (waitsFor(thread) !== undefined && ticket.status === 'on-hold')
      return [{ kind, at, ...(destination && { group: destination.group }) }];
    const until = { ...thread, events: thread.events.slice(0, place + 1) };
    return [
      { kind, at, ...(destination && { group: destination.group }), ...promisedIn(until, deps.routing, event.at) },
    ];
  });

const instant = (at: Millis): string => new Date(at).toISOString();

function kindOf({ event }: StoredEvent): RequestStep['kind'] | undefined {
  switch (event.kind) {
    case 'created':
      return 'received';
    case 'merged':
      return 'continued';
    case 'placed':
      return event.from.group === event.to.group ? undefined : 'moved';
    case 'status':
      // What ended it was said, which is for the team.
      if (event.from === event.to) return undefined;
      if (event.to === 'solved' || event.to === 'closed') return event.to;
      return event.from === 'solved' ? 'reopened' : undefined;
    default:
      return undefined;
  }
}

function groupAfter({ event }: StoredEvent): string | undefined {
  if (event.kind === 'created') return event.place.group;
  return event.kind === 'placed' ? event.to.group : undefined;
}

/** What whoever has it owes next, as it was promised then. */
function promisedIn(thread: StoredThread, routing: Routing, now: Millis): Pick<RequestStep, 'replyBy' | 'solveBy'> {
  const { firstReply, nextReply, resolution } = clocksOf(thread, routing, now);
  const replyBy = dueAt(firstReply) ?? dueAt(nextReply);
  if (replyBy !== undefined) return { replyBy: instant(replyBy) };
  const solveBy = dueAt(resolution);
  return solveBy === undefined ? {} : { solveBy: instant(solveBy) };
}

const dueAt = (clock: Clock): Millis | undefined => (clock.state === 'running' ? clock.dueAt : undefined);
