import { describe, expect, test } from 'vitest';
import { type DeskTicket, deskSession, deskTicket, deskTicketList } from '../../../api/contract/desk.ts';
import { routes } from '../../../api/contract/routes.ts';
import type { CreateTicket } from '../../../api/contract/ticket.ts';
import { change } from '../../../api/ticket/change.ts';
import type { Group, Withheld } from '../../../content/schema/group.ts';
import { groupsOf } from './groups.ts';
import { type Api, createTicket, newKey, openApi, problemOf, signIn } from './harness.ts';

const { deskTickets } = routes;

const context: CreateTicket['context'] = [
  { kind: 'search', id: '1', query: 'a secret search', results: 0 },
  { kind: 'read', id: '2', document: 'article:moving', title: 'Moving', seconds: 9, helpful: false },
  { kind: 'step', id: '3', walkthrough: 'walkthrough:move', title: 'Move', step: 2, of: 3, blocked: 'no button' },
  { kind: 'page', id: '4', url: 'https://app.example.com/orders', title: 'Orders' },
  { kind: 'browser', id: '5', name: 'Firefox 145', viewport: '1280 × 800', language: 'en' },
  { kind: 'host', id: '6', name: 'plan', value: 'enterprise' },
];
const asked = { message: 'Our hosting is slow.', name: 'Ada', address: 'ada@example.com', context };

const open = (group: Partial<Group> = {}) => openApi({ routing: groupsOf(group) });
const partner = (api: Api) => signIn(api, { id: 'pia', name: 'Pia', groups: ['hosting'] });
const newest = async ({ store }: Api) => (await store.listTickets({ before: undefined, limit: 1 }))[0]?.id ?? '';

/** The ticket of a partner's group as one of their people gets it. */
async function shown(group: Partial<Group>, ask: Partial<CreateTicket> = asked): Promise<DeskTicket> {
  const api = open(group);
  await createTicket(api, ask);
  const desk = await partner(api);
  return deskTicket.parse(await (await desk.get(`${deskTickets}/${await newest(api)}`)).json());
}

describe('people of a partner', () => {
  test('see the tickets of their group in the list, and no others', async () => {
    const api = open();
    for (const message of ['Our hosting is slow.', 'The printer is on fire.', 'Something else.'])
      await createTicket(api, { message });
    const desk = await partner(api);
    const list = async (query = '') =>
      deskTicketList.parse(await (await desk.get(deskTickets + query)).json()).tickets.map(({ group }) => group);
    expect(await list()).toEqual(['hosting']);
    expect(await list('?queue=tier:2')).toEqual(['hosting']);
    for (const query of ['?queue=printing', '?queue=front-line', '?queue=tier:1'])
      expect(await list(query)).toEqual([]);
  });

  test('read neither which internal article answered, nor by a filter who has a request', async () => {
    const api = open();
    await createTicket(api, asked);
    const id = await newest(api);
    const agent = await signIn(api);
    for (const document of ['internal:refunds', 'article:moving'])
      await agent.post(`${deskTickets}/${id}/change`, { kind: 'answered-by', document });
    await agent.post(`${deskTickets}/${id}/change`, { kind: 'assign', person: 'mo' });
    const desk = await partner(api);
    const { events } = deskTicket.parse(await (await desk.get(`${deskTickets}/${id}`)).json());
    expect(events.flatMap(({ event }) => (event.kind === 'answered-by' ? [event.document] : []))).toEqual([
      'article:moving',
    ]);
    const by = async (assignee: string) =>
      deskTicketList.parse(await (await desk.get(`${deskTickets}?assignee=${assignee}`)).json()).tickets.length;
    expect(await by('mo')).toBe(0);
    await agent.post(`${deskTickets}/${id}/change`, { kind: 'assign', person: 'pia' });
    expect([await by('pia'), await by('me')]).toEqual([1, 1]);
  });

  test('merge into no request of others, and leave none for others', async () => {
    const api = open();
    const { reference } = await createTicket(api, { message: 'Something else.' });
    const theirs = await newest(api);
    api.clock.now += 1;
    await createTicket(api, asked);
    const own = await newest(api);
    const desk = await partner(api);
    const merge = (into: string) => desk.post(`${deskTickets}/${own}/change`, { kind: 'merge', into });
    for (const into of [reference, 'TZ-000000', theirs])
      expect(await problemOf(await merge(into))).toMatchObject({ code: 'not-found' });
    expect((await api.store.ticketById(own))?.ticket.mergedInto).toBeUndefined();
    const agent = await signIn(api);
    await agent.post(routes.deskPresence, { ticket: theirs, doing: 'reading' });
    await desk.post(routes.deskPresence, { left: theirs, doing: 'reading' });
    const changes = Object(await (await agent.get(routes.deskChanges)).json());
    expect(changes.presence).toMatchObject([{ person: 'mo', ticket: theirs }]);
  });

  test.each(['The printer is on fire.', 'Something else.'])(
    'get 404 for another ticket by its id: %s',
    async (message) => {
      const api = open();
      await createTicket(api, { message });
      const desk = await partner(api);
      const path = `${deskTickets}/${await newest(api)}`;
      for (const response of [
        await desk.get(path),
        await desk.post(`${path}/messages`, { text: 'x' }),
        await desk.post(`${path}/status`, { status: 'closed' }),
      ])
        expect(await problemOf(response)).toMatchObject({ code: 'not-found', status: 404 });
      expect((await api.store.ticketById(await newest(api)))?.ticket).toMatchObject({ status: 'new', version: 0 });
    },
  );

  test('see nothing once their groups are gone from the file', async () => {
    const api = openApi();
    await createTicket(api, asked);
    const desk = await partner(api);
    expect(deskTicketList.parse(await (await desk.get(deskTickets)).json()).tickets).toEqual([]);
    expect((await desk.get(`${deskTickets}/${await newest(api)}`)).status).toBe(404);
  });

  test('see everything when they are in a group of ours as well', async () => {
    const api = open();
    await createTicket(api, { ...asked, message: 'Something else.' });
    const desk = await signIn(api, { id: 'pia', name: 'Pia', groups: ['hosting', 'front-line'] });
    const ticket = deskTicket.parse(await (await desk.get(`${deskTickets}/${await newest(api)}`)).json());
    expect(ticket.requester).toEqual({ name: 'Ada', address: 'ada@example.com' });
  });
});

describe('what a contract withholds', () => {
  test('is the address, where it says nothing, also in the list and after a change', async () => {
    const api = open();
    await createTicket(api, asked);
    const desk = await partner(api);
    const path = `${deskTickets}/${await newest(api)}`;
    const texts = await Promise.all(
      [
        await desk.get(path),
        await desk.get(deskTickets),
        await desk.post(`${path}/messages`, { text: 'Hello' }),
        await desk.post(`${path}/status`, { status: 'open' }),
      ].map((response) => response.text()),
    );
    for (const text of texts) expect(text).not.toContain('ada@example.com');
    expect(texts[0]).toContain('"name":"Ada"');
    for (const text of texts.slice(0, 2)) expect(text).toContain('"withheld":["address"]');
    const own = await signIn(api, { id: 'mo', name: 'Mo' });
    expect(await (await own.get(path)).text()).toContain('ada@example.com');
  });

  test.each<[Withheld, RegExp]>([
    ['address', /ada@example/],
    ['name', /"Ada"/],
    ['page', /app\.example\.com/],
    ['browser', /Firefox/],
    ['host', /enterprise/],
    ['searches', /a secret search/],
    ['reads', /moving|Moving|move|Move|no button/],
  ])('%s is nowhere in the answer, and the rest is there', async (name, pattern) => {
    const withheld = await shown({ withholds: [name] });
    expect(JSON.stringify(withheld)).not.toMatch(pattern);
    const free = await shown({ withholds: [] });
    expect(JSON.stringify(free)).toMatch(pattern);
    expect(free.context).toEqual(context);
    expect(free.requester).toEqual({ name: 'Ada', address: 'ada@example.com' });
    expect(withheld.messages.map(({ text }) => text)).toEqual(['Our hosting is slow.']);
  });

  test('takes along the reasons that quote it, and the rule that looked at it', async () => {
    const ask = { ...asked, message: 'It is slow.' };
    const codes = async (withholds: Withheld[]) => {
      const { reasons } = await shown({ skills: ['hosting', 'reading'], withholds }, ask);
      return { reasons, codes: reasons.map(({ code }) => code) };
    };
    const free = await codes([]);
    expect(free.codes).toEqual(
      expect.arrayContaining(['search-without-result', 'article-unhelpful', 'walkthrough-blocked', 'rule']),
    );
    const searches = await codes(['searches']);
    expect(searches.codes).toEqual(free.codes.filter((code) => code !== 'search-without-result'));
    const reads = await codes(['reads']);
    expect(reads.codes).toEqual(free.codes.filter((code) => !/^(?:article|walkthrough)-|^rule$/.test(code)));
    expect(JSON.stringify(reads.reasons)).not.toContain('rules.yaml');
  });
});

test('names of people outside their groups are not told to a partner', async () => {
  const api = open();
  await createTicket(api, asked);
  const id = await newest(api);
  for (const [person, groups] of [
    ['mo', []],
    ['pol', ['hosting', 'front-line']],
  ] as const) {
    await api.store.keepPerson({ id: person, name: `Name of ${person}`, role: 'agent', groups: [...groups] }, 0);
    await change(api.deps, {
      find: () => api.store.ticketById(id),
      actor: { kind: 'person', id: person, name: `Name of ${person}` },
      step: () => ({ set: { assignee: person }, events: [{ kind: 'assigned', to: person }] }),
    });
  }
  const desk = await partner(api);
  const ticket = deskTicket.parse(await (await desk.get(`${deskTickets}/${id}`)).json());
  const assigned = ticket.events.filter(({ event }) => event.kind === 'assigned');
  expect(assigned.map(({ actor, event }) => [actor, event])).toEqual([
    [
      { kind: 'person', id: 'team', name: 'Acme Help' },
      { kind: 'assigned', to: 'team' },
    ],
    [
      { kind: 'person', id: 'pol', name: 'Name of pol' },
      { kind: 'assigned', to: 'pol' },
    ],
  ]);
  expect(JSON.stringify(ticket)).not.toContain('Name of mo');
  expect(ticket.assignee).toBe('pol');
});

test('tags of a request that a partner may not see do not come to them by a merge', async () => {
  const api = open();
  const desk = await signIn(api, { id: 'mo', name: 'Mo' });
  const ask = async (message: string, tag: string) => {
    api.clock.now += 1;
    const { reference } = await createTicket(api, { message });
    const path = `${deskTickets}/${await newest(api)}`;
    await desk.post(`${path}/change`, { kind: 'tag', tags: [tag] });
    return { path, reference };
  };
  const tagsOf = async ({ path }: { path: string }) => deskTicket.parse(await (await desk.get(path)).json()).tags;
  const theirs = await ask('Our hosting is slow.', 'slow');
  const merged = [await ask('Something else.', 'angry'), await ask('The printer is on fire.', 'fire')];
  for (const { path } of [...merged, await ask('Our hosting is down.', 'down')])
    expect((await desk.post(`${path}/change`, { kind: 'merge', into: theirs.reference })).status).toBe(200);
  expect(await tagsOf(theirs)).toEqual(['down', 'slow']);
  const ours = await ask('Something else.', 'calm');
  const other = await ask('The hosting again.', 'again');
  await desk.post(`${other.path}/change`, { kind: 'merge', into: ours.reference });
  expect(await tagsOf(ours)).toEqual(['again', 'calm']);
});

describe('notes', () => {
  /** What a partner reads after: a note, the move to them, a note of ours, one of theirs, the move back and again to them. */
  async function notesRead(group: Partial<Group>): Promise<{ texts: string[]; noted: number }> {
    const api = open(group);
    await createTicket(api, { message: 'Something else.' });
    const id = await newest(api);
    const own = await signIn(api, { id: 'mo', name: 'Mo' });
    const desk = await partner(api);
    const path = `${deskTickets}/${id}`;
    const note = async (by: typeof own, text: string) =>
      expect((await by.post(`${path}/notes`, { text }, { 'idempotency-key': newKey() })).status).toBe(201);
    const move = (group: string) =>
      change(api.deps, {
        find: () => api.store.ticketById(id),
        actor: { kind: 'person', id: 'mo', name: 'Mo' },
        step: ({ ticket }) => {
          const from = { tier: ticket.tier, group: ticket.group, priority: ticket.priority };
          return { set: { group }, events: [{ kind: 'placed', from, to: { ...from, group }, why: 'handed-over' }] };
        },
      });
    await note(own, 'They are rude.');
    await move('hosting');
    await note(own, 'Look at the log.');
    await note(desk, 'We did.');
    await move('front-line');
    await note(own, 'They are slow.');
    await move('hosting');
    const ticket = deskTicket.parse(await (await desk.get(path)).json());
    const noted = ticket.events.filter(({ event }) => event.kind === 'noted').length;
    return { texts: ticket.notes.map(({ text }) => text).sort(), noted };
  }

  test('that were written while a request was elsewhere are never a partner’s', async () => {
    expect(await notesRead({})).toEqual({ texts: ['Look at the log.', 'We did.'], noted: 2 });
    expect(await notesRead({ withholds: [] })).toEqual({ texts: ['Look at the log.', 'We did.'], noted: 2 });
  });

  test('can be withheld, but for those of their own people', async () => {
    expect(await notesRead({ withholds: ['notes'] })).toEqual({ texts: ['We did.'], noted: 1 });
  });

  test('are known to the desk to be read by a partner, and to the partner not', async () => {
    const groupsFor = async (group: Partial<Group>, person: Parameters<typeof signIn>[1]) => {
      const desk = await signIn(open(group), person);
      return deskSession
        .parse(await (await desk.get(routes.deskSession)).json())
        .groups.filter((one) => one.readsNotes);
    };
    expect((await groupsFor({}, { id: 'mo', name: 'Mo' })).map(({ id }) => id)).toEqual(['hosting', 'printing']);
    expect((await groupsFor({ withholds: ['notes'] }, { id: 'mo', name: 'Mo' })).map(({ id }) => id)).toEqual([
      'printing',
    ]);
    expect(await groupsFor({}, { id: 'pia', name: 'Pia', groups: ['hosting'] })).toEqual([]);
  });
});
