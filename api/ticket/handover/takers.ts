import type { Person } from '../../store/store.ts';
import type { TicketDeps } from '../deps.ts';
import { scopeOf } from '../viewer.ts';

/** Somebody who could take a ticket over. */
export type Taker = Pick<Person, 'id' | 'name' | 'groups'>;

/** Whom a person knows by name: a partner's people know each other, and nobody else. */
export async function takersKnownTo(
  { store, routing }: Pick<TicketDeps, 'store' | 'routing'>,
  person: Person,
): Promise<Taker[]> {
  const scope = scopeOf(person, routing);
  const team = await store.team();
  return team.filter(({ id, groups }) => !scope || id === person.id || groups.some((group) => scope.includes(group)));
}

/** Those of a group. Whoever is in none sees its tickets too, but nobody has said that they work on them. */
export const takersOf = (takers: readonly Taker[], group: string): { id: string; name: string }[] =>
  takers.filter(({ groups }) => groups.includes(group)).map(({ id, name }) => ({ id, name }));
