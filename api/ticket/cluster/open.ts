import type { Cluster } from '../../contract/issue.ts';
import type { Person, UnsolvedTicket } from '../../store/store.ts';
import type { TicketDeps } from '../deps.ts';
import { alikeTicketOf } from '../issue/shown.ts';
import { scopeOf } from '../viewer.ts';
import { clustersOf, type Found } from './cluster.ts';

export const windowHours = 48;
const hourMs = 3_600_000;
/** Where more come in two days, the newest tell what is going on. */
const most = 2_000;

/** What is reported by several people now and is not all told to them already, of what a person may see. */
export async function openClusters(deps: TicketDeps, person: Person): Promise<Cluster[]> {
  const { store, routing, now } = deps;
  const since = now() - windowHours * hourMs;
  const unsolved = await store.unsolvedTickets({ since, groups: scopeOf(person, routing), limit: most });
  const known = new Map(unsolved.map((one) => [one.ticket.id, one]));
  const found = clustersOf(
    unsolved.map(({ ticket: { id, topic, locale, createdAt }, context, text }) => ({
      id,
      topic,
      locale,
      createdAt,
      context,
      message: text,
    })),
  );
  return found
    .map((one) => shown(one, known))
    .filter(({ tickets }) => tickets.some(({ issue }) => issue === undefined));
}

function shown({ tickets, topic, code, words }: Found, known: ReadonlyMap<string, UnsolvedTicket>): Cluster {
  const rows = tickets.flatMap(({ id }) => known.get(id)?.ticket ?? []);
  const issue = rows.find((ticket) => ticket.issue !== undefined)?.issue;
  return {
    id: rows[0]?.id ?? '',
    topic,
    ...(code !== undefined && { code }),
    words,
    ...(issue !== undefined && { issue }),
    since: new Date(rows[0]?.createdAt ?? 0).toISOString(),
    tickets: rows.map(alikeTicketOf),
  };
}
