import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskTicketList } from '../../../api/contract/desk.ts';
import { routes } from '../../../api/contract/routes.ts';
import { createApp } from '../../../api/http/app.ts';
import { createSecrets, hashOf } from '../../../api/secrets.ts';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { commandLine } from '../../../content/compile/command-line.ts';
import { defaultRouting } from '../../../content/compile/routing/default.ts';
import { percentile } from '../index/percentile.ts';
import { fillDatabase } from './fill.ts';
import { groups } from './tickets.ts';

/** `npm run bench:desk`: how long queue, counts and search take with 50,000 tickets, through the whole app. */
interface DeskReport {
  rows: Record<string, number>;
  megabytes: number;
  /** Of each question, in milliseconds, with how many tickets its first page shows. */
  milliseconds: Record<string, { p50: number; p95: number; shown: number }>;
}

const seed = 7;
const pages = 20;
const token = 'sign-in-of-the-bench'.padEnd(43, '-');
const settings = { name: 'Bench', locales: ['en'], firstReplyHours: 8, topics: [] };

const lists: Record<string, string> = {
  'all, by activity': '',
  'all, by time to breach': 'order=due',
  open: 'queue=open&order=due',
  mine: 'queue=mine&order=due',
  unassigned: 'queue=unassigned&order=due',
  breached: 'queue=breached&order=due',
  'breached, by activity': 'queue=breached',
  lead: 'queue=lead&order=due',
  held: 'queue=held',
  'tier 2': 'queue=tier:2&order=due',
  'a group': 'queue=integrations&order=due',
  'a status': 'status=solved&order=due',
  'a rare mix': 'status=closed&tag=sso&priority=urgent&topic=import&assignee=noor&order=due',
  'nothing at all': 'tag=nobody-has-it',
};
const searches: Record<string, string> = {
  'a rare word': 'q=wordf4z',
  'a common word': 'q=invoice',
  'the commonest word': 'q=the',
  'two words': 'q=invoice+error',
  'a phrase': 'q=%22please+help%22',
  'a prefix': 'q=inv',
  'one letter': 'q=w',
  'a name': 'q=dorothea',
  'a reference': 'q=TZ-004242',
  'a word in a queue': 'q=invoice&queue=open&tag=csp',
  'a common word, a rare mix': 'q=the&status=closed&tag=sso&priority=urgent&topic=import&assignee=noor',
};

async function measure(count: number, rounds: number): Promise<DeskReport> {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-bench-desk-'));
  const path = join(folder, 'desk.db');
  const now = Date.UTC(2026, 10, 22, 12);
  try {
    const rows = fillDatabase(path, { count, seed, now });
    const { store, close } = openSqlite(path, now);
    const get = await signedIn(store, now);
    const milliseconds: DeskReport['milliseconds'] = {};
    for (const [name, query] of [...Object.entries(lists), ...Object.entries(searches).map(searched)]) {
      milliseconds[name] = await timesOf(get, `${routes.deskTickets}?${query}`, rounds);
    }
    for (const [name, query] of Object.entries({
      'a deep page, by activity': '',
      'a deep page, by time to breach': 'order=due',
    })) {
      const before = await cursorAt(get, query);
      milliseconds[name] = await timesOf(get, `${routes.deskTickets}?${query}&before=${before}`, rounds);
    }
    milliseconds.counts = await timesOf(get, routes.deskQueues, rounds);
    milliseconds.changes = await timesOf(get, `${routes.deskChanges}?after=${rows.events - 20}`, rounds);
    close();
    return { rows, megabytes: Math.round(statSync(path).size / 1e6), milliseconds };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const searched = ([name, query]: [string, string]): [string, string] => [`search: ${name}`, query];

type Get = (path: string) => Promise<unknown>;

async function signedIn(store: ReturnType<typeof openSqlite>['store'], now: number): Promise<Get> {
  const [group] = defaultRouting(settings).groups;
  const routing = defaultRouting(settings);
  const app = createApp({
    store,
    settings,
    routing: { ...routing, groups: groups.map((id) => ({ ...group!, id })) },
    secrets: createSecrets('a secret of the bench, of 32 characters'),
    now: () => now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    log: (line) => console.error(line),
    config: {
      ...{ base: '/', siteUrl: undefined, origins: [], proxies: 0, rateLimit: 0 },
      ...{ agent: undefined, tickToken: undefined },
    },
  });
  await store.createSignInLink({ tokenHash: await hashOf(token), person: 'mo', expiresAt: now + 1 });
  const send = (path: string, init: RequestInit = {}) => app.request(new Request(`http://localhost${path}`, init));
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const signIn = await send(routes.deskSession, { method: 'POST', headers, body: JSON.stringify({ token }) });
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (path) => {
    const response = await send(path, { headers: { cookie } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
}

/** Of each question, asked again and again; the first does not count, it prepares the statement. */
async function timesOf(get: Get, path: string, rounds: number) {
  const first = deskTicketList.safeParse(await get(path)).data;
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    await get(path);
    times.push(performance.now() - started);
  }
  const rounded = (share: number) => Number(percentile(times, share).toFixed(1));
  return { p50: rounded(0.5), p95: rounded(0.95), shown: first?.tickets.length ?? 0 };
}

async function cursorAt(get: Get, query: string): Promise<string> {
  let before = '';
  for (let page = 0; page < pages; page += 1) {
    before =
      deskTicketList.parse(await get(`${routes.deskTickets}?${query}${before && `&before=${before}`}`)).next ?? '';
  }
  return before;
}

const linesOf = ({ rows, megabytes, milliseconds }: DeskReport) => [
  `${Object.entries(rows)
    .map(([table, count]) => `${count} ${table}`)
    .join(', ')}; ${megabytes} MB`,
  ...Object.entries(milliseconds).map(
    ([name, { p50, p95, shown }]) => `${name.padEnd(36)} p50 ${p50} ms, p95 ${p95} ms, ${shown} shown`,
  ),
];

const usage = `npm run bench:desk -- [--json] [--tickets N] [--rounds N]
  --json       one JSON object instead of lines
  --tickets N  how many tickets are generated, 50000 by itself
  --rounds N   how often each question is asked, 40 by itself
How long the desk takes for its queues, counts and searches, from request to answer, without the network.`;

const { values } = commandLine(usage, {
  options: {
    json: { type: 'boolean', default: false },
    tickets: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '40' },
  },
});
const report = await measure(Number(values.tickets), Number(values.rounds));
console.log(values.json ? JSON.stringify(report) : linesOf(report).join('\n'));
