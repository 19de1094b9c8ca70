import { exhaustedBy, type Setback } from '../routing/exhausted.ts';
import type { StoredEvent, StoredThread } from '../store/store.ts';
import { isByMerge } from './by-merge.ts';

/** Up to which tier a ticket is exhausted by having come back, whatever its clocks say. */
export function wornOut({ ticket, events }: Pick<StoredThread, 'ticket' | 'events'>): number {
  const created = events[0]?.event;
  const first = created?.kind === 'created' ? created.place.tier : ticket.tier;
  return exhaustedBy(
    events.flatMap((event, place) => setbackOf(event, events.slice(0, place))),
    first,
  );
}

function setbackOf({ actor, event }: StoredEvent, before: readonly StoredEvent[]): Setback[] {
  if (event.kind === 'status' && event.from === 'solved' && event.to === 'open' && actor.kind === 'requester') {
    const solved = before.findLastIndex(({ event }) => event.kind === 'status' && event.to === 'solved');
    // What only a merge has ended was nobody's attempt.
    return isByMerge(before, solved) ? [] : [{ kind: 'reopened' }];
  }
  if (event.kind === 'placed' && event.from.tier !== event.to.tier)
    return [{ kind: 'handed-over', from: event.from.tier, to: event.to.tier }];
  return [];
}
