import { describe, expect, test } from 'vitest';
import { routes } from '../../../api/contract/routes.ts';
import { message, thread } from '../../../api/contract/ticket.ts';
import { StoreUnavailable } from '../../../api/store/statement.ts';
import { type Api, createTicket, newKey, openApi, post, problemOf, signIn } from './harness.ts';

const bearer = (capability: string) => ({ authorization: `Bearer ${capability}` });
const read = async ({ send }: Api, capability: string) =>
  thread.parse(await (await send(routes.thread, { headers: bearer(capability) })).json());
const ticketId = async ({ store }: Api) =>
  (await store.listTickets({ status: undefined, before: undefined, limit: 1 }))[0]?.id ?? '';

describe('GET /api/thread', () => {
  test('shows a requester the thread of the capability, and nothing of the inside', async () => {
    const api = openApi();
    const { capability, reference } = await createTicket(api, { address: 'ada@example.com' });
    const shown = await read(api, capability);
    expect(shown).toMatchObject({ reference, status: 'new', topic: 'billing' });
    expect(shown.messages.map(({ from, text }) => [from, text])).toEqual([['requester', 'The invoice is wrong.']]);
    const raw = await (await api.send(routes.thread, { headers: bearer(capability) })).text();
    for (const inside of ['context', 'reasons', 'held', 'ada@', await ticketId(api)]) expect(raw).not.toContain(inside);
  });

  test.each([
    ['no header', undefined],
    ['a reference', 'Bearer TZ-777777'],
    ['an unknown capability', `Bearer ${'x'.repeat(43)}`],
    ['another scheme', `Basic ${'x'.repeat(43)}`],
  ])('opens nothing for %s', async (_, authorization) => {
    const api = openApi();
    await createTicket(api);
    const headers = authorization === undefined ? {} : { authorization };
    expect(await problemOf(await api.send(routes.thread, { headers }))).toMatchObject({
      code: 'capability-unknown',
      status: 404,
    });
  });
});

describe('POST /api/thread/messages', () => {
  test('adds a message once for its key', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const headers = { ...bearer(capability), 'idempotency-key': newKey() };
    const first = await api.send(routes.messages, post({ text: 'More.' }, headers));
    const again = await api.send(routes.messages, post({ text: 'More.' }, headers));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const body = message.parse(await first.json());
    expect(body).toMatchObject({ from: 'requester', text: 'More.' });
    expect(await again.json()).toEqual(body);
    expect((await read(api, capability)).messages.map(({ text }) => text)).toEqual(['The invoice is wrong.', 'More.']);
  });

  test('takes the same key in another thread as another key', async () => {
    const api = openApi();
    const key = newKey();
    for (const name of ['one', 'two']) {
      const { capability } = await createTicket(api, { name });
      const response = await api.send(
        routes.messages,
        post({ text: name }, { ...bearer(capability), 'idempotency-key': key }),
      );
      expect(response.headers.get('idempotency-replayed')).toBeNull();
      expect((await read(api, capability)).messages.at(-1)?.text).toBe(name);
    }
  });

  test('opens a solved ticket again and refuses a closed one', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const desk = await signIn(api);
    const path = `${routes.deskTickets}/${await ticketId(api)}`;
    await desk.post(`${path}/status`, { status: 'solved' });
    expect((await read(api, capability)).status).toBe('solved');
    await api.send(routes.messages, post({ text: 'Not yet.' }, bearer(capability)));
    expect((await read(api, capability)).status).toBe('open');

    await desk.post(`${path}/status`, { status: 'closed' });
    const refused = await api.send(routes.messages, post({ text: 'Hello?' }, bearer(capability)));
    expect(await problemOf(refused)).toMatchObject({ code: 'conflict', status: 409 });
    expect((await read(api, capability)).messages).toHaveLength(2);
  });

  test('needs a key, a capability and some words', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const code = async (init: RequestInit) => (await problemOf(await api.send(routes.messages, init))).code;
    expect(await code(post({ text: 'x' }, { ...bearer(capability), 'idempotency-key': '' }))).toBe(
      'idempotency-key-missing',
    );
    expect(await code(post({ text: 'x' }, bearer('x'.repeat(43))))).toBe('capability-unknown');
    expect(await code(post({ text: 'x' }))).toBe('capability-unknown');
    expect(await code(post({ text: '  ' }, bearer(capability)))).toBe('invalid-request');
  });
});

describe('POST /api/feedback', () => {
  test('keeps what was said without what looks like a secret', async () => {
    const api = openApi();
    const kept: unknown[] = [];
    api.store.recordFeedback = async (feedback) => {
      kept.push(feedback);
    };
    const body = {
      document: 'article:a',
      locale: 'en',
      helpful: false,
      reason: 'wrong',
      words: 'mail ada@example.com',
    };
    expect((await api.send(routes.feedback, post(body))).status).toBe(204);
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain('ada@');
    expect((await problemOf(await api.send(routes.feedback, post({ ...body, helpful: 'no' })))).errors).toEqual([
      { path: 'helpful', expected: 'boolean' },
    ]);
  });
});

describe('GET /api/health', () => {
  test('says ok, and 503 with a time to come back while the database does not answer', async () => {
    const api = openApi();
    expect(await (await api.send(routes.health)).json()).toEqual({ status: 'ok' });
    api.store.health = async () => {
      throw new StoreUnavailable('SQLite: disk is full');
    };
    const down = await api.send(routes.health);
    expect(down.headers.get('retry-after')).toBe('2');
    expect(await problemOf(down)).toMatchObject({ code: 'unavailable', status: 503 });
  });
});
