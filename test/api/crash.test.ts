import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { routes } from '../../api/contract/routes.ts';
import { ticketReceipt } from '../../api/contract/ticket.ts';
import { defaultRouting } from '../../content/compile/routing/default.ts';
import { newKey, ticketBody } from './http/harness.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const kills = 20;
const writers = 8;

/** What the senders know: every key they used, and the reference each was acknowledged with. */
interface Record {
  used: Set<string>;
  acknowledged: Map<string, string>;
  /** Two references for one key. */
  doubled: string[];
}

test('loses no acknowledged ticket and doubles none when it is killed twenty times under load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-crash-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const env = { TIERZERO_DATA: join(folder, 'data'), TIERZERO_PUBLIC: publicFolder(folder), TIERZERO_RATE_LIMIT: '0' };
  const record: Record = { used: new Set(), acknowledged: new Map(), doubled: [] };
  const server: { now: ServerProcess } = { now: await startServer(env) };
  onTestFinished(() => server.now.kill());

  const load = { on: true };
  const senders = Array.from({ length: writers }, () => sendTickets(() => server.now.url, record, load));
  for (let killed = 0; killed < kills; killed += 1) {
    // Somewhere in the stream of tickets, another place every time.
    await acknowledgements(record, 5 + ((killed * 7) % 23));
    await server.now.kill();
    server.now = await startServer(env);
  }
  load.on = false;
  await Promise.all(senders);

  const db = new DatabaseSync(join(folder, 'data', 'tierzero.db'), { readOnly: true });
  const references = db
    .prepare('select reference from ticket')
    .all()
    .map((row) => String(row['reference']));
  const lonely = db.prepare('select id from ticket where id not in (select ticket_id from message)').all();
  const check = db.prepare('pragma integrity_check').get();
  db.close();

  expect(record.doubled).toEqual([]);
  // Every key was sent until it was acknowledged, so each is one ticket: none lost, none doubled.
  expect(record.acknowledged.size).toBe(record.used.size);
  expect([...references].sort()).toEqual([...record.acknowledged.values()].sort());
  expect(lonely).toEqual([]);
  expect(check).toEqual({ integrity_check: 'ok' });
  expect(references.length).toBeGreaterThan(kills * 5);
  console.log(`${references.length} tickets acknowledged over ${kills} kills`);
}, 120_000);

/** Sends one ticket after the other, each until it is acknowledged, and one in ten a second time. */
async function sendTickets(url: () => string, record: Record, load: { on: boolean }): Promise<void> {
  while (load.on) {
    const key = newKey();
    record.used.add(key);
    const reference = await deliver(url, key);
    record.acknowledged.set(key, reference);
    if (record.used.size % 10 === 0 && (await deliver(url, key)) !== reference) record.doubled.push(key);
  }
}

/** Sends as the widget does: the same key until there is an answer with a reference. */
async function deliver(url: () => string, key: string): Promise<string> {
  for (;;) {
    const response = await fetch(url() + routes.tickets, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(ticketBody({ message: `Sent under ${key}` })),
    }).catch(() => undefined);
    const body: unknown = await response?.json().catch(() => undefined);
    const receipt = ticketReceipt.safeParse(body);
    if (receipt.success) return receipt.data.reference;
    // Nobody answers while it starts again; 409 says how long the claim of a killed process lasts.
    await wait(Number(response?.headers.get('retry-after') ?? 0.02) * 1_000);
  }
}

async function acknowledgements(record: Record, count: number): Promise<void> {
  const enough = record.acknowledged.size + count;
  while (record.acknowledged.size < enough) await wait(1);
}

function publicFolder(folder: string): string {
  const path = join(folder, 'public');
  mkdirSync(path);
  const topics = [{ id: 'billing', title: { en: 'Billing' } }];
  const settings = { name: 'Acme', locales: ['en'], firstReplyHours: 8, topics };
  writeFileSync(join(path, 'tierzero.json'), JSON.stringify({ settings }));
  writeFileSync(join(path, '_routing.json'), JSON.stringify(defaultRouting(settings)));
  return path;
}
