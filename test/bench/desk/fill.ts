import { DatabaseSync } from 'node:sqlite';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { type GeneratedTicket, generateTickets, people } from './tickets.ts';

/** Writes generated tickets into a fresh file, as fast as it goes; answers how many rows there are. */
export function fillDatabase(path: string, { count, seed, now }: { count: number; seed: number; now: number }) {
  openSqlite(path, now).close();
  const db = new DatabaseSync(path);
  db.exec('pragma synchronous = off; begin');
  const person = db.prepare("insert into person (id, name, role, groups, created_at) values (?, ?, 'agent', '[]', 0)");
  for (const id of people) person.run(id, `${id[0]?.toUpperCase()}${id.slice(1)}`);
  const write = writer(db);
  for (const ticket of generateTickets(count, seed, now)) write(ticket);
  db.exec('commit; pragma wal_checkpoint(truncate)');
  const countOf = (from: string) => Number(db.prepare(`select count(*) as n from ${from}`).get()?.n);
  const rows = {
    tickets: countOf('ticket'),
    open: countOf("ticket where status not in ('solved', 'closed')"),
    messages: countOf('message'),
    notes: countOf('note'),
    events: countOf('event'),
  };
  db.close();
  return rows;
}

const context = JSON.stringify([
  { kind: 'search', id: 's', query: 'how do I connect the shop', results: 3 },
  { kind: 'read', id: 'r', document: 'article:integrations', title: 'Integrations', seconds: 30, helpful: false },
  { kind: 'browser', id: 'b', name: 'Firefox 145', viewport: '1280 × 800', language: 'en-GB' },
]);
const reasons = JSON.stringify([
  { code: 'rule', detail: 'everything-else', source: 'routing/rules.yaml:9' },
  { code: 'group', detail: 'front-line' },
]);

function writer(db: DatabaseSync): (ticket: GeneratedTicket) => void {
  const ticket = db.prepare(`
    insert into ticket (id, reference, capability_hash, status, tier, priority, reasons, topic, locale, name, address,
      excerpt, context, held, created_at, updated_at, first_reply_by, group_id, assignee, tags, lead_asked, due_by)
    values (?, ?, ?, ?, ?, ?, ?, ?, 'en', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const message = db.prepare(
    'insert into message (id, ticket_id, seq, author, name, text, at) values (?, ?, ?, ?, null, ?, ?)',
  );
  const note = db.prepare(
    "insert into note (id, ticket_id, author, author_name, text, at) values (?, ?, 'mo', 'Mo', ?, ?)",
  );
  const event = db.prepare(
    'insert into event (ticket_id, at, kind, actor, actor_name, detail) values (?, ?, ?, ?, ?, ?)',
  );
  return (made) => {
    const { id } = made;
    ticket.run(
      ...[id, made.reference, `hash of ${id}`, made.status, made.tier, made.priority, reasons, made.topic],
      ...[made.name, made.address, made.messages[0]?.text.slice(0, 140) ?? '', context, made.held ? 1 : 0],
      ...[made.createdAt, made.updatedAt, made.createdAt + 8 * 3_600_000, made.group, made.assignee],
      ...[JSON.stringify(made.tags), made.leadAsked ? 1 : 0, made.dueBy],
    );
    for (const [place, { from, text, at }] of made.messages.entries())
      message.run(`m${place}-${id}`, id, place + 1, from, text, at);
    for (const [place, { text, at }] of made.notes.entries()) note.run(`n${place}-${id}`, id, text, at);
    for (const { at, actor, event: happened } of made.events)
      event.run(id, at, happened.kind, actor, people.includes(actor) ? actor : null, JSON.stringify(happened));
  };
}
