import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deskSession, deskTicket, deskTicketList } from '../../../api/contract/desk.ts';
import { routes } from '../../../api/contract/routes.ts';
import { hashOf } from '../../../api/secrets.ts';
import { type Api, createTicket, linkFor, mo, newKey, openApi, origin, post, problemOf, signIn } from './harness.ts';

const { deskTickets, deskSession: session } = routes;
const onlyTicket = async ({ store }: Api) =>
  (await store.listTickets({ status: undefined, before: undefined, limit: 1 }))[0]?.id ?? '';

describe('desk session', () => {
  test('is a cookie that scripts, other sites and other hosts cannot use', async () => {
    const api = openApi();
    const { response } = await signIn(api);
    expect(deskSession.parse(await response.json())).toMatchObject({
      name: 'Mo',
      groups: [{ id: 'everybody', tier: 1 }],
    });
    const plain = response.headers.get('set-cookie') ?? '';
    expect(plain).toMatch(/^tierzero-desk=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);

    const token = 'y'.repeat(43);
    await linkFor(api, token, mo, api.clock.now + 1);
    const request = new Request(
      `https://help.example.com${session}`,
      post({ token }, { 'sec-fetch-site': 'same-origin' }),
    );
    const secure = (await api.app.request(request)).headers.get('set-cookie') ?? '';
    expect(secure).toMatch(/^__Host-tierzero-desk=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  });

  test('is kept as a hash and ends after twelve hours or when signed out', async () => {
    const api = openApi();
    const desk = await signIn(api);
    const token = desk.cookie.split('=')[1] ?? '';
    expect(await api.store.findSession(token, api.clock.now)).toBeUndefined();
    expect(await api.store.findSession(await hashOf(token), api.clock.now)).toEqual(mo);
    expect((await desk.get(session)).status).toBe(200);
    api.clock.now += 12 * 3_600_000;
    expect((await problemOf(await desk.get(session))).code).toBe('signed-out');

    const other = openApi();
    const again = await signIn(other);
    const headers = { cookie: again.cookie, 'sec-fetch-site': 'same-origin' };
    const out = await other.send(session, { method: 'DELETE', headers });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect((await problemOf(await again.get(session))).status).toBe(401);
  });

  test('comes from a link that works once and for its time', async () => {
    const api = openApi();
    const token = 'z'.repeat(43);
    await linkFor(api, token);
    const enter = () => api.send(session, post({ token }, { 'sec-fetch-site': 'same-origin' }));
    const answers = await Promise.all([enter(), enter()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const late = await signInLater(api);
    expect((await problemOf(late)).code).toBe('signed-out');
  });

  const signInLater = async (api: Api) => {
    const token = 'l'.repeat(43);
    await linkFor(api, token);
    api.clock.now += 1_000;
    return api.send(session, post({ token }, { 'sec-fetch-site': 'same-origin' }));
  };

  test('cannot be guessed for long', async () => {
    const { send } = openApi({ config: { rateLimit: 60 } });
    const guess = async () =>
      (await send(session, post({ token: 'g'.repeat(43) }, { 'sec-fetch-site': 'same-origin' }))).status;
    const statuses = [];
    for (let index = 0; index < 31; index += 1) statuses.push(await guess());
    expect([statuses.filter((status) => status === 401).length, statuses.at(-1)]).toEqual([30, 429]);
  });
});

describe('desk', () => {
  test('opens nothing to who is signed out', async () => {
    const api = openApi();
    await createTicket(api);
    const path = `${deskTickets}/${await onlyTicket(api)}`;
    const ours = { 'sec-fetch-site': 'same-origin' };
    for (const [path_, init] of [
      [deskTickets, {}],
      [path, {}],
      [`${path}/messages`, post({ text: 'x' }, ours)],
      [`${path}/status`, post({ status: 'open' }, ours)],
      [path, { headers: { cookie: `tierzero-desk=${'x'.repeat(43)}` } }],
    ] as const) {
      expect(await problemOf(await api.send(path_, init))).toMatchObject({ code: 'signed-out', status: 401 });
    }
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example.com' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin }],
    ['an older browser on another site', { origin: 'https://evil.example.com' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['somebody who does not say', {}],
  ])('takes nothing with the cookie from %s', async (_, headers) => {
    const api = openApi();
    await createTicket(api);
    const { cookie } = await signIn(api);
    const path = `${deskTickets}/${await onlyTicket(api)}/status`;
    const response = await api.send(path, post({ status: 'solved' }, { cookie, ...headers }));
    expect((await problemOf(response)).code).toBe('origin-not-allowed');
    expect((await api.store.ticketById(await onlyTicket(api)))?.ticket.status).toBe('new');
  });

  test('takes only JSON, which no form can send', async () => {
    const api = openApi();
    await createTicket(api);
    const desk = await signIn(api);
    const path = `${deskTickets}/${await onlyTicket(api)}/status`;
    const response = await desk.post(path, { status: 'solved' }, { 'content-type': 'text/plain' });
    expect((await problemOf(response)).code).toBe('unsupported-media-type');
  });

  test('shows exactly the context that was sent, and the reasons of its route', async () => {
    const api = openApi();
    const context = [
      { kind: 'search', id: '1', query: 'invoice', results: 0 },
      { kind: 'read', id: '2', document: 'article:invoices', title: 'Invoices', seconds: 12, helpful: false },
      { kind: 'browser', id: '3', name: 'Firefox 145', viewport: '1280 × 800', language: 'en-GB' },
    ] as const;
    await createTicket(api, { context: [...context], name: 'Ada', address: 'ada@example.com', website: 'x' });
    const desk = await signIn(api);
    const shown = deskTicket.parse(await (await desk.get(`${deskTickets}/${await onlyTicket(api)}`)).json());
    expect(shown.context).toEqual(context);
    expect(shown.requester).toEqual({ name: 'Ada', address: 'ada@example.com' });
    expect(shown.held).toBe(true);
    expect(shown.reasons.map(({ code, detail }) => (detail ? `${code}:${detail}` : code))).toEqual([
      'search-without-result:invoice',
      'article-unhelpful:invoices',
      'rule:everything',
      'group:everybody',
      'group-speaks:en',
      'group-open',
      'priority:normal',
    ]);
  });

  test('replies once for a key, notes the first reply, and waits for the requester unless told otherwise', async () => {
    const api = openApi();
    await createTicket(api);
    const desk = await signIn(api);
    const path = `${deskTickets}/${await onlyTicket(api)}`;
    api.clock.now += 60_000;
    const headers = { 'idempotency-key': newKey() };
    const first = await desk.post(`${path}/messages`, { text: 'Which one?' }, headers);
    const again = await desk.post(`${path}/messages`, { text: 'Which one?' }, headers);
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    const other = await desk.post(`${path}/messages`, { text: 'Which one?', status: 'solved' }, headers);
    expect((await problemOf(other)).code).toBe('idempotency-key-reused');

    const shown = deskTicket.parse(await (await desk.get(path)).json());
    expect(shown).toMatchObject({ status: 'pending', firstRepliedAt: new Date(api.clock.now).toISOString() });
    expect(shown.messages.map(({ from, name }) => [from, name])).toEqual([
      ['requester', undefined],
      ['agent', 'Mo'],
    ]);
    await desk.post(`${path}/messages`, { text: 'Mended.', status: 'solved' });
    expect(deskTicket.parse(await (await desk.get(path)).json()).status).toBe('solved');
  });

  test('sets a status and answers with the ticket; closed is for good', async () => {
    const api = openApi();
    await createTicket(api);
    const desk = await signIn(api);
    const path = `${deskTickets}/${await onlyTicket(api)}`;
    const set = await desk.post(`${path}/status`, { status: 'closed' });
    expect(deskTicket.parse(await set.json()).status).toBe('closed');
    expect((await problemOf(await desk.post(`${path}/status`, { status: 'open' }))).code).toBe('conflict');
    expect((await problemOf(await desk.post(`${path}/messages`, { text: 'x' }))).code).toBe('conflict');
    expect((await problemOf(await desk.post(`${path}/status`, { status: 'gone' }))).errors?.[0]?.path).toBe('status');
  });

  test('answers 404 for a ticket that is not there', async () => {
    const api = openApi();
    const desk = await signIn(api);
    for (const id of ['nobody', '%2e%2e', "'; drop table ticket; --"]) {
      const path = `${deskTickets}/${encodeURIComponent(id)}`;
      expect((await desk.get(path)).status).toBe(404);
      expect((await desk.post(`${path}/status`, { status: 'open' })).status).toBe(404);
      expect((await desk.post(`${path}/messages`, { text: 'x' })).status).toBe(404);
    }
  });

  test('lists page by page', async () => {
    const api = openApi();
    for (let index = 0; index < 60; index += 1) await createTicket(api, { message: `Number ${index}\nand more` });
    const desk = await signIn(api);
    const page = async (query: string) => deskTicketList.parse(await (await desk.get(deskTickets + query)).json());
    const first = await page('');
    expect([first.tickets.length, Boolean(first.next)]).toEqual([50, true]);
    const second = await page(`?before=${first.next}`);
    expect([second.tickets.length, second.next]).toEqual([10, undefined]);
    const all = [...first.tickets, ...second.tickets];
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    expect(all.every(({ excerpt }) => /^Number \d+$/.test(excerpt))).toBe(true);
    expect((await page('?status=solved')).tickets).toEqual([]);
    for (const query of ['?status=gone', '?before=x', '?before=1.%27']) {
      expect((await problemOf(await desk.get(deskTickets + query))).code).toBe('invalid-request');
    }
  });

  test('hands over whatever a requester wrote, unchanged, as JSON', async () => {
    const api = openApi();
    const desk = await signIn(api);
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => /\S/.test(text)),
        async (text) => {
          const message = `${text}<script>alert(1)</script>`;
          const { reference } = await createTicket(api, { message });
          const { tickets } = deskTicketList.parse(await (await desk.get(deskTickets)).json());
          const id = tickets.find((ticket) => ticket.reference === reference)?.id;
          const response = await desk.get(`${deskTickets}/${id}`);
          expect(response.headers.get('content-type')).toBe('application/json');
          expect(deskTicket.parse(await response.json()).messages[0]?.text).toBe(message);
          api.clock.now += 1;
        },
      ),
      { numRuns: 25 },
    );
  });

  test('serves its pages under a policy of their own', async () => {
    const { send } = openApi({ pages: async () => new Response('desk', { headers: { 'content-type': 'text/html' } }) });
    for (const path of ['/desk', '/desk/', '/desk/desk.js']) {
      expect((await send(path)).headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'",
      );
    }
  });
});
