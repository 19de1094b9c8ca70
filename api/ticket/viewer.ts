import type { Routing } from '../../content/schema/routing.ts';
import type { Actor } from '../contract/event.ts';
import type { Person, StoredThread, StoredTicket } from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { withoutForeign } from './handover/foreign.ts';

/** A person as the history of a ticket names them. */
export const actorOf = ({ id, name }: Person): Actor => ({ kind: 'person', id, name });

/** Ids of the groups whose tickets are all that a person sees; `undefined` is every group. */
export function scopeOf({ groups }: Person, routing: Routing): string[] | undefined {
  const own = routing.groups.filter(({ id }) => groups.includes(id));
  return own.length > 0 && own.every(({ partner }) => partner) ? own.map(({ id }) => id) : undefined;
}

/** Whether a person may see a ticket at all. */
export function sees(person: Person, { group }: Pick<StoredTicket, 'group'>, routing: Routing): boolean {
  return scopeOf(person, routing)?.includes(group) ?? true;
}

/** The ticket of an id, for whoever may see it: the one way to a ticket from the desk. */
export async function ticketFor(
  { store, routing }: Pick<TicketDeps, 'store' | 'routing'>,
  person: Person,
  id: string,
): Promise<StoredThread | undefined> {
  const thread = await store.ticketById(id);
  return thread && sees(person, thread.ticket, routing) ? withoutForeign(thread, scopeOf(person, routing)) : undefined;
}
