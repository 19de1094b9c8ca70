import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { listFilter, namedQueue } from '../contract/desk-list.ts';
import { routes } from '../contract/routes.ts';
import { isTrailTag } from '../contract/tag.ts';
import { tier } from '../contract/ticket.ts';
import type { Person } from '../store/store.ts';
import type { QueueCounts, TicketCursor, TicketFilter } from '../store/ticket-query.ts';
import { foundIn } from '../ticket/found.ts';
import { readWords, type SearchWords } from '../ticket/search-words.ts';
import { deskRow } from '../ticket/shown.ts';
import { findsByTrail, knows, type Sight, seenPerson } from '../ticket/sight.ts';
import { scopeOf } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { requireAgent } from './desk.ts';
import type { AppContext, AppEnv } from './env.ts';
import { expectations } from './expectation.ts';
import { problem } from './problem.ts';

const pageSize = 50;
/** Whoever has not found it among so many says more of it. */
const mostFound = 500;

const listQuery = z.extend(listFilter, { before: z.optional(z.string().check(z.maxLength(120))) });
type ListQuery = z.infer<typeof listQuery>;

/** Queues, search, and how many there are of each. */
export function addListRoutes(app: Hono<AppEnv>): void {
  app.get(routes.deskTickets, requireAgent, async (c) => {
    const read = listQuery.safeParse(c.req.query());
    if (!read.success) return problem(c, 'invalid-request', { errors: expectations(read.error) });
    const filter = filterOf(c, read.data);
    if (!filter) return problem(c, 'invalid-request', { errors: [{ path: 'queue', expected: 'a group there is' }] });
    // Nobody learns by asking what is not shown to them.
    if (isTrailTag(read.data.tag ?? '') && !findsByTrail(c.var.sight)) return answerWith(c, [], undefined);
    // Spaces alone look for nothing.
    return read.data.q?.trim() ? found(c, read.data, filter) : listed(c, read.data, filter);
  });

  app.get(routes.deskQueues, requireAgent, async (c) => {
    const { store, routing, now } = c.var.deps;
    const { agent } = c.var;
    const counts = await store.countQueues({ person: agent.id, groups: scopeOf(agent, routing), now: now() });
    const tags = findsByTrail(c.var.sight) ? counts.tags : counts.tags.filter(({ tag }) => !isTrailTag(tag));
    return json({ ...counts, assignees: seenAssignees(counts.assignees, c.var.sight), tags });
  });
}

type Assignees = QueueCounts['assignees'];

/** Those whose names are not known are one. */
function seenAssignees(assignees: Assignees, sight: Sight): Assignees {
  const seen = new Map<string, Assignees[number]>();
  for (const { id, name, count } of assignees) {
    const person = seenPerson({ id, name }, sight);
    seen.set(person.id, { ...person, count: (seen.get(person.id)?.count ?? 0) + count });
  }
  return [...seen.values()];
}

async function listed(c: AppContext, { order = 'activity', before }: ListQuery, filter: TicketFilter) {
  const cursor = before === undefined ? undefined : readCursor(before, order);
  if (before !== undefined && !cursor) return badCursor(c);
  // One more than a page tells whether there is another.
  const rows = await c.var.deps.store.listTickets({ ...filter, order, before: cursor, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return answerWith(
    c,
    shown.map((row) => deskRow(row, c.var.sight)),
    rows.length > pageSize && last ? cursorOf(last, order) : undefined,
  );
}

async function found(c: AppContext, { q = '', before = '0' }: ListQuery, filter: TicketFilter) {
  if (!/^\d{1,3}$/.test(before)) return badCursor(c);
  const words = readWords(q);
  if (words.terms.length === 0) return answerWith(c, [], undefined);
  const offset = Number(before);
  const rows = await c.var.deps.store.searchTickets({
    ...filter,
    ...words,
    // What a partner's contract withholds must not be told by a search that finds it.
    isInternal: filter.groups === undefined,
    withoutTags: !findsByTrail(c.var.sight),
    offset,
    limit: pageSize + 1,
  });
  const next = offset + pageSize;
  return answerWith(
    c,
    rows.slice(0, pageSize).map(({ ticket, texts }) => ({ ...deskRow(ticket, c.var.sight), ...where(texts, words) })),
    rows.length > pageSize && next < mostFound ? String(next) : undefined,
  );
}

const where = (texts: Parameters<typeof foundIn>[0], { terms }: SearchWords) => {
  const piece = foundIn(texts, terms);
  return piece && { found: piece };
};

async function answerWith(c: AppContext, tickets: ReturnType<typeof deskRow>[], next: string | undefined) {
  const people = [...new Set(tickets.flatMap(({ assignee }) => assignee ?? []))];
  const names = people.length > 0 ? await c.var.deps.store.namesOf(people) : new Map<string, string>();
  return json({ tickets, ...(next && { next }), people: Object.fromEntries(names) });
}

const badCursor = (c: AppContext) =>
  problem(c, 'invalid-request', { errors: [{ path: 'before', expected: 'the cursor of a page in this order' }] });

/** Nothing for a group there is not. */
function filterOf(c: AppContext, query: ListQuery): TicketFilter | undefined {
  const { status, queue, priority, topic, tag, assignee } = query;
  const { routing, now } = c.var.deps;
  const of = queueOf(queue, c.var.agent, now());
  if (of.group !== undefined && !routing.groups.some(({ id }) => id === of.group)) return undefined;
  const named: TicketFilter = {
    groups: scopeOf(c.var.agent, routing),
    priority,
    topic,
    tag,
    ...(queue !== undefined && { isMerged: false as const, ...(status === undefined && { isOpen: true as const }) }),
    ...of,
    status,
  };
  // Both a queue and a filter may say who: then nobody is both.
  return assignee === undefined ? named : { ...named, assignee: personOf(assignee, c) };
}

/** Has no ticket. */
const noSuchPerson = '';

function personOf(assignee: string, c: AppContext): string | null {
  if (assignee === 'me') return c.var.agent.id;
  if (assignee === 'nobody') return null;
  return knows(assignee, c.var.sight) ? assignee : noSuchPerson;
}

function queueOf(queue: string | undefined, agent: Person, now: number): TicketFilter {
  if (queue === undefined) return {};
  const ofTier = tier.safeParse(Number(/^tier:(\d)$/.exec(queue)?.[1])).data;
  if (ofTier) return { tier: ofTier, held: false };
  const named = namedQueue.safeParse(queue).data;
  if (!named) return { group: queue.replace(/^group:/, ''), held: false };
  return {
    open: { held: false },
    mine: { assignee: agent.id, held: false },
    unassigned: { assignee: null, held: false },
    breached: { breachedBy: now },
    lead: { leadAsked: true as const, held: false },
    held: { held: true },
  }[named];
}

const cursorOf = ({ dueBy, updatedAt, id }: TicketCursor, order: 'activity' | 'due'): string =>
  `${order === 'due' ? `${dueBy ?? '-'}.` : ''}${updatedAt}.${id}`;

/** Nothing for what is no cursor of that order. */
function readCursor(text: string, order: 'activity' | 'due'): TicketCursor | undefined {
  const [, due, at, id] = /^(?:(\d{1,15}|-)\.)?(\d{1,15})\.([\w-]{1,64})$/.exec(text) ?? [];
  if (at === undefined || id === undefined || (due !== undefined) !== (order === 'due')) return undefined;
  return { updatedAt: Number(at), id, ...(due !== undefined && due !== '-' && { dueBy: Number(due) }) };
}
