import { exhaustedBy, type Setback } from '../routing/exhausted.ts';
import type { StoredEvent, StoredThread } from '../store/store.ts';

/** Up to which tier a ticket is exhausted by having come back, whatever its clocks say. */
export function wornOut({ ticket, events }: Pick<StoredThread, 'ticket' | 'events'>): number {
  const created = events[0]?.event;
  const first = created?.kind === 'created' ? created.place.tier : ticket.tier;
  return exhaustedBy(events.flatMap(setbackOf), first);
}

function setbackOf({ actor, event }: StoredEvent): Setback[] {
  if (event.kind === 'status' && event.from === 'solved' && event.to === 'open' && actor.kind === 'requester')
    return [{ kind: 'reopened' }];
  if (event.kind === 'placed' && event.from.tier !== event.to.tier)
    return [{ kind: 'handed-over', from: event.from.tier, to: event.to.tier }];
  return [];
}
