import type { Routing } from '../../content/schema/routing.ts';
import type { Actor } from '../contract/event.ts';
import type { Person, StoredThread, StoredTicket } from '../store/store.ts';
import type { TicketDeps } from './deps.ts';
import { withoutForeign } from './handover/foreign.ts';

/** A person as the history of a ticket names them. */
export const actorOf = ({ id, name }: Person): Actor => ({ kind: 'person', id, name });

/**
 * Ids of the groups whose tickets are all that a person sees; `undefined` is every group. Whoever is only in groups that are
 * no longer in the file sees nothing until an admin has put them elsewhere: they may have been a partner's.
 */
export function scopeOf({ groups }: Pick<Person, 'groups'>, routing: Pick<Routing, 'groups'>): string[] | undefined {
  const own = routing.groups.filter(({ id }) => groups.includes(id));
  return groups.length > 0 && own.every(({ partner }) => partner) ? own.map(({ id }) => id) : undefined;
}

/** Whether a person may see a ticket at all. */
export function sees(person: Person, { group }: Pick<StoredTicket, 'group'>, routing: Routing): boolean {
  return scopeOf(person, routing)?.includes(group) ?? true;
}

type Deps = Pick<TicketDeps, 'store' | 'routing'>;

/** The ticket of an id, for whoever may see it: the one way to a ticket from the desk, besides its name. */
export const ticketFor = async (deps: Deps, person: Person, id: string): Promise<StoredThread | undefined> =>
  ifSeen(await deps.store.ticketById(id), person, deps);

/** The ticket of a reference, as people write it. */
export const ticketNamed = async (deps: Deps, person: Person, reference: string): Promise<StoredThread | undefined> =>
  ifSeen(await deps.store.ticketByReference(reference.trim().toUpperCase()), person, deps);

const ifSeen = (thread: StoredThread | undefined, person: Person, { routing }: Deps): StoredThread | undefined =>
  thread && sees(person, thread.ticket, routing) ? withoutForeign(thread, scopeOf(person, routing)) : undefined;
