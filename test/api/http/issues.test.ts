import { describe, expect, test } from 'vitest';
import { deskClusters, deskIssue, deskIssues } from '../../../api/contract/issue.ts';
import { publicIssues } from '../../../api/contract/public-issue.ts';
import { routes } from '../../../api/contract/routes.ts';
import { openClusters } from '../../../api/ticket/cluster/open.ts';
import { type Api, createTicket, mo, newKey, openApi, problemOf, signIn, start } from './harness.ts';

const said = {
  titles: { en: 'Exports hang', de: 'Exporte hängen' },
  texts: { en: 'We are working on it.', de: 'Wir arbeiten daran.' },
  topic: 'billing',
};
const hour = 3_600_000;

const told = async (api: Api, query = '') => {
  const response = await api.send(routes.issues + query);
  return publicIssues.parse(await response.json()).issues;
};
const ids = async (api: Api): Promise<string[]> =>
  (await api.store.listTickets({ before: undefined, limit: 99 })).map(({ id }) => id);
const announce = async (api: Api, body: object = {}) => {
  const agent = await signIn(api, { id: 'author' });
  return deskIssue.parse(await (await agent.post(routes.deskIssues, { ...said, tickets: [], ...body })).json());
};

describe('GET /api/issues', () => {
  test('tells everybody what is known, in their language, and nothing about a request', async () => {
    const api = openApi();
    for (const message of ['One secret', 'Two secrets']) await createTicket(api, { message, name: 'Ada' });
    const tickets = await ids(api);
    const { id } = await announce(api, { tickets });
    const [issue, ...rest] = await told(api, '?locale=de-AT');
    expect(rest).toEqual([]);
    expect(issue).toEqual({
      id,
      state: 'working',
      topic: 'billing',
      title: 'Exporte hängen',
      text: 'Wir arbeiten daran.',
      people: 2,
      since: new Date(start).toISOString(),
    });
    for (const query of ['', '?locale=en', '?locale=ja', '?locale=<b>']) {
      expect((await told(api, query))[0]?.title).toBe('Exports hang');
    }
    const text = await (await api.send(routes.issues)).text();
    for (const secret of [...tickets, 'secret', 'Ada', 'Mo', 'TZ-']) expect(text).not.toContain(secret);
  });

  test('goes on for a day after it is solved, without the answer', async () => {
    const api = openApi();
    const { id } = await announce(api);
    const agent = await signIn(api);
    await agent.post(`${routes.deskIssues}/${id}/solve`, { answers: { en: 'Mended with care.' } });
    api.clock.now = start + 24 * hour;
    expect(await told(api)).toMatchObject([{ id, state: 'solved' }]);
    expect(await (await api.send(routes.issues)).text()).not.toContain('Mended');
    api.clock.now = start + 24 * hour + 1;
    expect(await told(api)).toEqual([]);
  });

  test('is limited like every look', async () => {
    const api = openApi({ config: { rateLimit: 0.05 } });
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await api.send(routes.issues)).status));
    expect(statuses.sort()).toEqual([200, 200, 200, 429, 429]);
  });
});

describe('the desk’s issues', () => {
  test('need somebody who is signed in, and a request from our page', async () => {
    const api = openApi();
    const { cookie } = await signIn(api);
    for (const path of [routes.deskClusters, routes.deskIssues, `${routes.deskIssues}/x`]) {
      expect(await problemOf(await api.send(path))).toMatchObject({ status: 401 });
    }
    const foreign = { method: 'POST', headers: { cookie, origin: 'https://evil.example' }, body: '{}' };
    for (const path of ['', '/x', '/x/tickets', '/x/solve']) {
      expect(await problemOf(await api.send(routes.deskIssues + path, foreign))).toMatchObject({ status: 403 });
    }
  });

  test('are announced once for a key, with the tickets that join', async () => {
    const api = openApi();
    await createTicket(api);
    const tickets = await ids(api);
    const agent = await signIn(api);
    const headers = { 'idempotency-key': newKey() };
    const send = (change: object = {}) => agent.post(routes.deskIssues, { ...said, tickets, ...change }, headers);
    const [one, other] = [await send(), await send()];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(await one.json()).toEqual(await other.json());
    expect(await problemOf(await send({ topic: 'other' }))).toMatchObject({ code: 'idempotency-key-reused' });
    const { issues, mayAnnounce } = deskIssues.parse(await (await agent.get(routes.deskIssues)).json());
    expect(issues).toMatchObject([{ people: 1, author: 'Mo', state: 'working' }]);
    expect(mayAnnounce).toBe(true);
  });

  test('say everything in the same languages, at least one, all of them the help center’s', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const wrong = [
      { titles: {}, texts: {} },
      { titles: { en: 'One' } },
      { titles: { fr: 'Un' }, texts: { fr: 'Un' } },
      { titles: { en: ' ' }, texts: { en: 'One' } },
      { titles: { en: 'x'.repeat(121) }, texts: { en: 'One' } },
      { state: 'solved' },
    ];
    for (const change of wrong) {
      const response = await agent.post(routes.deskIssues, { ...said, tickets: [], ...change });
      expect(await problemOf(response)).toMatchObject({ code: 'invalid-request' });
    }
    expect(await told(api)).toEqual([]);
    const { id } = await announce(api, { titles: { de: 'Eins' }, texts: { de: 'Zwei' } });
    expect(await told(api, '?locale=en')).toMatchObject([{ id, title: 'Eins' }]);
    const solve = await agent.post(`${routes.deskIssues}/${id}/solve`, { answers: {} });
    expect(await problemOf(solve)).toMatchObject({ code: 'invalid-request' });
  });

  test('are changed as long as they are worked on', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const { id } = await announce(api);
    const edit = { ...said, titles: { en: 'Slow', de: 'Langsam' } };
    expect((await agent.post(`${routes.deskIssues}/${id}`, edit)).status).toBe(200);
    expect(await told(api)).toMatchObject([{ title: 'Slow' }]);
    await agent.post(`${routes.deskIssues}/${id}/solve`, { answers: { en: 'Mended.' } });
    const late = [
      await agent.post(`${routes.deskIssues}/${id}`, said),
      await agent.post(`${routes.deskIssues}/${id}/solve`, { answers: { en: 'Another one.' } }),
    ];
    for (const response of late) expect(await problemOf(response)).toMatchObject({ code: 'issue-solved', status: 409 });
  });

  test('are changed by whoever has read them as they are', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const { id, updatedAt } = await announce(api);
    const edit = (en: string) =>
      agent.post(`${routes.deskIssues}/${id}`, { ...said, titles: { en, de: 'Langsam' }, seen: updatedAt });
    expect((await edit('Slow')).status).toBe(200);
    expect(await problemOf(await edit('Very slow'))).toMatchObject({ code: 'issue-changed', status: 409 });
    expect(await told(api)).toMatchObject([{ title: 'Slow' }]);
    expect(deskIssue.parse(await (await agent.get(`${routes.deskIssues}/${id}`)).json()).updatedAt > updatedAt).toBe(
      true,
    );
  });

  test('are announced once for the same requests, which no other issue takes away', async () => {
    const api = openApi();
    for (const message of ['One', 'Two', 'Three']) await createTicket(api, { message });
    const tickets = await ids(api);
    const agent = await signIn(api);
    const first = await announce(api, { tickets });
    expect(await problemOf(await agent.post(routes.deskIssues, { ...said, tickets }))).toMatchObject({
      code: 'issue-elsewhere',
      status: 409,
    });
    expect(await told(api)).toMatchObject([{ id: first.id, people: 3 }]);
    const other = await announce(api);
    const [ticket = ''] = tickets;
    const join = (id: string, joined: boolean) => agent.post(`${routes.deskIssues}/${id}/tickets`, { ticket, joined });
    expect(await problemOf(await join(other.id, true))).toMatchObject({ code: 'issue-elsewhere' });
    await join(first.id, false);
    expect((await join(other.id, true)).status).toBe(200);
  });

  test('are not there under any other id, and take no ticket that is not there', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const { id } = await announce(api);
    await createTicket(api);
    const [ticket = ''] = await ids(api);
    const responses = await Promise.all([
      agent.get(`${routes.deskIssues}/other`),
      agent.post(`${routes.deskIssues}/other`, said),
      agent.post(`${routes.deskIssues}/other/solve`, { answers: { en: 'Mended.' } }),
      agent.post(`${routes.deskIssues}/other/tickets`, { ticket, joined: true }),
      agent.post(`${routes.deskIssues}/${id}/tickets`, { ticket: 'other', joined: true }),
      agent.post(routes.deskIssues, { ...said, tickets: [ticket, 'other'] }),
    ]);
    for (const response of responses) expect(await problemOf(response)).toMatchObject({ code: 'not-found' });
    expect((await api.store.ticketById(ticket))?.ticket.issue).toBeUndefined();
  });

  test('say which request cannot join: one that is closed, one that goes on in another', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const { id } = await announce(api);
    const { reference } = await createTicket(api);
    const [other = ''] = await ids(api);
    api.clock.now += 1;
    await createTicket(api);
    const [ticket = ''] = await ids(api);
    const join = () => agent.post(`${routes.deskIssues}/${id}/tickets`, { ticket, joined: true });
    await agent.post(`${routes.deskTickets}/${ticket}/change`, { kind: 'merge', into: reference });
    expect(await problemOf(await join())).toMatchObject({ code: 'merged', status: 409 });
    await agent.post(`${routes.deskTickets}/${ticket}/change`, { kind: 'unmerge' });
    await agent.post(`${routes.deskTickets}/${ticket}/status`, { status: 'closed' });
    expect(await problemOf(await join())).toMatchObject({ code: 'conflict', status: 409 });
    expect(other).not.toBe(ticket);
  });
});

describe('GET /desk/api/clusters', () => {
  const alike = (number: number) => ({ message: `The invoice export hangs at ninety percent, number ${number}.` });

  test('shows what several people report now, and whether it is told to them', async () => {
    const api = openApi();
    const agent = await signIn(api);
    const read = async () => deskClusters.parse(await (await agent.get(routes.deskClusters)).json()).clusters;
    for (const number of [1, 2]) await createTicket(api, alike(number));
    expect(await read()).toEqual([]);
    await createTicket(api, alike(3));
    const [cluster] = await read();
    expect(cluster?.tickets).toHaveLength(3);
    expect(cluster?.issue).toBeUndefined();
    const { id } = await announce(api, { tickets: cluster?.tickets.map(({ id }) => id) ?? [] });
    expect(await read()).toEqual([]);
    await createTicket(api, alike(4));
    expect(await read()).toMatchObject([{ issue: id, tickets: [{}, {}, {}, {}] }]);
    api.clock.now += 49 * hour;
    expect(await openClusters(api.deps, mo, { kind: 'whole' })).toEqual([]);
  });

  test('are compared in steps, so that others are served meanwhile, once for all who ask', async () => {
    const api = openApi();
    for (let number = 0; number < 30; number += 1)
      await createTicket(api, { message: `The export hangs at ${number} percent` });
    let isServed = false;
    setTimeout(() => {
      isServed = true;
    });
    const look = () => openClusters(api.deps, mo, { kind: 'whole' });
    const [one, other] = await Promise.all([look(), look()]);
    expect(isServed).toBe(true);
    expect(one).toEqual(other);
    expect(one).toMatchObject([{ tickets: { length: 30 } }]);
  });

  test('compares for a partner what the partner may see, who announces and solves nothing', async () => {
    const { routing } = openApi().deps;
    const [group] = routing.groups;
    if (!group) throw new Error('There is no group.');
    const partner = { ...group, id: 'partner', partner: true };
    const api = openApi({ routing: { ...routing, groups: [...routing.groups, partner] } });
    for (const number of [1, 2, 3]) await createTicket(api, alike(number));
    const tickets = await ids(api);
    const { id } = await announce(api, { tickets });
    const agent = await signIn(api, { id: 'pat', groups: ['partner'] });
    expect(await (await agent.get(routes.deskClusters)).json()).toMatchObject({ clusters: [] });
    expect(await (await agent.get(`${routes.deskIssues}/${id}`)).json()).toMatchObject({ people: 3, tickets: [] });
    expect(await (await agent.get(routes.deskIssues)).json()).toMatchObject({ mayAnnounce: false });
    const refused = await Promise.all([
      agent.post(routes.deskIssues, { ...said, tickets: [] }),
      agent.post(`${routes.deskIssues}/${id}`, said),
      agent.post(`${routes.deskIssues}/${id}/solve`, { answers: { en: 'Ours now.' } }),
      agent.post(`${routes.deskIssues}/other/solve`, { answers: { en: 'Ours now.' } }),
    ]);
    for (const response of refused)
      expect(await problemOf(response)).toMatchObject({ code: 'not-allowed', status: 403 });
    const taken = await agent.post(`${routes.deskIssues}/${id}/tickets`, { ticket: tickets[0], joined: false });
    expect(await problemOf(taken)).toMatchObject({ code: 'not-found' });
    expect(await api.store.issueById(id)).toMatchObject({ state: 'working', titles: said.titles });
  });
});
