import type { Actor } from '../contract/event.ts';
import type { Person } from '../store/store.ts';
import type { TicketCursor } from '../store/ticket-query.ts';
import { change } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { scopeOf } from './viewer.ts';

const page = 200;

interface GivenUp {
  /** Who may not work on them, as they are now. */
  person: Person & { isShutOut: boolean };
  actor: Actor;
}

/**
 * Nobody has the open tickets of whoever is shut out, or may not see them any more: they are in the queue of those that nobody
 * has, and others take them. What is interrupted is done by doing it again.
 */
export async function giveUp(deps: TicketDeps, { person, actor }: GivenUp): Promise<void> {
  const scope = person.isShutOut ? [] : scopeOf(person, deps.routing);
  if (!scope) return;
  for (const id of await ticketsOf(deps, person.id, scope)) {
    await change(deps, {
      find: () => deps.store.ticketById(id),
      actor,
      step: ({ ticket: { assignee, group } }) =>
        assignee === person.id && !scope.includes(group)
          ? { set: { assignee: undefined }, events: [{ kind: 'assigned', from: person.id }] }
          : { events: [] },
    });
  }
}

async function ticketsOf({ store }: TicketDeps, assignee: string, scope: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  let before: TicketCursor | undefined;
  do {
    const rows = await store.listTickets({ assignee, isOpen: true, before, limit: page });
    found.push(...rows.filter(({ group }) => !scope.includes(group)).map(({ id }) => id));
    before = rows.length === page ? rows.at(-1) : undefined;
  } while (before);
  return found;
}
