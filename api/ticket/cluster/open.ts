import type { Cluster } from '../../contract/issue.ts';
import type { Person, Store, UnsolvedTicket } from '../../store/store.ts';
import type { TicketDeps } from '../deps.ts';
import { alikeTicketOf } from '../issue/shown.ts';
import { type Sight, seenContext } from '../sight.ts';
import { scopeOf } from '../viewer.ts';
import { clustering, type Found } from './cluster.ts';
import type { Comparable } from './compared.ts';

export const windowHours = 48;
const hourMs = 3_600_000;
/** Where more come in two days, the newest tell what is going on. */
const most = 2_000;

/** What is reported by several people now and is not all told to them already, of what a person may see. */
export async function openClusters(deps: TicketDeps, person: Person, sight: Sight): Promise<Cluster[]> {
  const { store, routing, now } = deps;
  const since = now() - windowHours * hourMs;
  const groups = scopeOf(person, routing);
  const there = await store.unsolvedTickets({ since, groups, limit: most });
  // What is withheld makes nothing alike: the likeness would tell it.
  const unsolved = there.map((one) => ({ ...one, context: seenContext(one.ticket, one.context, sight) }));
  const known = new Map(unsolved.map((one) => [one.ticket.id, one]));
  const found = await compare(store, groups, unsolved);
  return found
    .map((one) => shown(one, known))
    .filter(({ tickets }) => tickets.some(({ issue }) => issue === undefined));
}

interface Compared {
  ids: string;
  found: Promise<Found[]>;
  isDone: boolean;
}
/** By scope: every desk asks each minute, and what is compared of a ticket never changes. */
const compared = new WeakMap<Store, Map<string, Compared>>();

/** One at a time for each scope: who asks while it is done gets what is done, and what came in since the next time. */
function compare(
  store: Store,
  groups: readonly string[] | undefined,
  unsolved: readonly UnsolvedTicket[],
): Promise<Found[]> {
  const known = compared.get(store) ?? new Map<string, Compared>();
  compared.set(store, known);
  const scope = groups?.join() ?? '*';
  const ids = unsolved.map(({ ticket }) => ticket.id).join();
  const before = known.get(scope);
  if (before && (before.ids === ids || !before.isDone)) return before.found;
  const entry = { ids, found: inSteps(clustering(unsolved.map(comparable))), isDone: false };
  known.set(scope, entry);
  const done = () => {
    entry.isDone = true;
  };
  entry.found.then(done, () => known.delete(scope));
  return entry.found;
}

/** Two thousand long requests take a second or two: whoever writes meanwhile does not wait for it. */
async function inSteps<T>(steps: Generator<undefined, T, undefined>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

const comparable = ({ ticket: { id, topic, locale, createdAt }, context, text }: UnsolvedTicket): Comparable => ({
  id,
  topic,
  locale,
  createdAt,
  context,
  message: text,
});

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
