import { describe, expect, test } from 'vitest';
import { deskTicketList } from '../../../api/contract/desk.ts';
import { deskQueues } from '../../../api/contract/desk-list.ts';
import { routes } from '../../../api/contract/routes.ts';
import { defaultRouting } from '../../../content/compile/routing/default.ts';
import type { Routing } from '../../../content/schema/routing.ts';
import { createTicket, openApi, problemOf, signIn } from './harness.ts';

const { deskTickets, deskQueues: queues } = routes;

/** Everything goes to the first group; the second is a partner's. */
const twoGroups = (): Routing => {
  const routing = defaultRouting({ name: 'Acme', locales: ['en'], firstReplyHours: 8, topics: [] });
  const [own] = routing.groups;
  if (!own) throw new Error('There is a group.');
  return { ...routing, groups: [own, { ...own, id: 'partner', partner: true }, { ...own, id: 'mine' }] };
};

const open = async () => {
  const api = openApi({ routing: twoGroups() });
  const desk = await signIn(api);
  const read = async (query: string) => deskTicketList.parse(await (await desk.get(`${deskTickets}?${query}`)).json());
  const find = async (query: string) => (await read(query)).tickets.map(({ excerpt }) => excerpt);
  return { api, desk, read, find };
};

/** Sets what no route sets yet. */
const set = async ({ store }: Awaited<ReturnType<typeof open>>['api'], excerpt: string, what: object) => {
  const rows = await store.listTickets({ before: undefined, limit: 99 });
  const row = rows.find((ticket) => ticket.excerpt === excerpt);
  if (!row) throw new Error(`no ticket ${excerpt}`);
  const { id: ticketId, version, updatedAt } = row;
  await store.changeTickets([{ id: crypto.randomUUID(), ticketId, version, at: updatedAt, set: what, events: [] }]);
  return ticketId;
};

describe('queues', () => {
  test('hold what they are for, and a status instead of what is open', async () => {
    const { api, find } = await open();
    for (const message of ['a', 'b', 'c', 'd', 'e', 'f']) await createTicket(api, { message });
    await set(api, 'a', { assignee: 'mo', tags: ['csp'] });
    await set(api, 'b', { assignee: 'mo', status: 'solved', dueBy: undefined });
    await set(api, 'c', { held: true, dueBy: undefined });
    await set(api, 'd', { leadAsked: true, dueBy: api.clock.now - 1 });
    await set(api, 'e', { tier: 2, group: 'mine', assignee: 'mira' });
    // Put aside, whoever had it and whoever should look.
    await set(api, 'f', { held: true, assignee: 'mo', leadAsked: true, dueBy: undefined });
    const sorted = async (query: string) => (await find(query)).sort();
    expect(await sorted('queue=open')).toEqual(['a', 'd', 'e']);
    expect(await sorted('queue=mine')).toEqual(['a']);
    expect(await sorted('queue=mine&status=solved')).toEqual(['b']);
    expect(await sorted('queue=unassigned')).toEqual(['d']);
    expect(await sorted('queue=breached')).toEqual(['d']);
    expect(await sorted('queue=lead')).toEqual(['d']);
    expect(await sorted('queue=held')).toEqual(['c', 'f']);
    expect(await sorted('queue=tier:2')).toEqual(['e']);
    expect(await sorted('queue=group:mine')).toEqual(['e']);
    expect(await sorted('assignee=me')).toEqual(['a', 'b', 'f']);
    expect(await sorted('assignee=mira')).toEqual(['e']);
    expect(await sorted('assignee=nobody')).toEqual(['c', 'd']);
    expect(await sorted('tag=csp&priority=normal&topic=billing')).toEqual(['a']);
    expect(await sorted('')).toHaveLength(6);
    expect((await find('queue=open&order=due'))[0]).toBe('d');
  });

  test('are counted by one route', async () => {
    const { api, desk } = await open();
    for (const message of ['a', 'b', 'c']) await createTicket(api, { message });
    await set(api, 'a', { assignee: 'mo' });
    await set(api, 'c', { assignee: 'mo', held: true, leadAsked: true, dueBy: undefined });
    const counts = deskQueues.parse(await (await desk.get(queues)).json());
    expect(counts).toMatchObject({ open: 2, mine: 1, unassigned: 1, breached: 0, lead: 0, held: 1 });
    expect(counts.assignees).toEqual([{ id: 'mo', name: 'Mo', count: 2 }]);
  });

  test.each([
    'queue=nobody',
    'queue=tier:4',
    'status=gone',
    'order=up',
    'priority=x',
    'tag=A b',
    'assignee=%00',
    'colour=red',
    `q=${'x'.repeat(201)}`,
    'before=1.x&order=due',
    'before=5.1.x',
    'before=x&q=a',
    'before=-1&q=a',
  ])('says that nobody knows %s', async (query) => {
    const { desk } = await open();
    const answer = await problemOf(await desk.get(`${deskTickets}?${query}`));
    expect(answer).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(answer.errors?.length).toBeGreaterThan(0);
  });

  test('go on page by page in both orders, and by words', async () => {
    const { api, read } = await open();
    for (let index = 0; index < 60; index += 1) await createTicket(api, { message: `number ${index}` });
    for (const query of ['', 'order=due', 'queue=open&order=due', 'q=number']) {
      const first = await read(query);
      const second = await read(`${query}&before=${first.next}`);
      const ids = [...first.tickets, ...second.tickets].map(({ id }) => id);
      expect([ids.length, new Set(ids).size, second.next]).toEqual([60, 60, undefined]);
    }
  });

  test('tell who has what', async () => {
    const { api, read } = await open();
    await createTicket(api, { message: 'a' });
    await set(api, 'a', { assignee: 'mo' });
    expect((await read('')).people).toEqual({ mo: 'Mo' });
  });
});

describe('search', () => {
  test('shows where the words are, as text and positions', async () => {
    const { api, read } = await open();
    await createTicket(api, { message: `Hello.\n${'long '.repeat(60)}<b>The Invoice</b> was wrong` });
    const [ticket] = (await read('q=invo')).tickets;
    const { text = '', marks = [] } = ticket?.found ?? {};
    expect(marks.map(([from, to]) => text.slice(from, to))).toEqual(['Invoice']);
    expect(text).toContain('<b>The Invoice</b> was wrong');
    expect(text.length).toBeLessThan(200);
    expect((await read('q=billing')).tickets).toEqual([]);
  });

  test('jumps to a reference, however it is written, and looks for nothing in what has no word', async () => {
    const { api, read } = await open();
    const { reference } = await createTicket(api);
    await createTicket(api, { message: `I wrote ${reference} before.` });
    for (const q of [reference, reference.toLowerCase(), ` ${reference.replace('-', '')} `]) {
      expect((await read(`q=${encodeURIComponent(q)}`)).tickets.map((row) => row.reference)).toEqual([reference]);
    }
    expect((await read(`q=${encodeURIComponent('!!! "" * (')}`)).tickets).toEqual([]);
    expect((await read('q=%20')).tickets).toHaveLength(2);
  });

  test('and lists and counts are a partner’s own alone', async () => {
    const { api } = await open();
    await createTicket(api, { message: 'ours secret' });
    await createTicket(api, { message: 'theirs secret' });
    await set(api, 'theirs secret', { group: 'partner' });
    const partner = await signIn(api, { id: 'pat', name: 'Pat', groups: ['partner'] });
    for (const query of ['', 'q=secret', 'queue=open', 'order=due', 'queue=tier:1', 'queue=partner']) {
      const { tickets } = deskTicketList.parse(await (await partner.get(`${deskTickets}?${query}`)).json());
      expect(tickets.map(({ excerpt }) => excerpt)).toEqual(['theirs secret']);
    }
    const { tickets } = deskTicketList.parse(await (await partner.get(`${deskTickets}?queue=everybody`)).json());
    expect(tickets).toEqual([]);
    expect(deskQueues.parse(await (await partner.get(queues)).json())).toMatchObject({
      open: 1,
      places: [{ tier: 1, group: 'partner', count: 1 }],
    });
  });
});
