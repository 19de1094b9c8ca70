import type { TicketEvent } from '../../contract/event.ts';
import type { Tier } from '../../contract/ticket.ts';
import type { StoredThread } from '../../store/store.ts';

/** Whether nobody of a tier has had a ticket: one that came in higher up is not given back to a lower tier. */
export const isNewTo = ({ events }: Pick<StoredThread, 'events'>, tier: Tier): boolean =>
  !events.some(({ event }) => tiersOf(event).includes(tier));

function tiersOf(event: TicketEvent): Tier[] {
  if (event.kind === 'created') return [event.place.tier];
  return event.kind === 'placed' ? [event.from.tier, event.to.tier] : [];
}
