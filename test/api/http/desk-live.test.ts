import { describe, expect, test } from 'vitest';
import { type DeskChanges, deskChanges } from '../../../api/contract/desk-live.ts';
import { routes } from '../../../api/contract/routes.ts';
import { createStreams } from '../../../api/http/streams.ts';
import { type Api, createTicket, openApi, problemOf, signIn } from './harness.ts';

const { deskChanges: changes, deskStream, deskPresence, deskSession, deskTickets } = routes;
const ids = async ({ store }: Api) => (await store.listTickets({ before: undefined, limit: 99 })).map(({ id }) => id);

/** What a stream says, one event after the other; comments are left out. */
const eventsOf = (response: Response) => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<{ id: string; data: DeskChanges } | undefined> {
      for (;;) {
        const [, event, rest] = /^([\s\S]*?)\n\n([\s\S]*)$/.exec(text) ?? [];
        if (event !== undefined) {
          text = rest ?? '';
          const [, id = '', data = ''] = /^id: (\d+)\ndata: (.*)$/.exec(event) ?? [];
          if (data) return { id, data: deskChanges.parse(JSON.parse(data)) };
          continue;
        }
        const read = await reader?.read();
        if (!read || read.done) return undefined;
        text += read.value;
      }
    },
    stop: () => reader?.cancel(),
  };
};

describe('changes', () => {
  test('are told since a cursor', async () => {
    const api = openApi();
    const desk = await signIn(api);
    const read = async (query = '') => deskChanges.parse(await (await desk.get(changes + query)).json());
    const { cursor } = await read();
    await createTicket(api);
    const next = await read(`?after=${cursor}`);
    expect(next.tickets).toEqual(await ids(api));
    expect(await read(`?after=${next.cursor}`)).toEqual({ cursor: next.cursor, tickets: [], presence: [] });
    // A backup was played back: what happens next has numbers that the cursor is past.
    expect((await read('?after=999999')).cursor).toBe(next.cursor);
    expect((await problemOf(await desk.get(`${changes}?after=x`))).code).toBe('invalid-request');
    expect((await problemOf(await api.send(changes))).code).toBe('signed-out');
  });
});

describe('presence', () => {
  test('says who is where for 45 seconds, and nothing of a ticket that one may not see', async () => {
    const api = openApi();
    await createTicket(api);
    const [ticket = ''] = await ids(api);
    const mo = await signIn(api);
    const mira = await signIn(api, { id: 'mira', name: 'Mira' });
    expect((await mo.post(deskPresence, { ticket, doing: 'writing' })).status).toBe(204);
    const here = async () => deskChanges.parse(await (await mira.get(changes)).json()).presence;
    expect(await here()).toEqual([{ person: 'mo', name: 'Mo', ticket, doing: 'writing' }]);
    api.clock.now += 45_000;
    expect(await here()).toEqual([]);
    expect((await problemOf(await mo.post(deskPresence, { ticket: 'nobody', doing: 'reading' }))).code).toBe(
      'not-found',
    );
    expect((await problemOf(await mo.post(deskPresence, { ticket, doing: 'sleeping' }))).code).toBe('invalid-request');
    await mo.post(deskPresence, { ticket, doing: 'reading' });
    await mo.post(deskPresence, { left: ticket, doing: 'reading' });
    expect(await here()).toEqual([]);
  });
});

describe('the stream of changes', () => {
  const openStream = async () => {
    const streams = createStreams();
    const api = openApi({ streams });
    const desk = await signIn(api);
    return { api, desk, streams };
  };

  test('says what has changed as soon as something has, and goes on where a reader was', async () => {
    const { api, desk } = await openStream();
    const response = await desk.get(deskStream);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toContain('no-transform');
    const events = eventsOf(response);
    const first = await events.next();
    expect(first?.data).toMatchObject({ tickets: [], presence: [] });
    await createTicket(api);
    const [ticket = ''] = await ids(api);
    const second = await events.next();
    expect(second?.data.tickets).toEqual([ticket]);
    expect(second?.id).toBe(String(second?.data.cursor));
    await desk.post(deskPresence, { ticket, doing: 'writing' });
    expect((await events.next())?.data.presence).toHaveLength(1);
    await events.stop();

    const headers = { cookie: desk.cookie, 'last-event-id': first?.id ?? '' };
    const again = eventsOf(await api.send(deskStream, { headers }));
    expect((await again.next())?.data.tickets).toEqual([ticket]);
    await again.stop();
  });

  test('tells a partner nothing of others', async () => {
    const { api } = await openStream();
    const routing = {
      ...api.deps.routing,
      groups: api.deps.routing.groups.map((group) => ({ ...group, partner: true })),
    };
    const other = openApi({ streams: createStreams(), routing });
    const partner = await signIn(other, { groups: ['everybody'] });
    await createTicket(other);
    const [ticket = ''] = await ids(other);
    const thread = await other.store.ticketById(ticket);
    await other.store.changeTickets([
      { id: 'x', ticketId: ticket, version: thread?.ticket.version ?? 0, at: 1, set: { group: 'else' }, events: [] },
    ]);
    const read = deskChanges.parse(await (await partner.get(`${changes}?after=0`)).json());
    expect(read.tickets).toEqual([]);
  });

  test('ends with the session and with the process', async () => {
    const { api, desk, streams } = await openStream();
    const events = eventsOf(await desk.get(deskStream));
    await events.next();
    const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
    await api.send(deskSession, { method: 'DELETE', headers });
    expect(await events.next()).toBeUndefined();

    const next = await signIn(api, { id: 'mira', name: 'Mira' });
    const others = eventsOf(await next.get(deskStream));
    await others.next();
    streams.close();
    expect(await others.next()).toBeUndefined();
  });

  test('is open four times for a person, and not at all where no process stays awake', async () => {
    const { desk } = await openStream();
    const open = await Promise.all([1, 2, 3, 4].map(() => desk.get(deskStream)));
    expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await problemOf(await desk.get(deskStream))).toMatchObject({ code: 'rate-limited', status: 429 });
    await open[0]?.body?.cancel();
    const again = await desk.get(deskStream);
    expect(again.status).toBe(200);
    await Promise.all([...open.slice(1), again].map(({ body }) => body?.cancel()));
    const without = await signIn(openApi());
    expect((await problemOf(await without.get(deskStream))).code).toBe('not-found');
  });

  test('is asked for without being opened', async () => {
    const { api, desk } = await openStream();
    const headers = { cookie: desk.cookie, 'sec-fetch-site': 'same-origin' };
    for (let count = 0; count < 6; count += 1) {
      const response = await api.send(deskStream, { method: 'HEAD', headers });
      expect(response.status).toBe(200);
    }
  });

  test('wakes after what was written alone', async () => {
    const streams = createStreams();
    let woken = 0;
    const api = openApi({ streams: { ...streams, wake: () => (woken += 1) } });
    const desk = await signIn(api);
    woken = 0;
    await desk.get(deskTickets);
    await desk.post(deskPresence, { ticket: 'nobody', doing: 'reading' });
    expect(woken).toBe(0);
    await createTicket(api);
    expect(woken).toBe(1);
  });
});
