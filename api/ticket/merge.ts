import type { Routing } from '../../content/schema/routing.ts';
import { mostTags } from '../contract/desk-change.ts';
import { StoreUnavailable } from '../store/statement.ts';
import type { Person, StoredThread } from '../store/store.ts';
import { type Changed, change, changeOf, mostTries, type Step } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { isOfPartner } from './may.ts';
import { partedStep } from './parted.ts';
import { isDone, statusStep } from './status.ts';
import { actorOf, ticketFor, ticketNamed } from './viewer.ts';

/**
 * A ticket that repeats another one ends and goes on there. Nothing of the one is copied into the other: two requesters may be
 * two people, whatever address they typed. Whoever wrote the ended one keeps their thread, and reads where it goes on.
 */
export async function merge(
  deps: TicketDeps,
  { id, into, agent }: { id: string; into: string; agent: Person },
): Promise<Changed> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const one = await ticketFor(deps, agent, id);
    const other = await ticketNamed(deps, agent, into);
    if (!one || !other) return { kind: 'unknown' };
    if (one.ticket.mergedInto === other.ticket.id) return { kind: 'changed', thread: one };
    if (isRefused(one, other)) return { kind: 'refused', code: 'merge-refused' };
    const actor = actorOf(agent);
    const ended = changeOf(deps, { thread: one, step: endedIn(one, other), actor });
    const taken = changeOf(deps, { thread: other, step: takesIn(one, other, deps.routing), actor });
    const result = await deps.store.changeTickets([ended.change, taken.change]);
    if (result === 'changed') return { kind: 'changed', thread: ended.thread };
  }
  throw new StoreUnavailable('Two tickets changed too often to be merged.');
}

/** A ticket goes on in one that goes on itself: whoever still waits would wait there for ever. Neither is closed. */
const isRefused = ({ ticket: one }: StoredThread, { ticket: other }: StoredThread): boolean =>
  one.id === other.id ||
  one.mergedInto !== undefined ||
  other.mergedInto !== undefined ||
  other.held ||
  (isDone(other.status) && !isDone(one.status)) ||
  [one, other].some(({ status }) => status === 'closed');

const nameOf = ({ ticket: { id, reference } }: StoredThread) => ({ id, reference });

function endedIn(one: StoredThread, other: StoredThread): Step {
  const { set, events } = statusStep(one, { to: 'solved' });
  return {
    set: { ...set, mergedInto: other.ticket.id, leadAsked: false },
    events: [{ kind: 'merged', into: nameOf(other) }, ...events],
  };
}

/** Tags go along, as far as there is room, but not to a partner who may not see the ticket that had them. */
function takesIn(one: StoredThread, other: StoredThread, routing: Routing): Step {
  const events: Step['events'] = [{ kind: 'took-in', from: nameOf(one) }];
  if (one.ticket.group !== other.ticket.group && isOfPartner([other.ticket.group], routing)) return { events };
  const tags = [...new Set([...other.ticket.tags, ...one.ticket.tags])].slice(0, mostTags);
  return { set: { tags: tags.sort() }, events };
}

/** It goes on by itself again. */
export const unmerge = (deps: TicketDeps, id: string, agent: Person): Promise<Changed> =>
  change(deps, {
    find: () => ticketFor(deps, agent, id),
    actor: actorOf(agent),
    step: (thread) => (thread.ticket.status === 'closed' ? { refused: 'conflict' } : partedStep(thread)),
  });
