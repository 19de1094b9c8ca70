import { describe, expect, test } from 'vitest';
import { routes } from '../../../api/contract/routes.ts';
import type { CreateTicket } from '../../../api/contract/ticket.ts';
import { StoreUnavailable } from '../../../api/store/statement.ts';
import type { Store } from '../../../api/store/store.ts';
import { tick } from '../../../api/ticket/tick.ts';
import { createTicket, openApi, post, problemOf, signIn } from '../http/harness.ts';
import { fixture } from '../routing/fixture.ts';

const hour = 3_600_000;
/** Monday 16 November 2026, nine o'clock in Berlin. Normal priority: first reply in 8 hours, solved in 64, of 38 a week. */
const monday = Date.UTC(2026, 10, 16, 8);

const open = async (at = monday, change: Partial<CreateTicket> = {}) => {
  const api = openApi({ routing: fixture });
  api.clock.now = at;
  const receipt = await createTicket(api, { topic: 'account', message: 'My name is wrong.', ...change });
  const [row] = await api.store.listTickets({ before: undefined, limit: 9 });
  const id = row?.id ?? '';
  const read = async () => {
    const thread = await api.store.ticketById(id);
    if (!thread) throw new Error('The ticket is gone.');
    return thread;
  };
  return {
    api,
    id,
    read,
    agent: () => signIn(api),
    write: (text: string) =>
      api.send(routes.messages, post({ text }, { authorization: `Bearer ${receipt.capability}` })),
    /** Everything that is due until an instant, as a worker does it. */
    async until(instant: number) {
      for (;;) {
        const { lookAt = Number.POSITIVE_INFINITY } = (await read()).ticket;
        if (lookAt > instant) break;
        api.clock.now = lookAt;
        await tick(api.deps);
      }
      api.clock.now = instant;
    },
    said: async () =>
      (await read()).events.flatMap(({ at, event }) =>
        event.kind === 'warned' ? [[event.metric, event.percent, event.tier, (at - monday) / hour]] : [],
      ),
    events: async (kind: string) =>
      (await read()).events.map(({ event }) => event).filter((event) => event.kind === kind),
  };
};

describe('the clocks of a ticket', () => {
  test('warn of the first reply at half, three quarters and the end of its time, each once', async () => {
    const { until, said, api } = await open();
    await until(monday + 7 * hour);
    await Promise.all([tick(api.deps), tick(api.deps), tick(api.deps)]);
    await until(monday + 8 * hour);
    expect(await said()).toEqual([
      ['first-reply', 50, 1, 4],
      ['first-reply', 75, 1, 6],
      ['first-reply', 100, 1, 8],
    ]);
  });

  test('say nothing twice when many workers look at the same time', async () => {
    const { api, said } = await open();
    api.clock.now = monday + 8 * hour;
    await Promise.all(Array.from({ length: 12 }, () => tick(api.deps)));
    expect((await said()).map(([metric, percent]) => `${metric} ${percent}`)).toEqual([
      'first-reply 50',
      'first-reply 75',
      'first-reply 100',
    ]);
  });

  test('are looked at although those of another ticket cannot be', async () => {
    const { api, id, said } = await open();
    await createTicket(api, { topic: 'account', message: 'This one is damaged.' });
    const rows = await api.store.listTickets({ before: undefined, limit: 9 });
    const damaged = rows.find((row) => row.id !== id)?.id;
    api.clock.now = monday + 8 * hour;
    const store = {
      ...api.store,
      ticketById: (wanted: string) =>
        wanted === damaged ? Promise.reject(new Error('not JSON')) : api.store.ticketById(wanted),
    };
    expect(await tick({ ...api.deps, store })).toEqual({ looked: 1, failed: 1, more: false });
    expect(await said()).toHaveLength(3);
    const reference = rows.find((row) => row.id === damaged)?.reference;
    expect(api.lines).toEqual([
      `${reference} could not be looked at, 1 in a row: Error, again ${new Date(api.clock.now + 60_000).toISOString()}`,
    ]);
    expect(await tick({ ...api.deps, store })).toEqual({ looked: 0, failed: 0, more: false });
    // Once it can be read again, it is looked at like any other.
    api.clock.now += 60_000;
    expect(await tick(api.deps)).toMatchObject({ looked: 1, failed: 0 });
    expect((await api.store.ticketById(damaged ?? ''))?.events.some(({ event }) => event.kind === 'warned')).toBe(true);
  });

  test('are looked at although 250 before them cannot be, while a database that is busy puts nobody off', async () => {
    const { api, id, said } = await open();
    api.clock.now = monday + 8 * hour;
    const damaged = new Set<string>();
    const due = new Set(Array.from({ length: 250 }, (_, index) => `damaged-${index}`));
    let error: Error = new StoreUnavailable('busy');
    const store: Store = {
      ...api.store,
      ticketsToLookAt: async (now, limit) => [...due, ...(await api.store.ticketsToLookAt(now, 9))].slice(0, limit),
      ticketById: (wanted) => (wanted === id ? api.store.ticketById(wanted) : Promise.reject(error)),
      putOff: async ({ ticket, now }) => {
        due.delete(ticket);
        damaged.add(ticket);
        return { reference: ticket, failures: 1, lookAt: now + 1 };
      },
    };
    expect(await tick({ ...api.deps, store })).toEqual({ looked: 0, failed: 200, more: false });
    expect(damaged.size).toBe(0);
    error = new SyntaxError('quotes what somebody wrote');
    expect(await tick({ ...api.deps, store })).toEqual({ looked: 0, failed: 200, more: true });
    expect(await tick({ ...api.deps, store })).toEqual({ looked: 1, failed: 50, more: false });
    expect(await said()).toHaveLength(3);
    expect(api.lines.join()).not.toContain('somebody wrote');
  });

  test('ask whoever leads when a promise is broken', async () => {
    const { until, read, events } = await open();
    await until(monday + 8 * hour - 1);
    expect((await read()).ticket.leadAsked).toBe(false);
    await until(monday + 8 * hour);
    expect((await read()).ticket.leadAsked).toBe(true);
    expect(await events('lead-asked')).toEqual([{ kind: 'lead-asked', why: 'breach', metric: 'first-reply' }]);
  });

  test('send a ticket to the next tier that can solve it, at three quarters of the time to solve it', async () => {
    const { until, read, events, agent, id } = await open();
    await (await agent()).post(`${routes.deskTickets}/${id}/messages`, { text: 'We are looking.', status: 'open' });
    await until(monday + 14 * 24 * hour);
    const [placed] = await events('placed');
    expect(placed).toMatchObject({ from: { tier: 1, group: 'support' }, to: { tier: 2 }, why: 'overdue' });
    const { ticket, events: all } = await read();
    expect(ticket).toMatchObject({ exhausted: expect.toSatisfy((tier: number) => tier >= 1), status: 'open' });
    expect(ticket.transfers).toBeGreaterThan(0);
    // 48 of 64 hours, at 38 a week and 8 on Monday: the second Tuesday at 11.
    expect(all.find(({ event }) => event.kind === 'placed')?.at).toBe(monday + 8 * 24 * hour + 2 * hour);
  });

  test('keep the start of a promise when the ticket moves, so that nothing is won by moving it', async () => {
    const { until, read, agent, id } = await open();
    await (await agent()).post(`${routes.deskTickets}/${id}/messages`, { text: 'We are looking.', status: 'open' });
    const { resolveBy } = (await read()).ticket;
    await until(monday + 9 * 24 * hour);
    const { ticket } = await read();
    expect(ticket.tier).toBe(2);
    expect(ticket.resolveBy).toBe(resolveBy);
  });

  test('send a ticket on at once when a higher priority finds three quarters of its time used', async () => {
    const { until, events, agent, id } = await open();
    const { post: send } = await agent();
    await send(`${routes.deskTickets}/${id}/messages`, { text: 'We are looking.', status: 'open' });
    await until(monday + 3 * 24 * hour + 2 * hour);
    await (await agent()).post(`${routes.deskTickets}/${id}/change`, { kind: 'prioritise', priority: 'high' });
    expect(await events('placed')).toMatchObject([
      { why: 'priority' },
      { from: { tier: 1 }, to: { tier: 2 }, why: 'overdue' },
    ]);
  });

  test('say again what a longer promise took back, and send the ticket on when it is reached', async () => {
    const { until, said, events, agent, id } = await open();
    await (await agent()).post(`${routes.deskTickets}/${id}/messages`, { text: 'We are looking.', status: 'open' });
    // 18 of 64 hours, and of 32.
    await until(monday + 2 * 24 * hour + 2 * hour);
    const { post: send } = await agent();
    for (const priority of ['high', 'normal']) {
      await send(`${routes.deskTickets}/${id}/change`, { kind: 'prioritise', priority });
    }
    expect((await said()).map(([metric, percent]) => `${metric} ${percent}`)).toEqual(['resolution 50']);
    await until(monday + 14 * 24 * hour);
    expect(
      (await said()).filter(([, , tier]) => tier === 1).map(([metric, percent]) => `${metric} ${percent}`),
    ).toEqual(['resolution 50', 'resolution 50', 'resolution 75']);
    expect((await events('placed')).at(-1)).toMatchObject({ to: { tier: 2 }, why: 'overdue' });
  });

  test('send a ticket on although it was urgent by mistake for a moment', async () => {
    const { until, events, agent, id } = await open();
    await (await agent()).post(`${routes.deskTickets}/${id}/messages`, { text: 'We are looking.', status: 'open' });
    await until(monday + 3 * 24 * hour + 2 * hour);
    const { post: send } = await agent();
    for (const priority of ['high', 'normal']) {
      await send(`${routes.deskTickets}/${id}/change`, { kind: 'prioritise', priority });
    }
    await until(monday + 14 * 24 * hour);
    expect((await events('placed')).map((event) => 'to' in event && Object(event.to).tier)).toEqual([1, 2, 2, 3]);
  });

  test('pause the time to solve while the requester is waited for, and go on when they write', async () => {
    const { api, until, read, agent, id, write } = await open();
    await (await agent()).post(`${routes.deskTickets}/${id}/messages`, { text: 'Which name?', status: 'pending' });
    expect((await read()).ticket).toMatchObject({ resolveBy: undefined, dueBy: undefined, lookAt: undefined });
    await until(monday + 21 * 24 * hour);
    await write('Ada.');
    const { ticket } = await read();
    expect(ticket.nextReplyBy).toBe(api.clock.now + 8 * hour);
    expect(ticket.dueBy).toBe(ticket.nextReplyBy);
    expect(ticket.resolveBy).toBeGreaterThan(api.clock.now + 7 * 24 * hour);
  });

  test('find a promise broken that was kept late while no worker ran, and send nothing that is solved to another tier', async () => {
    const { api, read, said, events, agent, id } = await open();
    api.clock.now = monday + 21 * 24 * hour;
    await (await agent()).post(`${routes.deskTickets}/${id}/messages`, { text: 'It is mended.', status: 'solved' });
    expect((await said()).filter(([, percent]) => percent === 100).map(([metric]) => metric)).toEqual([
      'first-reply',
      'resolution',
    ]);
    expect(await events('placed')).toEqual([]);
    expect((await read()).ticket).toMatchObject({ tier: 1, status: 'solved', leadAsked: true, lookAt: undefined });
  });

  test('count no hour of a weekend or of the night in which clocks go back', async () => {
    // Friday 23 October 2026, two o'clock in Berlin: one hour is left, the clocks go back on Sunday, 7 hours remain for Monday.
    const friday = Date.UTC(2026, 9, 23, 12);
    const { until, read } = await open(friday);
    const due = Date.UTC(2026, 9, 26, 8 + 7);
    expect((await read()).ticket.firstReplyBy).toBe(due);
    await until(due - 1);
    expect((await read()).ticket.leadAsked).toBe(false);
    await until(due);
    expect((await read()).ticket.leadAsked).toBe(true);
  });

  test('go on for what a machine sent only once a person has released it', async () => {
    const { until, read } = await open(monday, { website: 'https://spam.example' });
    await until(monday + 30 * 24 * hour);
    expect((await read()).ticket).toMatchObject({ held: true, lookAt: undefined, dueBy: undefined, leadAsked: false });
  });
});

describe('a ticket that comes back', () => {
  test('goes to the next tier once it was reopened twice', async () => {
    const { read, agent, id, write, events } = await open();
    const { post: send } = await agent();
    for (const text of ['Still wrong.', 'And again.']) {
      expect((await read()).ticket.tier).toBe(1);
      await send(`${routes.deskTickets}/${id}/messages`, { text: 'Done.', status: 'solved' });
      await write(text);
    }
    const { ticket } = await read();
    expect(ticket).toMatchObject({ tier: 2, exhausted: 1, status: 'open', transfers: 1 });
    expect(await events('placed')).toMatchObject([{ why: 'reopened', to: { tier: 2 } }]);
    expect((await read()).reasons.map(({ code }) => code)).toContain('tier-exhausted');
  });

  test('is not reopened by an answer to a question', async () => {
    const { read, agent, id, write } = await open();
    const { post: send } = await agent();
    for (const text of ['Ada.', 'Lindqvist.', 'Yes.']) {
      await send(`${routes.deskTickets}/${id}/messages`, { text: 'Which one?', status: 'pending' });
      await write(text);
    }
    expect((await read()).ticket).toMatchObject({ tier: 1, exhausted: 0 });
  });
});

describe('the tick route', () => {
  const token = 'a token of a timer, of 32 characters'.replaceAll(' ', '-');

  test('looks at what is due for whoever has the token', async () => {
    const api = openApi({ routing: fixture, config: { tickToken: token } });
    api.clock.now = monday;
    await createTicket(api, { topic: 'account' });
    api.clock.now += 8 * hour;
    for (const method of ['POST', 'GET']) {
      const response = await api.send(routes.tick, { method, headers: { authorization: `Bearer ${token}` } });
      expect(await response.json()).toEqual({ looked: method === 'POST' ? 1 : 0, failed: 0, more: false });
    }
  });

  test.each([
    ['without a token', {}],
    ['with another one', { authorization: 'Bearer something-else-of-the-same-length-x' }],
  ])('is not there %s', async (_, headers) => {
    const api = openApi({ config: { tickToken: token } });
    expect(await problemOf(await api.send(routes.tick, { method: 'POST', headers }))).toMatchObject({
      code: 'not-found',
    });
  });

  test('is not there where nobody has set one', async () => {
    const api = openApi();
    const headers = { authorization: 'Bearer undefined' };
    expect(await problemOf(await api.send(routes.tick, { method: 'POST', headers }))).toMatchObject({
      code: 'not-found',
    });
  });
});
