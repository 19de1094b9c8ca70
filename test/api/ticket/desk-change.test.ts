import { beforeEach, describe, expect, test } from 'vitest';
import { type DeskTicket, deskTicket } from '../../../api/contract/desk.ts';
import { type DeskChange, deskNote } from '../../../api/contract/desk-change.ts';
import { routes } from '../../../api/contract/routes.ts';
import { type Thread, thread } from '../../../api/contract/ticket.ts';
import { tick } from '../../../api/ticket/tick.ts';
import { type Api, createTicket, newKey, openApi, post, problemOf, signIn } from '../http/harness.ts';
import { fixture } from '../routing/fixture.ts';

const hour = 3_600_000;
/** Monday 16 November 2026, nine o'clock in Berlin. */
const monday = Date.UTC(2026, 10, 16, 8);

let api: Api;
let agent: Awaited<ReturnType<typeof signIn>>;
let first: { id: string; capability: string; reference: string };
let second: typeof first;

const open = async (message: string) => {
  const { capability, reference } = await createTicket(api, { topic: 'account', message });
  const row = (await api.store.listTickets({ before: undefined, limit: 9 })).find((one) => one.reference === reference);
  return { id: row?.id ?? '', capability, reference };
};
const send = (id: string, wanted: DeskChange) => agent.post(`${routes.deskTickets}/${id}/change`, wanted);
const change = async (id: string, wanted: DeskChange): Promise<DeskTicket> =>
  deskTicket.parse(await (await send(id, wanted)).json());
const seen = async ({ capability }: { capability: string }) =>
  thread.parse(await (await api.send(routes.thread, { headers: { authorization: `Bearer ${capability}` } })).json());
const continued = ({ steps = [] }: Thread) =>
  steps.flatMap(({ kind, reference }) => (kind === 'continued' ? [reference] : []));
const write = ({ capability }: { capability: string }, text: string) =>
  api.send(routes.messages, post({ text }, { authorization: `Bearer ${capability}` }));
const kinds = ({ events }: DeskTicket) => events.map(({ event }) => event.kind);

beforeEach(async () => {
  api = openApi({ routing: fixture });
  api.clock.now = monday;
  agent = await signIn(api);
  first = await open('My name is wrong.');
  second = await open('My name is still wrong.');
});

describe('assignment', () => {
  test('gives a ticket to a person of the team and takes it back, once each', async () => {
    await api.store.keepPerson({ id: 'ada', name: 'Ada', role: 'agent', groups: ['support'] }, 0);
    for (const person of ['ada', 'ada', 'mo', undefined, undefined]) {
      const ticket = await change(first.id, { kind: 'assign', ...(person && { person }) });
      expect(ticket.assignee).toBe(person);
    }
    const { events } = await change(first.id, { kind: 'assign' });
    expect(events.slice(1).map(({ event, actor }) => ({ ...event, by: actor }))).toMatchObject([
      { kind: 'assigned', to: 'ada', by: { id: 'mo', name: 'Mo' } },
      { kind: 'assigned', from: 'ada', to: 'mo' },
      { kind: 'assigned', from: 'mo' },
    ]);
  });

  test('gives nobody a ticket who is not in the team, or may not see it', async () => {
    await api.store.keepPerson({ id: 'till', name: 'Till', role: 'agent', groups: ['tills'] }, 0);
    for (const person of ['till', 'nobody']) {
      expect(await problemOf(await send(first.id, { kind: 'assign', person }))).toMatchObject({ status: 404 });
    }
  });
});

describe('tags and priority', () => {
  test('keep tags in order and each once', async () => {
    const { tags } = await change(first.id, { kind: 'tag', tags: ['react', 'csp', 'react'] });
    expect(tags).toEqual(['csp', 'react']);
    expect(kinds(await change(first.id, { kind: 'tag', tags: ['csp', 'react'] }))).toEqual(['created', 'tagged']);
  });

  test('promise more for a higher priority, from the same start', async () => {
    api.clock.now += hour;
    const { firstReplyBy, priority } = await change(first.id, { kind: 'prioritise', priority: 'high' });
    expect({ firstReplyBy, priority }).toEqual({
      priority: 'high',
      firstReplyBy: new Date(monday + 4 * hour).toISOString(),
    });
  });

  test('note at once what the higher promise has used up already', async () => {
    api.clock.now += 3.5 * hour;
    const { events } = await change(first.id, { kind: 'prioritise', priority: 'high' });
    expect(events.flatMap(({ event }) => (event.kind === 'warned' ? [event.percent] : []))).toEqual([50, 75]);
  });
});

describe('what looks like a machine', () => {
  test('is put aside with its clocks, and comes back with the start it had', async () => {
    expect(await change(first.id, { kind: 'hold' })).toMatchObject({ held: true });
    api.clock.now += 9 * hour;
    await tick(api.deps);
    expect((await api.store.ticketById(first.id))?.ticket.leadAsked).toBe(false);
    const back = await change(first.id, { kind: 'release' });
    expect(back).toMatchObject({ held: false, leadAsked: true, dueBy: new Date(monday + 8 * hour).toISOString() });
    expect(kinds(back).filter((kind) => kind === 'held' || kind === 'released')).toEqual(['held', 'released']);
  });
});

describe('whoever leads', () => {
  test('says once that they have looked', async () => {
    api.clock.now += 8 * hour;
    await tick(api.deps);
    expect(await problemOf(await send(first.id, { kind: 'lead-took' }))).toMatchObject({ code: 'not-allowed' });
    agent = await signIn(api, { id: 'lea', name: 'Lea', role: 'lead' });
    expect(await change(first.id, { kind: 'lead-took' })).toMatchObject({ leadAsked: false });
    expect(kinds(await change(first.id, { kind: 'lead-took' })).filter((kind) => kind === 'lead-took')).toHaveLength(1);
  });
});

describe('a document that answers', () => {
  test('is kept with the ticket, each once', async () => {
    for (const document of ['article:names', 'article:names', 'faq:why'] as const)
      await change(first.id, { kind: 'answered-by', document });
    expect(kinds(await change(first.id, { kind: 'assign' })).filter((kind) => kind === 'answered-by')).toHaveLength(2);
  });
});

describe('merging', () => {
  test('ends a ticket in the other one, and copies nothing of it there', async () => {
    await change(second.id, { kind: 'tag', tags: ['name'] });
    const ended = await change(second.id, { kind: 'merge', into: first.reference });
    expect(ended).toMatchObject({ status: 'solved', mergedInto: { id: first.id, reference: first.reference } });
    expect(ended.dueBy).toBeUndefined();
    const into = deskTicket.parse(await (await agent.get(`${routes.deskTickets}/${first.id}`)).json());
    expect(into.messages).toHaveLength(1);
    expect(into.tags).toEqual(['name']);
    expect(into.events.at(-1)?.event).toEqual({
      kind: 'took-in',
      from: { id: second.id, reference: second.reference },
    });
  });

  test('tells the requester where it goes on, and opens nothing to them', async () => {
    await change(second.id, { kind: 'merge', into: first.reference });
    const mine = await seen(second);
    expect(mine.status).toBe('solved');
    expect(continued(mine)).toEqual([first.reference]);
    expect(JSON.stringify(mine)).not.toContain('My name is wrong.');
    expect(continued(await seen(first))).toEqual([]);
  });

  test('is no solution to the requester, who reads alone where it goes on', async () => {
    await change(second.id, { kind: 'merge', into: first.reference });
    expect((await seen(second)).steps?.map(({ kind }) => kind)).toEqual(['received', 'continued']);
    await write(second, 'This is something else.');
    expect((await seen(second)).steps?.map(({ kind }) => kind)).toEqual(['received', 'continued', 'reopened']);
  });

  test('exhausts no tier, however often a requester parts the two', async () => {
    for (const text of ['No.', 'Not the same.', 'Still not.']) {
      await change(second.id, { kind: 'merge', into: first.reference });
      await write(second, text);
    }
    expect((await api.store.ticketById(second.id))?.ticket).toMatchObject({ tier: 1, exhausted: 0, transfers: 0 });
  });

  test('leaves no more tags than a person may change', async () => {
    const tags = (letter: string) => Array.from({ length: 20 }, (_, place) => `${letter}-${place}`);
    await change(first.id, { kind: 'tag', tags: tags('b').slice(1) });
    await change(second.id, { kind: 'tag', tags: tags('a') });
    await change(second.id, { kind: 'merge', into: first.reference });
    const merged = (await api.store.ticketById(first.id))?.ticket.tags ?? [];
    expect(merged).toEqual(['a-0', ...tags('b').slice(1)].sort());
    expect((await change(first.id, { kind: 'tag', tags: merged.slice(1) })).tags).toHaveLength(19);
  });

  test('parts the two again when the requester writes in the ended one', async () => {
    await change(second.id, { kind: 'merge', into: first.reference });
    await write(second, 'This is something else.');
    expect(await seen(second)).toMatchObject({ status: 'open' });
    expect((await seen(second)).steps?.at(-1)?.kind).toBe('reopened');
  });

  test('is undone by an agent', async () => {
    await change(second.id, { kind: 'merge', into: first.reference });
    const apart = await change(second.id, { kind: 'unmerge' });
    expect(apart).toMatchObject({ status: 'open' });
    expect(apart.mergedInto).toBeUndefined();
    expect(apart.dueBy).toBeDefined();
  });

  test('is refused into itself, in a circle, and where one is closed; unknown ones are unknown', async () => {
    expect(await problemOf(await send(first.id, { kind: 'merge', into: first.reference }))).toMatchObject({
      code: 'merge-refused',
    });
    await change(second.id, { kind: 'merge', into: first.reference });
    expect(
      await problemOf(await send(first.id, { kind: 'merge', into: second.reference.toLowerCase() })),
    ).toMatchObject({
      code: 'merge-refused',
    });
    expect(await problemOf(await send(first.id, { kind: 'merge', into: 'TZ-000000' }))).toMatchObject({ status: 404 });
    expect(await problemOf(await send('nobody', { kind: 'merge', into: first.reference }))).toMatchObject({
      status: 404,
    });
    await agent.post(`${routes.deskTickets}/${first.id}/status`, { status: 'closed' });
    const third = await open('A third one.');
    expect(await problemOf(await send(third.id, { kind: 'merge', into: first.reference }))).toMatchObject({
      code: 'merge-refused',
    });
  });

  test('is refused into one that is put aside, or solved while this one is not, where nobody would answer', async () => {
    const into = { kind: 'merge', into: first.reference } as const;
    await change(first.id, { kind: 'hold' });
    expect(await problemOf(await send(second.id, into))).toMatchObject({ code: 'merge-refused' });
    await change(first.id, { kind: 'release' });
    await agent.post(`${routes.deskTickets}/${first.id}/status`, { status: 'solved' });
    expect(await problemOf(await send(second.id, into))).toMatchObject({ code: 'merge-refused' });
    expect((await api.store.ticketById(second.id))?.ticket).toMatchObject({ status: 'new', mergedInto: undefined });
    await agent.post(`${routes.deskTickets}/${second.id}/status`, { status: 'solved' });
    expect(await change(second.id, into)).toMatchObject({ status: 'solved', mergedInto: { id: first.id } });
  });

  test.each([
    ['a status', { to: 'open', path: 'status', body: { status: 'open' } }],
    ['a reply', { to: 'pending', path: 'messages', body: { text: 'Which name?' } }],
  ])('is undone by %s that says somebody works on it, and its clocks run', async (_, { to, path, body }) => {
    await change(second.id, { kind: 'merge', into: first.reference });
    await agent.post(`${routes.deskTickets}/${second.id}/${path}`, body);
    const ticket = deskTicket.parse(await (await agent.get(`${routes.deskTickets}/${second.id}`)).json());
    expect(ticket).toMatchObject({ status: to });
    expect(ticket.mergedInto).toBeUndefined();
    expect(kinds(ticket).slice(-2).sort()).toEqual(['parted', 'status']);
    const list = Object(await (await agent.get(`${routes.deskTickets}?queue=open`)).json());
    expect(list.tickets.map(({ id }: { id: string }) => id)).toContain(second.id);
  });

  test('stays where a reply leaves it solved', async () => {
    await change(second.id, { kind: 'merge', into: first.reference });
    await agent.post(`${routes.deskTickets}/${second.id}/messages`, { text: 'See there.', status: 'solved' });
    expect((await api.store.ticketById(second.id))?.ticket).toMatchObject({ mergedInto: first.id });
  });
});

describe('notes', () => {
  test('are kept once for a key, and never reach the requester', async () => {
    const key = { 'idempotency-key': newKey() };
    const path = `${routes.deskTickets}/${first.id}/notes`;
    const kept = deskNote.parse(await (await agent.post(path, { text: 'A secret of the house.' }, key)).json());
    const again = await agent.post(path, { text: 'A secret of the house.' }, key);
    expect([again.status, await again.json()]).toEqual([201, kept]);
    const ticket = deskTicket.parse(await (await agent.get(`${routes.deskTickets}/${first.id}`)).json());
    expect(ticket.notes).toEqual([{ ...kept, author: { id: 'mo', name: 'Mo' } }]);
    expect(JSON.stringify(await seen(first))).not.toContain('secret of the house');
    const page = await api.send(`${routes.request}`, { headers: { authorization: `Bearer ${first.capability}` } });
    expect(await page.text()).not.toContain('secret of the house');
  });

  test('stop no clock and answer nobody', async () => {
    await agent.post(`${routes.deskTickets}/${first.id}/notes`, { text: 'I look into it.' });
    expect((await api.store.ticketById(first.id))?.ticket).toMatchObject({ firstRepliedAt: undefined, status: 'new' });
  });
});

describe('the cause of an end', () => {
  test('is kept while the ticket is solved, and goes when it is open again', async () => {
    const path = `${routes.deskTickets}/${first.id}/status`;
    await agent.post(path, { status: 'solved', cause: 'article-missing' });
    expect((await api.store.ticketById(first.id))?.ticket.cause).toBe('article-missing');
    await agent.post(path, { status: 'closed' });
    expect((await api.store.ticketById(first.id))?.ticket.cause).toBe('article-missing');
    await agent.post(path, { status: 'closed', cause: 'defect' });
    expect((await api.store.ticketById(first.id))?.ticket).toMatchObject({ status: 'closed', cause: 'defect' });
    expect((await agent.post(path, { status: 'open' })).status).toBe(409);
    await agent.post(`${routes.deskTickets}/${second.id}/status`, { status: 'solved', cause: 'defect' });
    await write(second, 'No.');
    expect((await api.store.ticketById(second.id))?.ticket.cause).toBeUndefined();
  });
});

test('a closed ticket takes no change but a note', async () => {
  await agent.post(`${routes.deskTickets}/${first.id}/status`, { status: 'closed' });
  for (const wanted of [
    { kind: 'assign', person: 'mo' },
    { kind: 'tag', tags: ['late'] },
    { kind: 'prioritise', priority: 'low' },
    { kind: 'hold' },
  ] satisfies DeskChange[]) {
    expect(await problemOf(await send(first.id, wanted))).toMatchObject({ code: 'conflict' });
  }
  expect((await agent.post(`${routes.deskTickets}/${first.id}/notes`, { text: 'For later.' })).status).toBe(201);
});
