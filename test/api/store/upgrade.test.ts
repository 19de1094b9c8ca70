import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { tick } from '../../../api/ticket/tick.ts';
import { openApi } from '../http/harness.ts';
import { fixture } from '../routing/fixture.ts';

const migrations = new URL('../../../api/store/migrations/', import.meta.url);
const hour = 3_600_000;
/** Monday 16 November 2026, nine o'clock in Berlin. */
const monday = Date.UTC(2026, 10, 16, 8);

/** A database as an earlier program left it, with what it had kept. */
function databaseOf(version: number, fill: (db: DatabaseSync) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'old.db');
  const db = new DatabaseSync(path);
  db.exec('create table migration (version integer primary key, hash text not null, at integer not null) strict');
  for (const name of readdirSync(migrations).sort().slice(0, version)) {
    const text = readFileSync(new URL(name, migrations), 'utf8');
    db.exec(text);
    const hash = createHash('sha256').update(text).digest('hex');
    db.prepare('insert into migration values (?, ?, 0)').run(Number.parseInt(name, 10), hash);
  }
  fill(db);
  db.close();
  return path;
}

const ticket = (db: DatabaseSync, id: string, status: string) =>
  db
    .prepare(
      `insert into ticket (id, reference, capability_hash, status, tier, priority, group_id, rule, reasons, topic, locale, excerpt,
        context, held, created_at, updated_at, first_reply_by) values (?, ?, ?, ?, 1, 'normal', 'support', 'everything', '[]',
        'account', 'en', 'Wrong name', '[]', 0, ?, ?, ?)`,
    )
    .run(id, `TZ-${id}`, `hash ${id}`, status, monday, monday + hour, monday + 8 * hour);
const message = (db: DatabaseSync, ticketId: string, seq: number, author: string) =>
  db
    .prepare('insert into message (id, ticket_id, seq, author, name, text, at) values (?, ?, ?, ?, ?, ?, ?)')
    .run(
      `${ticketId}-${seq}`,
      ticketId,
      seq,
      author,
      author === 'agent' ? 'Mo' : null,
      'Words.',
      monday + (seq - 1) * hour,
    );

test('tickets from before there were events keep their history, and their clocks run from the first message', async () => {
  const path = databaseOf(2, (db) => {
    ticket(db, 'new', 'new');
    message(db, 'new', 1, 'requester');
    ticket(db, 'answered', 'pending');
    message(db, 'answered', 1, 'requester');
    message(db, 'answered', 2, 'agent');
    ticket(db, 'ended', 'closed');
    message(db, 'ended', 1, 'requester');
  });
  const { store, close } = openSqlite(path, monday);
  onTestFinished(close);
  const { deps, clock } = openApi({ store, routing: fixture });
  clock.now = monday + 9 * hour;
  expect(await tick(deps)).toEqual({ looked: 2, failed: 0, more: false });
  expect(await tick(deps)).toEqual({ looked: 0, failed: 0, more: false });

  const kindsOf = async (id: string) => (await store.ticketById(id))?.events.map(({ event }) => event.kind);
  expect(await kindsOf('new')).toEqual(['created', 'warned', 'warned', 'warned', 'lead-asked']);
  expect((await store.ticketById('new'))?.ticket).toMatchObject({
    firstReplyBy: monday + 8 * hour,
    dueBy: monday + 8 * hour,
    leadAsked: true,
  });
  expect(await kindsOf('answered')).toEqual(['created', 'message', 'status']);
  expect((await store.ticketById('answered'))?.ticket).toMatchObject({ dueBy: undefined, leadAsked: false });
  expect(await kindsOf('ended')).toEqual(['created', 'status']);
});

test('finds what was written before there was a search', async () => {
  const path = databaseOf(5, (db) => {
    ticket(db, 'old', 'new');
    message(db, 'old', 1, 'requester');
  });
  const { store, close } = openSqlite(path, monday);
  onTestFinished(close);
  const search = { terms: [{ text: 'word', isPrefix: true }], isInternal: true, offset: 0, limit: 9 };
  expect((await store.searchTickets(search)).map((found) => found.ticket.id)).toEqual(['old']);
});
