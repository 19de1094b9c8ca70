import { expect, describe as group, it } from 'vitest';
import { createDeskClient } from '../../../site/desk/client.ts';
import { createTicket, linkFor, openApi, origin } from '../../api/http/harness.ts';

/** A browser's fetch on our own page, in front of the real API: it keeps the cookie and says where a request comes from. */
const openClient = async (api: ReturnType<typeof openApi>) => {
  let cookie = '';
  const sent: RequestInit[] = [];
  const browser: typeof fetch = async (input, init = {}) => {
    sent.push(init);
    const headers = new Headers(init.headers);
    headers.set('cookie', cookie);
    headers.set('sec-fetch-site', 'same-origin');
    const { method, body } = init;
    const response = await api.send(String(input), { headers, ...(method && { method }), ...(body && { body }) });
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    return response;
  };
  const token = 'sign-in-token-of-tests'.padEnd(43, '-');
  await linkFor(api, token);
  const client = createDeskClient({ origin, fetch: browser, now: () => api.clock.now });
  return { client, token, sent };
};
const openSignedIn = async () => {
  const api = openApi();
  const opened = await openClient(api);
  await opened.client.signIn(opened.token);
  return { api, ...opened };
};
const read = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
};

group('the desk client and the API', () => {
  it('signs in once, says who is in, and signs out', async () => {
    const { client, token } = await openClient(openApi());
    expect(await client.session()).toMatchObject({ ok: false, code: 'signed-out' });
    const { groups, team } = read(await client.signIn(token));
    expect(groups[0]).toMatchObject({ tier: 1, partner: false });
    expect(await client.session()).toEqual({ ok: true, value: { id: 'mo', name: 'Mo', role: 'agent', team, groups } });
    expect(await client.signIn(token)).toMatchObject({ ok: false, code: 'signed-out' });
    expect(await client.signOut()).toEqual({ ok: true, value: undefined });
    expect(await client.session()).toMatchObject({ ok: false, code: 'signed-out' });
  });

  it('refuses what is no token before anything else is asked', async () => {
    const { client } = await openClient(openApi());
    expect(await client.signIn('not a token')).toMatchObject({ ok: false, code: 'invalid-request' });
  });

  it('sends requests nowhere but home, with the cookie', async () => {
    const { client, sent } = await openSignedIn();
    await client.tickets({ status: undefined, pages: 1 });
    expect(sent.at(-1)).toMatchObject({ mode: 'same-origin', credentials: 'same-origin' });
  });

  it('reads the list by status, and older pages below the first', async () => {
    const { api, client } = await openSignedIn();
    for (let count = 0; count < 60; count++) {
      api.clock.now += 1_000;
      await createTicket(api, { message: `Number ${count}` });
    }
    const first = read(await client.tickets({ status: undefined, pages: 1 }));
    expect([first.tickets.length, first.next !== undefined]).toEqual([50, true]);
    const all = read(await client.tickets({ status: 'new', pages: 2 }));
    expect(all.next).toBeUndefined();
    expect(all.tickets.map(({ excerpt }) => excerpt)).toEqual(
      Array.from({ length: 60 }, (_, place) => `Number ${59 - place}`),
    );
    expect(read(await client.tickets({ status: 'solved', pages: 1 })).tickets).toEqual([]);
  });

  it('replies once for a key, with the status in the same command', async () => {
    const { api, client } = await openSignedIn();
    await createTicket(api);
    const [row] = read(await client.tickets({ status: undefined, pages: 1 })).tickets;
    const id = row?.id ?? '';
    const reply = { text: 'Look again.', key: 'key-of-one-reply', status: 'solved' } as const;
    await client.reply(id, reply);
    await client.reply(id, reply);
    const ticket = read(await client.ticket(id));
    expect(ticket.status).toBe('solved');
    expect(ticket.messages.map(({ text, name }) => [name, text])).toEqual([
      [undefined, 'The invoice is wrong.'],
      ['Mo', 'Look again.'],
    ]);
    expect(await client.reply(id, { ...reply, text: 'Other' })).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('sets a status, and meets a conflict on what is closed', async () => {
    const { api, client } = await openSignedIn();
    await createTicket(api);
    const [row] = read(await client.tickets({ status: undefined, pages: 1 })).tickets;
    const id = row?.id ?? '';
    expect(read(await client.setStatus(id, 'closed')).status).toBe('closed');
    expect(await client.setStatus(id, 'open')).toMatchObject({ ok: false, code: 'conflict' });
    expect(await client.ticket('nobody/../x')).toMatchObject({ ok: false, status: 404 });
  });

  it('reads what decides, with the places of the rules, and when groups work', async () => {
    const { client } = await openSignedIn();
    const { groups, rules } = read(await client.routing());
    expect(rules.at(-1)).toMatchObject({ when: {}, source: 'settings.yaml' });
    expect(Object.keys(read(await client.hours()).calendars)).toEqual(groups.map(({ calendar }) => calendar));
    await client.signOut();
    expect(await client.routing()).toMatchObject({ ok: false, code: 'signed-out' });
  });

  it('does not believe an answer that breaks the contract', async () => {
    const client = createDeskClient({ origin, fetch: async () => Response.json({ tickets: [{}] }), now: () => 0 });
    const result = await client.tickets({ status: undefined, pages: 1 });
    expect(result).toEqual({ ok: false, kind: 'invalid-response' });
  });
});
