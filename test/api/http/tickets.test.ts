import { describe, expect, test } from 'vitest';
import { routes } from '../../../api/contract/routes.ts';
import { ticketReceipt } from '../../../api/contract/ticket.ts';
import { hashOf } from '../../../api/secrets.ts';
import { canonical } from '../../../api/ticket/canonical.ts';
import { createTicket, newKey, openApi, origin, post, problemOf, start, ticketBody } from './harness.ts';

const { tickets } = routes;

describe('POST /api/tickets', () => {
  test('answers with reference, capability, and the promised first reply', async () => {
    const { send } = openApi();
    const response = await send(tickets, post(ticketBody()));
    expect(response.status).toBe(201);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const receipt = ticketReceipt.parse(await response.json());
    expect(receipt).toMatchObject({ status: 'new', tier: 1, priority: 'normal' });
    expect(receipt.createdAt).toBe(new Date(start).toISOString());
    expect(Date.parse(receipt.firstReplyBy) - start).toBe(8 * 3_600_000);
    expect(receipt.destination).toEqual({ group: 'Acme Help' });
  });

  test('redacts the context again, whatever the client did, and keeps the message as it was typed', async () => {
    const api = openApi();
    const receipt = await createTicket(api, {
      message: 'My address is ada@example.com.',
      context: [
        { kind: 'search', id: '1', query: 'login ada@example.com', results: 0 },
        { kind: 'page', id: '2', url: 'https://app.example.com/orders?token=abc#frag', title: 'Orders' },
        { kind: 'host', id: '3', name: 'plan', value: 'card 4111 1111 1111 1111' },
        {
          kind: 'read',
          id: '4',
          document: 'article:a',
          title: 'A',
          seconds: 3,
          helpful: false,
          reason: 'ask bo@example.com',
        },
      ],
    });
    const thread = await api.store.threadByCapability(await hashOf(receipt.capability));
    const kept = JSON.stringify([thread?.context, thread?.reasons, receipt]);
    for (const secret of ['ada@', 'bo@', 'token=abc', 'frag', '4111 1111']) expect(kept).not.toContain(secret);
    expect(thread?.messages[0]?.text).toBe('My address is ada@example.com.');
  });

  test('keeps a ticket whose hidden field is filled, and marks it', async () => {
    const api = openApi();
    const receipt = await createTicket(api, { website: 'https://spam.example.com' });
    const plain = await createTicket(api);
    expect(Object.keys(receipt)).toEqual(Object.keys(plain));
    const rows = await api.store.listTickets({ status: undefined, before: undefined, limit: 9 });
    expect(rows.map(({ held, reference }) => [reference, held])).toEqual(
      expect.arrayContaining([
        [receipt.reference, true],
        [plain.reference, false],
      ]),
    );
  });

  test('keeps only the hash of the capability', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const rows = await api.store.listTickets({ status: undefined, before: undefined, limit: 9 });
    const ticket = await api.store.ticketById(rows[0]?.id ?? '');
    expect(JSON.stringify(ticket)).not.toContain(capability);
    expect(await api.store.threadByCapability(capability)).toBeUndefined();
  });

  test('tries another reference when one is taken', async () => {
    let calls = 0;
    // References are six bytes: the first three tries of two tickets give the same ones.
    const random = (length: number) => {
      if (length !== 6) return crypto.getRandomValues(new Uint8Array(length));
      calls += 1;
      return new Uint8Array(6).fill(calls <= 3 ? 7 : calls);
    };
    const api = openApi({ random });
    expect((await createTicket(api)).reference).toBe('TZ-777777');
    expect((await createTicket(api)).reference).toBe('TZ-444444');
  });

  test.each([
    ['a missing message', { ...ticketBody(), message: undefined }, { path: 'message', expected: 'string' }],
    ['only spaces', ticketBody({ message: ' \n ' }), { path: 'message', expected: 'some words' }],
    [
      'a long message',
      ticketBody({ message: 'x'.repeat(10_001) }),
      { path: 'message', expected: 'at most 10000 characters' },
    ],
    ['an unknown field', { ...ticketBody(), admin: true }, { path: '$', expected: 'no other fields' }],
    [
      'a wrong item',
      { ...ticketBody(), context: [{ kind: 'search', id: '1', query: 'a', results: -1 }] },
      { path: 'context[0].results', expected: 'at least 0' },
    ],
    [
      'an unknown item',
      { ...ticketBody(), context: [{ kind: 'x' }] },
      { path: 'context[0].kind', expected: 'one of the known kinds' },
    ],
    [
      'an address that is none',
      ticketBody({ address: 'ada' }),
      { path: 'address', expected: 'an address such as ada@example.com' },
    ],
    ['a list', [], { path: '$', expected: 'object' }],
  ])('says what is wrong with %s', async (_, body, error) => {
    const { send } = openApi();
    const found = await problemOf(await send(tickets, post(body)));
    expect(found).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(found.errors).toContainEqual(error);
    expect(found.link).toBe(`${origin}/articles/api-problems/#invalid-request`);
  });

  test('refuses what is no JSON, of another type, or too large, announced or not', async () => {
    const { send, store } = openApi();
    const raw = (body: BodyInit, headers: Record<string, string> = {}) =>
      send(tickets, { ...post(null, headers), body, ...{ duplex: 'half' } });
    expect((await problemOf(await raw('{'))).code).toBe('invalid-request');
    expect((await problemOf(await raw('{}', { 'content-type': 'text/plain' }))).code).toBe('unsupported-media-type');
    const large = JSON.stringify(ticketBody({ name: 'x'.repeat(70_000) }));
    expect((await problemOf(await raw(large))).code).toBe('too-large');
    const piece = new TextEncoder().encode('x'.repeat(1_000));
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(piece);
      },
    });
    expect((await problemOf(await raw(endless))).code).toBe('too-large');
    expect(pulled).toBeLessThan(80);
    expect(await store.listTickets({ status: undefined, before: undefined, limit: 9 })).toEqual([]);
  });

  test('answers other methods with the one it takes', async () => {
    const { send } = openApi();
    const response = await send(tickets, { method: 'PUT' });
    expect(response.headers.get('allow')).toBe('POST');
    expect((await problemOf(response)).code).toBe('method-not-allowed');
  });
});

describe('Idempotency-Key', () => {
  test('is required, and long enough not to be guessed', async () => {
    const { send } = openApi();
    for (const key of ['', 'short', 'x'.repeat(256), 'with spaces in the middle']) {
      const found = await problemOf(await send(tickets, post(ticketBody(), { 'idempotency-key': key })));
      expect(found).toMatchObject({ code: 'idempotency-key-missing', status: 400 });
    }
  });

  test('repeats the first answer, capability included, whatever order the fields came in', async () => {
    const { send, store, clock } = openApi();
    const headers = { 'idempotency-key': newKey() };
    const first = await send(tickets, post(ticketBody({ name: 'Ada' }), headers));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    clock.now += 29 * 86_400_000;
    const reversed = Object.fromEntries(Object.entries(ticketBody({ name: 'Ada' })).reverse());
    const again = await send(tickets, post(reversed, headers));
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await again.json()).toEqual(await first.json());
    expect(await store.listTickets({ status: undefined, before: undefined, limit: 9 })).toHaveLength(1);
  });

  test('refuses another body', async () => {
    const { send } = openApi();
    const headers = { 'idempotency-key': newKey() };
    await send(tickets, post(ticketBody(), headers));
    const found = await problemOf(await send(tickets, post(ticketBody({ message: 'Other' }), headers)));
    expect(found).toMatchObject({ code: 'idempotency-key-reused', status: 422 });
  });

  test('tells a second request to wait while the first is at work, and lets it through when that one died', async () => {
    const { send, store, clock } = openApi();
    const key = newKey();
    const id = await hashOf(`create ticket\n${key}`);
    const bodyHash = await hashOf(canonical(ticketBody()));
    await store.claimKey({ id, owner: 'a process that was killed', bodyHash, now: clock.now, leaseMs: 5_000 });
    const waiting = await send(tickets, post(ticketBody(), { 'idempotency-key': key }));
    expect(waiting.headers.get('retry-after')).toBe('5');
    expect(await problemOf(waiting)).toMatchObject({ code: 'idempotency-key-in-flight', status: 409 });
    clock.now += 5_000;
    expect((await send(tickets, post(ticketBody(), { 'idempotency-key': key }))).status).toBe(201);
  });

  test('frees the key when the work failed, so that the retry need not wait', async () => {
    const api = openApi();
    const key = newKey();
    const { createTicket } = api.store;
    api.store.createTicket = async () => {
      throw new Error('ada@example.com broke it');
    };
    const failed = await problemOf(await api.send(tickets, post(ticketBody(), { 'idempotency-key': key })));
    expect(failed).toMatchObject({ code: 'internal', status: 500 });
    expect(JSON.stringify(failed) + api.lines.join()).not.toContain('ada@');
    api.store.createTicket = createTicket;
    expect((await api.send(tickets, post(ticketBody(), { 'idempotency-key': key }))).status).toBe(201);
  });

  test('makes one ticket of fifty requests at the same time', async () => {
    const { send, store } = openApi();
    const headers = { 'idempotency-key': newKey() };
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(tickets, post(ticketBody(), headers))));
    const created = answers.filter(({ status }) => status === 201);
    expect(created.length).toBeGreaterThan(0);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(new Set(await Promise.all(created.map((answer) => answer.text()))).size).toBe(1);
    expect(await store.listTickets({ status: undefined, before: undefined, limit: 9 })).toHaveLength(1);
  });
});
