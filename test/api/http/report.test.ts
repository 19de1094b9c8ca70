import { describe, expect, test } from 'vitest';
import { measures } from '../../../api/contract/measure.ts';
import { report } from '../../../api/contract/report.ts';
import { routes } from '../../../api/contract/routes.ts';
import { defaultRouting } from '../../../content/compile/routing/default.ts';
import type { Api } from './harness.ts';
import { createTicket, openApi, problemOf, signIn } from './harness.ts';

const november = '?from=2026-11-01&to=2026-11-30&zone=Europe/Berlin';
const minute = 60_000;

const onlyTicket = async ({ store }: Api) => (await store.listTickets({ before: undefined, limit: 1 }))[0]?.id ?? '';

/** Two groups of tier 1: our own, and a partner's, who has every request about billing. */
function withPartner() {
  const table = defaultRouting({ name: 'Acme Help', locales: ['en', 'de'], firstReplyHours: 8, topics: [] });
  const [group] = table.groups;
  const [rule] = table.rules;
  if (!group || !rule) throw new Error('no group');
  return {
    ...table,
    groups: [
      group,
      { ...group, id: 'partner', title: { en: '=Partner', de: '@Partner' }, skills: ['books'], partner: true },
    ],
    rules: [{ ...rule, id: 'books', when: { topic: ['billing'] }, skills: ['books'] }, rule],
  };
}

describe('GET /desk/api/report', () => {
  test('counts what happened', async () => {
    const api = openApi();
    const desk = await signIn(api, { role: 'lead' });
    await createTicket(api);
    api.clock.now += 90 * minute;
    await desk.post(`${routes.deskTickets}/${await onlyTicket(api)}/messages`, { text: 'Here.', status: 'solved' });
    const answer = await desk.get(routes.deskReport + november);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { total, tiers, groups, days, at } = report.parse(await answer.json());
    expect(at).toBe('2026-11-22T13:30:00.000Z');
    expect(total).toMatchObject({
      received: 1,
      solved: 1,
      open: 0,
      firstReply: {
        met: 1,
        breached: 0,
        running: 0,
        clock: { count: 1, median: 90, p90: 90 },
        business: { median: 90 },
      },
      nextReply: { met: 0, breached: 0, clock: { count: 0 } },
      causes: { unsaid: 1 },
    });
    expect([tiers, groups]).toEqual([[{ tier: 1, figures: total }], [{ group: 'everybody', figures: total }]]);
    expect(days).toHaveLength(30);
    expect(days[21]).toEqual({ day: '2026-11-22', received: 1, solved: 1, met: 1, breached: 0, firstReply: 90 });
  });

  test('tells a broken promise, once its clock has said so', async () => {
    const api = openApi();
    const desk = await signIn(api, { role: 'admin' });
    await createTicket(api);
    api.clock.now += 9 * 60 * minute;
    await desk.post(`${routes.deskTickets}/${await onlyTicket(api)}/messages`, { text: 'Late.' });
    const { total } = report.parse(await (await desk.get(routes.deskReport + november)).json());
    expect(total.firstReply).toMatchObject({ met: 0, breached: 1, running: 0, clock: { median: 540 } });
  });

  test('is for who leads, and for nobody else', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const outside = { get: (path: string) => api.send(path) };
    for (const path of [routes.deskReport + november, routes.deskReportSheet + november]) {
      expect((await problemOf(await agent.get(path))).code).toBe('not-allowed');
      expect((await problemOf(await outside.get(path))).code).toBe('signed-out');
    }
  });

  test("is not for a partner's people, whatever their role: there are numbers of others in it", async () => {
    const api = openApi({ routing: withPartner() });
    const lead = await signIn(api, { id: 'pia', role: 'lead', groups: ['partner'] });
    for (const path of [routes.deskReport + november, routes.deskReportSheet + november])
      expect((await problemOf(await lead.get(path))).code).toBe('not-allowed');
  });

  test.each([
    ['', undefined],
    ['?from=2026-11-01&to=2026-11-30', undefined],
    ['?from=2026-11-01&to=2026-11-31&zone=UTC', 'to'],
    ['?from=2026-11-02&to=2026-11-01&zone=UTC', 'to'],
    ['?from=2024-11-02&to=2026-11-01&zone=UTC', 'to'],
    ['?from=2026-11-01&to=2026-11-02&zone=Mars/Base', 'zone'],
    ['?from=yesterday&to=2026-11-02&zone=UTC', undefined],
  ])('refuses %j', async (query, path) => {
    const api = openApi();
    const desk = await signIn(api, { role: 'lead' });
    for (const route of [routes.deskReport, routes.deskReportSheet]) {
      const problem = await problemOf(await desk.get(route + query));
      expect([problem.status, problem.errors?.[0]?.path]).toEqual([400, path]);
    }
  });

  test('has a number for everything, also where nothing ever happened', async () => {
    const api = openApi();
    const desk = await signIn(api, { role: 'lead' });
    const { total, tiers, groups } = report.parse(await (await desk.get(routes.deskReport + november)).json());
    expect([tiers, groups]).toEqual([[], []]);
    for (const { unit, read } of measures) expect(read(total).value).toBe(unit === 'count' ? 0 : undefined);
  });

  test('reads any number of requests, page by page', async () => {
    const api = openApi();
    for (let count = 0; count < 401; count += 1) await createTicket(api);
    const desk = await signIn(api, { role: 'lead' });
    const { total } = report.parse(await (await desk.get(routes.deskReport + november)).json());
    expect([total.received, total.open, total.firstReply.running]).toEqual([401, 401, 401]);
  });
});

describe('GET /desk/api/report.csv', () => {
  const sheet = async (api: Api, query: string) => {
    const desk = await signIn(api, { id: crypto.randomUUID().slice(0, 8), role: 'lead' });
    const response = await desk.get(routes.deskReportSheet + query);
    // `text()` would take the mark away.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    return { response, text, lines: text.split('\r\n') };
  };

  test('is a file to keep, one line a number with how it is counted', async () => {
    const api = openApi();
    await createTicket(api);
    const { response, text, lines } = await sheet(api, november);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="report-2026-11-01-2026-11-30.csv"');
    expect(text.startsWith('\ufeff"Part","Name","Number","Value","Unit",')).toBe(true);
    // The head, all of it, one tier, one group, and the end.
    expect(lines).toHaveLength(1 + 3 * measures.length + 1);
    expect(lines[1]).toBe(
      '"All",,"Received",1,"requests",,,"Requests that came in, where they came in.","2026-11-01","2026-11-30","Europe/Berlin"',
    );
    expect(lines.filter((line) => line.startsWith('"Tier",1,'))).toHaveLength(measures.length);
    expect(lines.find((line) => line.includes('"First reply in time"'))).toContain('"share from 0 to 1",0,0,');
  });

  test('speaks the language asked for, and else that of the help center', async () => {
    const api = openApi();
    expect((await sheet(api, `${november}&language=de`)).text).toContain('"So wird gezählt"');
    expect((await sheet(api, `${november}&language=de-AT`)).text).toContain('"So wird gezählt"');
    expect((await sheet(api, `${november}&language=fr`)).text).toContain('"How it is counted"');
  });

  test('names a group so that no spreadsheet executes it', async () => {
    const api = openApi({ routing: withPartner() });
    await createTicket(api, { topic: 'billing' });
    expect((await sheet(api, november)).text).toContain(`"Group","'=Partner",`);
    expect((await sheet(api, `${november}&language=de`)).text).toContain(`"Gruppe","'@Partner",`);
  });
});
