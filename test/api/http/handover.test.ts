import { describe, expect, test } from 'vitest';
import { type DeskTicket, deskTicket } from '../../../api/contract/desk.ts';
import { handoverDraft, type WrittenNote } from '../../../api/contract/handover.ts';
import { wholeNote } from '../../../api/contract/handover-difference.ts';
import { routes } from '../../../api/contract/routes.ts';
import { type CreateTicket, thread as threadContract } from '../../../api/contract/ticket.ts';
import type { Person } from '../../../api/store/store.ts';
import { tick } from '../../../api/ticket/tick.ts';
import { fixture } from '../routing/fixture.ts';
import { type Api, createTicket, openApi, problemOf, signIn } from './harness.ts';

const hour = 3_600_000;
/** Monday 16 November 2026, nine o'clock in Berlin. */
const monday = Date.UTC(2026, 10, 16, 8);

const up: WrittenNote = {
  problem: 'Names are not saved',
  goal: 'Another name on the account',
  impact: 'One person, who can go on',
  expected: 'The new name',
  actual: 'The old name',
  tried: [{ what: 'Signed out and in', result: 'Still the old name' }],
  nextAction: 'Look into the log of the account',
};
const last: WrittenNote = { ...up, since: 'Monday 14:00, Berlin', hypothesis: 'The cache is not emptied' };

const openDesk = async (change: Partial<CreateTicket> = {}, routing = fixture) => {
  const api = openApi({ routing });
  api.clock.now = monday;
  const receipt = await createTicket(api, { topic: 'account', message: 'My name is wrong.', ...change });
  const [row] = await api.store.listTickets({ before: undefined, limit: 1 });
  return { ...(await deskOf(api, row?.id ?? '')), api, receipt };
};

let people = 0;
const deskOf = async (api: Api, id: string, person: Partial<Person> = {}) => {
  people += 1;
  const { get, post } = await signIn(api, { id: `person-${people}`, ...person });
  const path = `${routes.deskTickets}/${id}`;
  const draft = async (to?: string) =>
    handoverDraft.parse(await (await get(`${path}/handover${to ? `?to=${to}` : ''}`)).json());
  return {
    id,
    path,
    get,
    post,
    draft,
    read: async (): Promise<DeskTicket> => deskTicket.parse(await (await get(path)).json()),
    stored: async () => {
      const thread = await api.store.ticketById(id);
      if (!thread) throw new Error('The ticket is gone.');
      return thread;
    },
    /** Hands over as the form does, after a look at the draft. */
    async handOver(to: string, note: WrittenNote, assignee?: string) {
      const { seen } = await draft(to);
      return post(`${path}/handover`, { to, note, seen, assignee });
    },
  };
};

describe('GET /desk/api/tickets/:id/handover', () => {
  test('fills in what is known, names what is missing, and says who would have it and by when', async () => {
    const { draft, read } = await openDesk({
      address: 'ada@example.com',
      context: [
        { kind: 'search', id: '1', query: 'change name', results: 0 },
        { kind: 'read', id: '2', document: 'article:names', title: 'Names', seconds: 30, helpful: true },
        { kind: 'step', id: '3', walkthrough: 'walkthrough:name', title: 'Your name', step: 1, of: 2 },
        { kind: 'page', id: '4', url: 'https://app.example.com/me', title: 'Me' },
        { kind: 'host', id: '5', name: 'Version', value: '4.2' },
      ],
    });
    const would = await draft('tier:2');
    expect(would).toMatchObject({
      from: { tier: 1, group: 'support' },
      to: { tier: 2 },
      missing: ['goal', 'impact', 'expected', 'actual', 'tried', 'nextAction'],
      transfers: 0,
      whole: {},
      step: { kind: 'moved', replyBy: new Date(monday + 8 * hour).toISOString() },
    });
    expect(would.note).toEqual({
      problem: 'My name is wrong.',
      received: new Date(monday).toISOString(),
      page: { url: 'https://app.example.com/me', title: 'Me' },
      details: [{ name: 'Version', value: '4.2' }],
      searches: [{ query: 'change name', results: 0 }],
      read: [{ document: 'article:names', title: 'Names', seconds: 30, helpful: true }],
      steps: [{ title: 'Your name', step: 1, of: 2 }],
      language: 'en',
      priority: 'normal',
      replyBy: new Date(monday + 8 * hour).toISOString(),
      solveBy: expect.any(String),
      shared: ['search', 'read', 'step', 'page', 'host'],
      address: 'unverified',
    });
    expect(would.groups.find(({ group }) => group === 'security')).toMatchObject({ isOpen: true });
    // A look changes nothing.
    expect(await read()).toMatchObject({ tier: 1, handovers: [], transfers: 0 });
  });

  test('leads up when nobody says where to, and from the last tier back', async () => {
    const { draft, handOver } = await openDesk();
    expect((await draft()).to.tier).toBe(2);
    await handOver('engineering', last);
    expect((await draft()).to.tier).toBe(2);
  });

  test('goes to the group that the router would choose, and says when it lacks what the rules ask for', async () => {
    const { draft } = await openDesk({ message: 'The API answers 502 all day.' });
    expect(await draft('tier:3')).toMatchObject({ to: { group: 'engineering' }, isCapable: true });
    expect(await draft('tills')).toMatchObject({ to: { group: 'tills' }, isCapable: false });
  });

  test('asks for all of it where a lower tier never had the request, and for what was found where it had', async () => {
    const { draft, handOver } = await openDesk({ message: 'The API answers 502 all day.' });
    const fresh = await draft('tier:1');
    expect([fresh.from.tier, fresh.missing]).toEqual([2, Object.keys(up).slice(1)]);
    const found = { found: 'A card of theirs', nextAction: 'Ask for another card' };
    expect(await problemOf(await handOver('tier:1', found))).toMatchObject({ code: 'handover-incomplete' });
    expect((await handOver('tier:1', { ...up, ...found })).status).toBe(200);
    expect((await handOver('tier:2', up)).status).toBe(200);
    expect(await draft('tier:1')).toMatchObject({ isNew: false, missing: ['found', 'nextAction'] });
  });

  test('takes a note as long as it may be, in any script', async () => {
    const { handOver, post, path } = await openDesk();
    const sign = (count: number) => '問'.repeat(count);
    const tried = Array.from({ length: 40 }, () => ({ what: sign(500), result: sign(1_000) }));
    const long = { ...up, tried, problem: sign(200), goal: sign(2_000), found: sign(2_000), nextAction: sign(2_000) };
    expect((await handOver('tier:2', long)).status).toBe(200);
    const large = await post(`${path}/handover`, { to: 'tier:2', note: { problem: 'x'.repeat(400_000) }, seen: 1 });
    expect(await problemOf(large)).toMatchObject({ code: 'too-large' });
  });

  test('says when the others work', async () => {
    const { draft, api } = await openDesk();
    api.clock.now = monday - 2 * hour;
    const { groups } = await draft();
    expect(groups.find(({ group }) => group === 'technical')).toEqual({
      tier: 2,
      group: 'technical',
      isOpen: false,
      opensAt: new Date(monday).toISOString(),
    });
  });

  test.each(['support', 'tier:4', 'nobody', 'Tier'])('refuses %s, which is no place to go', async (to) => {
    const { get, path } = await openDesk();
    const refused = await problemOf(await get(`${path}/handover?to=${to}`));
    expect(refused).toMatchObject({ code: 'invalid-request', errors: [{ path: 'to' }] });
  });
});

describe('POST /desk/api/tickets/:id/handover', () => {
  test('refuses a note that lacks something, names each field, and changes nothing', async () => {
    const { handOver, stored } = await openDesk();
    const before = await stored();
    const { goal: _, tried: __, ...lacking } = last;
    const refused = await problemOf(await handOver('tier:3', { ...lacking, hypothesis: undefined }));
    expect(refused).toMatchObject({ status: 422, code: 'handover-incomplete' });
    expect(refused.errors).toEqual([
      { path: 'note.goal', expected: 'some words' },
      { path: 'note.tried', expected: 'what was tried and what came of it' },
      { path: 'note.hypothesis', expected: 'some words here or in note.blocker' },
    ]);
    expect(await stored()).toEqual(before);
  });

  test('moves the ticket with its note, and re-targets its promises from where they began', async () => {
    const { handOver, read, stored, api } = await openDesk();
    api.clock.now = monday + 2 * hour;
    const response = await handOver('tier:2', up);
    expect(response.status).toBe(200);
    const ticket = await read();
    expect(deskTicket.parse(await response.json())).toMatchObject({ tier: 2, transfers: 1 });
    const [note] = ticket.handovers;
    expect(ticket).toMatchObject({ tier: 2, transfers: 1, firstReplyBy: new Date(monday + 8 * hour).toISOString() });
    expect(note).toMatchObject({
      author: { kind: 'person', name: 'Mo' },
      from: { tier: 1, group: 'support' },
      to: { tier: 2, group: ticket.group },
      isComplete: true,
      difference: { set: { ...up, received: new Date(monday).toISOString() }, gone: [] },
    });
    expect(ticket.events.at(-1)?.event).toMatchObject({ kind: 'placed', why: 'handed-over', note: note?.id });
    expect(ticket.reasons.slice(0, 2)).toEqual([
      { code: 'handed-over', detail: 'Mo' },
      { code: 'handover-note', detail: '1' },
    ]);
    expect((await stored()).ticket).toMatchObject({ exhausted: 1, assignee: undefined, rule: '' });
  });

  test('keeps of each further note what is different, and folds to what was written', async () => {
    const { handOver, read, draft } = await openDesk();
    await handOver('tier:2', up);
    expect((await draft('tier:3')).note).not.toHaveProperty('nextAction');
    const more = [...(up.tried ?? []), { what: 'Read the log', result: 'Cache hit' }];
    await handOver('tier:3', { ...last, tried: more, nextAction: 'Empty the cache' });
    const { handovers } = await read();
    expect(handovers[1]?.difference).toEqual({
      set: {
        since: last.since,
        hypothesis: last.hypothesis,
        nextAction: 'Empty the cache',
      },
      added: { tried: [{ what: 'Read the log', result: 'Cache hit' }] },
      gone: [],
    });
    expect(wholeNote(handovers)).toMatchObject({ ...last, tried: more, nextAction: 'Empty the cache' });
  });

  test('takes what was emptied out of the note', async () => {
    const { handOver, read } = await openDesk();
    await handOver('tier:2', up);
    await handOver('tier:1', { problem: up.problem, found: 'It was the cache', nextAction: 'Tell them' });
    const { handovers } = await read();
    expect(handovers[1]?.difference.gone).toEqual(['goal', 'impact', 'expected', 'actual', 'tried']);
  });

  test('hands back with what was found, and the clocks send nothing up at once', async () => {
    const { handOver, read, stored, api } = await openDesk();
    await handOver('tier:2', up);
    await handOver('tier:3', last);
    expect((await handOver('tier:1', { nextAction: 'Tell them' })).status).toBe(422);
    const back = { problem: 'Names', found: 'It was the cache', nextAction: 'Tell them' };
    expect((await handOver('tier:2', back)).status).toBe(200);
    expect((await handOver('tier:1', back)).status).toBe(200);
    await tick(api.deps);
    expect(await read()).toMatchObject({ tier: 1, transfers: 4 });
    expect((await stored()).ticket.exhausted).toBe(2);
    expect((await read()).events.filter(({ event }) => event.kind === 'placed')).toHaveLength(4);
  });

  test('counts going back and forth, warns of it, and asks whoever leads the second time', async () => {
    const { handOver, draft, read } = await openDesk();
    const back = { found: 'Nothing', nextAction: 'Ask again' };
    expect((await draft('tier:2')).backAndForth).toBeUndefined();
    await handOver('tier:2', up);
    expect((await draft('tier:1')).backAndForth).toEqual({ between: [1, 2], times: 1 });
    expect((await draft('tier:3')).backAndForth).toBeUndefined();
    await handOver('tier:1', back);
    expect((await read()).leadAsked).toBe(false);
    expect((await draft('tier:2')).backAndForth).toEqual({ between: [1, 2], times: 2 });
    await handOver('tier:2', up);
    expect(await read()).toMatchObject({ leadAsked: true, tier: 2, transfers: 3 });
  });

  test('goes to another group of the same tier without counting a tier', async () => {
    const { handOver, read } = await openDesk();
    const response = await handOver('billing', { problem: 'An invoice', nextAction: 'Look at the invoice' });
    expect(response.status).toBe(200);
    expect(await read()).toMatchObject({ tier: 1, group: 'billing', transfers: 0 });
  });

  test('tells a form that is behind, but not because a clock has spoken', async () => {
    const { draft, post, path, api, read } = await openDesk();
    const { seen } = await draft('tier:2');
    api.clock.now = monday + 5 * hour;
    await tick(api.deps);
    expect((await read()).events.some(({ event }) => event.kind === 'warned')).toBe(true);
    const body = { to: 'tier:2', note: up, seen };
    await post(`${path}/status`, { status: 'open' });
    expect(await problemOf(await post(`${path}/handover`, body))).toMatchObject({
      status: 409,
      code: 'handover-stale',
    });
    expect(await read()).toMatchObject({ tier: 1, handovers: [] });
  });

  test('does it once when two hand over at the same time', async () => {
    const { draft, post, path, read } = await openDesk();
    const { seen } = await draft('tier:2');
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => post(`${path}/handover`, { to: 'tier:2', note: up, seen })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await read()).toMatchObject({ tier: 2, transfers: 1 });
  });

  test('refuses a closed ticket, an unknown one, a place where it is, and a body that does not fit', async () => {
    const { handOver, post, path, draft } = await openDesk();
    const { seen } = await draft();
    expect((await problemOf(await post(`${path}/handover`, { to: 'support', note: up, seen }))).errors).toMatchObject([
      { path: 'to' },
    ]);
    expect((await problemOf(await post(`${path}/handover`, { to: 'tier:2', note: { goal: ' ' }, seen }))).status).toBe(
      400,
    );
    expect((await problemOf(await post(`${path}/handover`, { to: 'tier:2', note: { page: 'x' }, seen }))).status).toBe(
      400,
    );
    expect((await problemOf(await post(`${path}x/handover`, { to: 'tier:2', note: up, seen }))).code).toBe('not-found');
    await post(`${path}/status`, { status: 'closed' });
    expect((await problemOf(await handOver('tier:2', up))).code).toBe('conflict');
  });

  test('leads to the other one where it was merged into it', async () => {
    const { api, handOver, post, path } = await openDesk();
    const { reference } = await createTicket(api, { topic: 'account' });
    await post(`${path}/change`, { kind: 'merge', into: reference });
    expect(await problemOf(await handOver('tier:2', up))).toMatchObject({ code: 'merged', status: 409 });
  });

  test('is for who is signed in, from our page', async () => {
    const { api, path, post } = await openDesk();
    expect((await problemOf(await api.send(`${path}/handover`))).code).toBe('signed-out');
    const foreign = await post(`${path}/handover`, {}, { 'sec-fetch-site': 'cross-site' });
    expect((await problemOf(foreign)).code).toBe('origin-not-allowed');
  });
});

describe('handing a ticket to a person', () => {
  const join = (api: Api, id: string, groups: string[]) =>
    api.store.keepPerson({ id, name: `Name of ${id}`, role: 'agent', groups }, api.clock.now);

  test('names those of the group it goes to, and gives it in the same write', async () => {
    const { api, draft, handOver, read, stored } = await openDesk();
    await join(api, 'ed', ['engineering']);
    await join(api, 'tia', ['technical', 'engineering']);
    expect((await draft('engineering')).people).toEqual([
      { id: 'ed', name: 'Name of ed' },
      { id: 'tia', name: 'Name of tia' },
    ]);
    expect((await draft('billing')).people).toEqual([]);
    const { version } = (await stored()).ticket;
    expect((await handOver('engineering', last, 'ed')).status).toBe(200);
    const { assignee, group, events } = await read();
    expect([assignee, group]).toEqual(['ed', 'engineering']);
    expect(events.slice(-2).map(({ event }) => event)).toMatchObject([
      { kind: 'placed', why: 'handed-over' },
      { kind: 'assigned', to: 'ed' },
    ]);
    expect((await stored()).ticket.version).toBe(version + 1);
  });

  test('says who had it before, and gives it to nobody where nobody is named', async () => {
    const { api, post, path, handOver, read } = await openDesk();
    await join(api, 'ed', ['engineering']);
    await post(`${path}/change`, { kind: 'assign', person: 'ed' });
    await join(api, 'tia', ['technical']);
    await handOver('technical', up, 'tia');
    const { events, assignee } = await read();
    expect(assignee).toBe('tia');
    expect(events.at(-1)?.event).toEqual({ kind: 'assigned', from: 'ed', to: 'tia' });
    await handOver('engineering', last);
    expect((await read()).assignee).toBeUndefined();
  });

  test.each([
    ['of another group', 'tia', ['technical']],
    ['of no group', 'nora', []],
    ['nobody knows', 'nobody', undefined],
  ])('refuses somebody %s, and changes nothing', async (_, id, groups) => {
    const { api, handOver, stored } = await openDesk();
    if (groups) await join(api, id, groups);
    const before = await stored();
    const refused = await problemOf(await handOver('engineering', last, id));
    expect(refused).toMatchObject({ status: 422, code: 'handover-incomplete' });
    expect(refused.errors).toEqual([{ path: 'assignee', expected: 'a person of the group that gets it' }]);
    expect(await stored()).toEqual(before);
  });

  test('tells a partner of nobody but their own, and takes nobody else from them', async () => {
    const { api, id, handOver } = await openDesk();
    await join(api, 'ed', ['engineering']);
    await handOver('tills', up);
    const partner = await deskOf(api, id, { id: 'pia', name: 'Pia', groups: ['tills'] });
    expect((await partner.draft('engineering')).people).toEqual([]);
    expect((await problemOf(await partner.handOver('engineering', last, 'ed'))).errors).toMatchObject([
      { path: 'assignee' },
    ]);
    await partner.handOver('engineering', last);
    const own = await deskOf(api, id);
    expect((await own.draft('tills')).people).toEqual([{ id: 'pia', name: 'Pia' }]);
  });
});

describe('related tickets', () => {
  test('are those of the same address of 14 days, and of the same search, and of no group that may not be seen', async () => {
    const routing = { ...fixture, groups: fixture.groups.map((group) => ({ ...group, withholds: [] })) };
    const { api, id } = await openDesk({ address: 'ada@example.com' }, routing);
    api.clock.now = monday + 24 * hour;
    const one = await createTicket(api, { topic: 'account', address: 'ADA@example.com', message: 'And now?' });
    const till = { topic: 'account', address: 'ada@example.com', message: 'Till', context: tillContext };
    await createTicket(api, till);
    api.clock.now = monday + 20 * 24 * hour;
    await createTicket(api, { ...till, message: 'Another till' });
    const rows = await api.store.listTickets({ before: undefined, limit: 9 });
    const latest = rows.find(({ excerpt }) => excerpt === 'Another till');
    const first = await deskOf(api, id);
    expect((await first.draft()).note.related?.map(({ reference }) => reference)).toHaveLength(3);
    expect((await (await deskOf(api, latest?.id ?? '')).draft()).note.related).toBeUndefined();

    // A partner's agent sees those of their own group, also in a note that somebody else has written.
    const second = rows.find(({ excerpt }) => excerpt === 'Till');
    const own = await deskOf(api, second?.id ?? '');
    expect((await own.draft('tier:3')).note.related?.map(({ reference }) => reference)).toContain(one.reference);
    await own.handOver('tier:3', last);
    await own.handOver('tills', { found: 'x', nextAction: 'y' });
    const partner = await deskOf(api, second?.id ?? '', { id: 'pia', name: 'Pia', groups: ['tills'] });
    const seen = wholeNote((await partner.read()).handovers).related ?? [];
    expect(seen.map(({ group }) => group)).toEqual(['tills']);
    expect((await partner.draft()).whole.related).toEqual(seen);
    // What the partner writes takes nothing from who may see all.
    await partner.handOver('tier:3', last);
    expect(wholeNote((await own.read()).handovers).related).toHaveLength(3);
  });

  test('give a partner nothing of a ticket of another group', async () => {
    const { api, id } = await openDesk();
    const partner = await deskOf(api, id, { id: 'pia', name: 'Pia', groups: ['tills'] });
    expect((await problemOf(await partner.get(`${partner.path}/handover`))).code).toBe('not-found');
    const body = { to: 'tills', note: up, seen: 1 };
    expect((await problemOf(await partner.post(`${partner.path}/handover`, body))).code).toBe('not-found');
  });
});

describe('a move that a clock makes', () => {
  test('has a note too: what is known, and what is missing', async () => {
    const { api, post, path, id } = await openDesk();
    await post(`${path}/messages`, { text: 'We are looking.', status: 'open' });
    for (let days = 0; days < 14; days += 1) {
      api.clock.now += 24 * hour;
      await tick(api.deps);
    }
    const ticket = await (await deskOf(api, id)).read();
    const [note] = ticket.handovers;
    expect(note).toMatchObject({
      author: { kind: 'system' },
      from: { tier: 1 },
      to: { tier: 2 },
      isComplete: false,
      missing: ['goal', 'impact', 'expected', 'actual', 'tried', 'nextAction'],
      difference: { set: { problem: 'My name is wrong.' } },
    });
    const placed = ticket.events.flatMap(({ event }) => (event.kind === 'placed' ? [event] : []));
    expect(placed.map(({ note }) => note)).toEqual(ticket.handovers.map(({ id }) => id));
  });
});

describe('what the requester sees', () => {
  test('is each step, who has it and by when, and not a word from inside', async () => {
    const { api, handOver, receipt, post, path } = await openDesk();
    const look = async () => {
      const headers = { authorization: `Bearer ${receipt.capability}` };
      const response = await api.send(routes.thread, { headers });
      return { text: await response.clone().text(), ...threadContract.parse(await response.json()) };
    };
    expect((await look()).steps).toEqual([
      {
        kind: 'received',
        at: expect.any(String),
        group: 'Support',
        replyBy: new Date(monday + 8 * hour).toISOString(),
      },
    ]);
    api.clock.now += hour;
    await handOver('integrations', up);
    await post(`${path}/messages`, { text: 'Hello.', status: 'open' });
    await handOver('engineering', last);
    await post(`${path}/messages`, { text: 'Done.', status: 'solved' });
    const { steps, text, destination } = await look();
    expect(steps?.map(({ kind, group }) => [kind, group])).toEqual([
      ['received', 'Support'],
      ['moved', 'Integrations'],
      ['moved', 'Engineering'],
      ['solved', undefined],
    ]);
    expect(steps?.[1]?.replyBy).toBe(new Date(monday + 8 * hour).toISOString());
    expect(steps?.[2]).not.toHaveProperty('replyBy');
    expect(steps?.[2]?.solveBy).toEqual(expect.any(String));
    expect(destination).toEqual({ group: 'Engineering' });
    for (const inside of ['tier', 'cache', 'Look into', 'handed-over', 'exhausted']) expect(text).not.toContain(inside);
  });
});

const tillContext: CreateTicket['context'] = [{ kind: 'host', id: '1', name: 'area', value: 'point-of-sale' }];
