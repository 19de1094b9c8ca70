import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, onTestFinished, test } from 'vitest';
import { walkthroughRoutes } from '../../../api/contract/routes.ts';
import type { WalkthroughCount } from '../../../api/contract/walkthrough-count.ts';
import { walkthroughReport } from '../../../api/contract/walkthrough-report.ts';
import { openSqlite } from '../../../api/store/sqlite.ts';
import { tick } from '../../../api/ticket/tick.ts';
import type { PublishedWalkthrough } from '../../../content/schema/published-walkthrough.ts';
import { groupsOf } from './groups.ts';
import { type Api, openApi, post, problemOf, signIn, start } from './harness.ts';

const published: PublishedWalkthrough[] = [
  {
    id: 'walkthrough:invite',
    locale: 'en',
    title: 'Invite somebody',
    steps: [
      { id: 'open', text: 'Choose Invite.' },
      { id: 'send', text: 'Press Send.' },
    ],
  },
  {
    id: 'walkthrough:invite',
    locale: 'de',
    title: 'Jemanden einladen',
    steps: [
      { id: 'open', text: 'Einladen wählen.' },
      { id: 'send', text: 'Senden drücken.' },
    ],
    seal: { result: 'failed', version: '2.4', on: '2026-11-20', until: '2026-12-20' },
  },
];
const open = (change: Parameters<typeof openApi>[0] = {}) =>
  openApi({ walkthroughs: async () => published, ...change });

const started = { walkthrough: 'walkthrough:invite', locale: 'en', step: 'open', outcome: 'start' } as const;
const tell = ({ send }: Pick<Api, 'send'>, change: object = {}, headers: Record<string, string> = {}) =>
  send(walkthroughRoutes.counts, post({ ...started, ...change }, headers));
const kept = ({ store }: Api) => store.walkthroughCounts({ from: '2026-11-22', to: '2026-11-22' });
const span = '?from=2026-11-01&to=2026-11-30';

describe('POST /api/walkthroughs/counts', () => {
  test('counts what a page of a listed origin says, and answers nothing', async () => {
    const api = open();
    const answer = await tell(api, { version: '2.4' }, { origin: 'http://localhost:3000' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await kept(api)).toEqual([{ ...started, version: '2.4', count: 1 }]);
    expect((await problemOf(await tell(api, {}, { origin: 'https://evil.example.com' }))).code).toBe(
      'origin-not-allowed',
    );
  });

  test.each(['<b>', '2.4 beta', 'x'.repeat(41)])(
    'takes %j for no version, and counts all the same',
    async (version) => {
      const api = open();
      expect((await tell(api, { version })).status).toBe(204);
      expect(await kept(api)).toEqual([{ ...started, count: 1 }]);
    },
  );

  test('keeps a reason with what was blocked alone', async () => {
    const api = open();
    await tell(api, { outcome: 'blocked', reason: 'covered' });
    await tell(api, { outcome: 'step', reason: 'covered' });
    expect(await kept(api)).toEqual([
      { ...started, outcome: 'blocked', reason: 'covered', count: 1 },
      { ...started, outcome: 'step', count: 1 },
    ]);
  });

  test.each<Partial<WalkthroughCount>>([
    { walkthrough: 'walkthrough:made-up' },
    { walkthrough: 'article:invite' },
    { step: 'made-up' },
    { locale: 'fr' },
  ])('counts nothing that is not published: %o', async (change) => {
    const api = open();
    expect((await tell(api, change)).status).toBe(204);
    expect(await kept(api)).toEqual([]);
  });

  test('counts nothing where nobody knows what is published', async () => {
    const api = openApi();
    expect((await tell(api)).status).toBe(204);
    expect(await kept(api)).toEqual([]);
  });

  test.each([
    [{ outcome: 'shown' }, 'invalid-request', 400],
    [{ reason: 'no idea' }, 'invalid-request', 400],
    [{ outcome: 'blocked' }, 'invalid-request', 400],
    [{ person: 'mo' }, 'invalid-request', 400],
    [{ walkthrough: `walkthrough:${'a'.repeat(1_024)}` }, 'too-large', 413],
  ])('refuses %o', async (change, code, status) => {
    const api = open();
    expect(await problemOf(await tell(api, change))).toMatchObject({ code, status });
    expect(await kept(api)).toEqual([]);
  });

  test('says how much a count may be where it is too large', async () => {
    const problem = await problemOf(await tell(open(), { walkthrough: `walkthrough:${'a'.repeat(1_024)}` }));
    expect(JSON.stringify(problem)).toContain('a count of a walkthrough 1 kB');
  });

  test('lets one network send twenty times as many as it may send requests', async () => {
    const api = open({ config: { rateLimit: 1 } });
    const statuses: number[] = [];
    for (let times = 0; times < 21; times += 1) statuses.push((await tell(api)).status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  test('keeps nothing of whoever sends it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tierzero-counts-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'tierzero.db');
    const { store, close } = openSqlite(path, start);
    const api = open({ store, config: { rateLimit: 60 } });
    const headers = { 'user-agent': 'Some Browser', cookie: 'tierzero-request=abc', authorization: 'Bearer abc' };
    await tell(api, {}, headers);
    await api.send(walkthroughRoutes.counts, post(started, headers), '198.51.100.7');
    const reader = new DatabaseSync(path, { readOnly: true });
    expect(reader.prepare('select * from walkthrough_count').all()).toEqual([
      { day: '2026-11-22', ...started, reason: '', version: '', count: 2 },
    ]);
    // The limit counts by a keyed hash of the network, as everywhere.
    expect(JSON.stringify(reader.prepare('select * from rate').all())).not.toMatch(/198\.51|192\.0|Browser|abc/);
    reader.close();
    close();
  });

  test('is forgotten after 400 days', async () => {
    const api = open();
    await tell(api);
    api.clock.now += 400 * 86_400_000;
    await tick(api.deps);
    expect(await kept(api)).toHaveLength(1);
    api.clock.now += 86_400_000;
    await tick(api.deps);
    expect(await kept(api)).toEqual([]);
  });
});

describe('GET /desk/api/walkthroughs', () => {
  async function counted() {
    const api = open();
    for (const outcome of ['start', 'start', 'step', 'step', 'complete', 'abort']) await tell(api, { outcome });
    await tell(api, { outcome: 'blocked', reason: 'anchor-missing', step: 'send', locale: 'de', version: '2.4' });
    return { api, desk: await signIn(api, { role: 'lead' }) };
  }

  test('tells authors what happened, with the titles of their language and what the last check said', async () => {
    const { desk } = await counted();
    const answer = await desk.get(`${walkthroughRoutes.report}${span}&language=de`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { missing, walkthroughs, at } = walkthroughReport.parse(await answer.json());
    expect(at).toBe('2026-11-22T12:00:00.000Z');
    expect(missing).toEqual([
      {
        walkthrough: 'walkthrough:invite',
        title: 'Jemanden einladen',
        locale: 'de',
        step: 'send',
        place: 2,
        text: 'Senden drücken.',
        count: 1,
        versions: ['2.4'],
      },
    ]);
    expect(walkthroughs).toMatchObject([
      {
        id: 'walkthrough:invite',
        title: 'Jemanden einladen',
        figures: { started: 2, completed: 1, left: 1, blocked: 1 },
        checks: [{ locale: 'en' }, { locale: 'de', seal: { result: 'failed', on: '2026-11-20' } }],
      },
    ]);
  });

  test('comes as a sheet too, with how each number is counted', async () => {
    const { desk } = await counted();
    const answer = await desk.get(`${walkthroughRoutes.report}.csv${span}&language=en`);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain('walkthroughs-2026-11-01-2026-11-30.csv');
    const text = await answer.text();
    expect(text).toContain('"Completed",0.5,"share from 0 to 1",1,2,"Times its end was reached ÷ started."');
    expect(text).toContain('"Not found","walkthrough:invite","Invite somebody","send","Press Send.","de","2.4",');
  });

  test('is for who leads: not for an agent, not for a partner, not for nobody', async () => {
    const api = open({ routing: groupsOf({}) });
    const agent = await signIn(api);
    const partner = await signIn(api, { id: 'pia', role: 'admin', groups: ['hosting'] });
    for (const path of [walkthroughRoutes.report + span, `${walkthroughRoutes.report}.csv${span}`]) {
      expect((await problemOf(await agent.get(path))).code).toBe('not-allowed');
      expect((await problemOf(await partner.get(path))).code).toBe('not-allowed');
      expect((await problemOf(await api.send(path))).code).toBe('signed-out');
    }
  });

  test.each([
    '',
    '?from=2026-11-01',
    '?from=2026-11-31&to=2026-12-01',
    '?from=2026-11-02&to=2026-11-01',
    '?from=2024-01-01&to=2026-01-01',
  ])('refuses what is no span: %s', async (query) => {
    const desk = await signIn(open(), { role: 'lead' });
    expect((await problemOf(await desk.get(walkthroughRoutes.report + query))).code).toBe('invalid-request');
  });
});
