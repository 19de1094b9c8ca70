import { describe, expect, test } from 'vitest';
import type { DeskIssue } from '../../../api/contract/issue.ts';
import { deskIssue } from '../../../api/contract/issue.ts';
import { routes } from '../../../api/contract/routes.ts';
import { thread as threadContract } from '../../../api/contract/ticket.ts';
import { StoreUnavailable } from '../../../api/store/statement.ts';
import type { Store } from '../../../api/store/store.ts';
import { announceIssue } from '../../../api/ticket/issue/announce.ts';
import { solveIssue } from '../../../api/ticket/issue/solve.ts';
import { deskRow } from '../../../api/ticket/shown.ts';
import { tick } from '../../../api/ticket/tick.ts';
import { targetOf } from '../../../site/desk/target.ts';
import { seeded } from '../../support/random.ts';
import { type Api, createTicket, mo, newKey, openApi, post, problemOf, signIn, start } from '../http/harness.ts';
import { fixture } from '../routing/fixture.ts';

const hour = 3_600_000;
const said = {
  titles: { en: 'Exports hang', de: 'Exporte hängen' },
  texts: { en: 'We are working on it.', de: 'Wir arbeiten daran.' },
  topic: 'billing',
};
const answers = { en: 'It is mended.', de: 'Es ist behoben.' };

const ids = async (api: Api): Promise<string[]> =>
  (await api.store.listTickets({ before: undefined, limit: 99 })).map(({ id }) => id);

const announce = async (api: Api, tickets: string[] = []): Promise<DeskIssue> => {
  const agent = await signIn(api, { id: 'author' });
  const response = await agent.post(routes.deskIssues, { ...said, tickets });
  return deskIssue.parse(await response.json());
};

const threadOf = async (api: Api, capability: string) => {
  const response = await api.send(routes.thread, { headers: { authorization: `Bearer ${capability}` } });
  return threadContract.parse(await response.json());
};

describe('a ticket of a known issue', () => {
  const opened = async () => {
    const api = openApi({ routing: fixture });
    const issue = await announce(api);
    const told = await createTicket(api, { topic: 'account', message: 'Tell me, please.', issue: issue.id });
    const id = (await ids(api))[0] ?? '';
    const read = async () => (await api.store.ticketById(id))?.ticket;
    return { api, issue, told, id, read };
  };

  test('is placed as usual and on hold from the start, with the issue as what its requester sees', async () => {
    const { api, told, read } = await opened();
    const usual = await createTicket(api, { topic: 'account', message: 'Tell me, please.' });
    expect(told).toMatchObject({
      status: 'on-hold',
      tier: usual.tier,
      priority: usual.priority,
      destination: usual.destination,
      issue: { state: 'working', title: 'Exports hang', text: 'We are working on it.' },
    });
    expect(await threadOf(api, told.capability)).toMatchObject({ status: 'on-hold', issue: told.issue });
    expect(await read()).toMatchObject({ dueBy: undefined, lookAt: undefined, leadAsked: false });
  });

  test('breaks no promise while the issue is worked on, however long that takes', async () => {
    const { api, read } = await opened();
    api.clock.now = start + 90 * 24 * hour;
    await tick(api.deps);
    const thread = await api.store.ticketById((await read())?.id ?? '');
    expect(thread?.events.map(({ event }) => event.kind)).toEqual(['created', 'issue-joined', 'status']);
  });

  test('is replied to in time while the issue pauses it, before and after it is solved', async () => {
    const { api, issue, id, read } = await opened();
    await createTicket(api, { topic: 'account', message: 'Me too.', issue: issue.id });
    const [other = ''] = (await ids(api)).filter((one) => one !== id);
    api.clock.now = start + 90 * 24 * hour;
    const agent = await signIn(api);
    await agent.post(`${routes.deskTickets}/${id}/messages`, { text: 'It takes a while.', status: 'pending' });
    const target = async () => targetOf(deskRow((await read())!, { kind: 'whole' }), api.clock.now);
    expect(await target()).toEqual({ state: 'kept' });
    await agent.post(`${routes.deskIssues}/${issue.id}/tickets`, { ticket: id, joined: false });
    expect(await target()).toEqual({ state: 'kept' });
    await solveIssue(api.deps, { id: issue.id, answers, agent: mo });
    const answered = (await api.store.ticketById(other))?.ticket;
    expect(answered?.firstRepliedAt).toBe(api.clock.now);
    expect(answered && targetOf(deskRow(answered, { kind: 'whole' }), api.clock.now)).toEqual({ state: 'kept' });
  });

  test('is replied to late where its promise was broken before it joined', async () => {
    const { api, issue } = await opened();
    await createTicket(api, { topic: 'account', message: 'Me too.' });
    const [late = ''] = (await api.store.listTickets({ before: undefined, limit: 1, status: 'new' })).map(
      ({ id }) => id,
    );
    api.clock.now = start + 90 * 24 * hour;
    const agent = await signIn(api);
    await agent.post(`${routes.deskIssues}/${issue.id}/tickets`, { ticket: late, joined: true });
    await solveIssue(api.deps, { id: issue.id, answers, agent: mo });
    const ticket = (await api.store.ticketById(late))?.ticket;
    expect(ticket && targetOf(deskRow(ticket, { kind: 'whole' }), api.clock.now)).toEqual({ state: 'missed' });
  });

  test('counts again for what the requester writes meanwhile', async () => {
    const { api, told, read } = await opened();
    api.clock.now = start + 24 * hour;
    await api.send(
      routes.messages,
      post({ text: 'And where is my data?' }, { authorization: `Bearer ${told.capability}` }),
    );
    const ticket = await read();
    expect(ticket).toMatchObject({ status: 'open', resolveBy: undefined });
    expect(ticket?.dueBy).toBe(ticket?.firstReplyBy);
    expect(ticket?.dueBy).toBeGreaterThan(api.clock.now);
  });

  test('is created without the issue where there is none in work', async () => {
    const { api, issue } = await opened();
    const unknown = await createTicket(api, { issue: 'no-such-issue' });
    await solveIssue(api.deps, { id: issue.id, answers, agent: mo });
    const late = await createTicket(api, { issue: issue.id });
    for (const receipt of [unknown, late]) {
      expect(receipt.status).toBe('new');
      expect(receipt.issue).toBeUndefined();
    }
  });

  test('is somebody’s work again once it leaves, with what is left of its promises', async () => {
    const { api, issue, id, read } = await opened();
    const agent = await signIn(api);
    await agent.post(`${routes.deskIssues}/${issue.id}/tickets`, { ticket: id, joined: false });
    const ticket = await read();
    expect(ticket).toMatchObject({ status: 'open', issue: undefined });
    expect(ticket?.dueBy).toBeGreaterThan(api.clock.now);
  });
});

describe('the one answer', () => {
  test('reaches everybody who has joined in their language, and solves their tickets as a defect', async () => {
    const api = openApi();
    const english = await createTicket(api);
    const german = await createTicket(api, { locale: 'de' });
    const french = await createTicket(api, { locale: 'fr' });
    const issue = await announce(api, await ids(api));
    const late = await createTicket(api, { issue: issue.id, locale: 'de-AT' });
    const agent = await signIn(api, { id: 'ada', name: 'Ada' });
    const solved = deskIssue.parse(
      await (await agent.post(`${routes.deskIssues}/${issue.id}/solve`, { answers })).json(),
    );
    expect(solved).toMatchObject({ state: 'solved', people: 4, left: 0, solver: 'Ada' });
    const expected = [
      [english, answers.en],
      [german, answers.de],
      [french, answers.en],
      [late, answers.de],
    ] as const;
    for (const [{ capability }, text] of expected) {
      const { messages, status, issue: shown } = await threadOf(api, capability);
      expect(messages.slice(1)).toMatchObject([{ from: 'agent', name: 'Ada', text }]);
      expect([status, shown?.state]).toEqual(['solved', 'solved']);
    }
    const { tickets } = Object(await (await agent.get(`${routes.deskIssues}/${issue.id}`)).json());
    for (const { id } of tickets) {
      expect((await api.store.ticketById(id))?.ticket).toMatchObject({ cause: 'defect', firstRepliedAt: start });
    }
  });

  test('leaves out a ticket that is closed or has left, and waits for one that is held', async () => {
    const api = openApi();
    for (const website of ['', '', 'https://spam.example']) {
      await createTicket(api, { website });
      api.clock.now += 1;
    }
    const tickets = await ids(api);
    const issue = await announce(api, tickets);
    const [held = '', closed = '', left = ''] = tickets;
    const agent = await signIn(api);
    expect((await api.store.ticketById(held))?.ticket.held).toBe(true);
    await agent.post(`${routes.deskTickets}/${closed}/status`, { status: 'closed' });
    await agent.post(`${routes.deskIssues}/${issue.id}/tickets`, { ticket: left, joined: false });
    await agent.post(`${routes.deskIssues}/${issue.id}/solve`, { answers });
    const messages = () => Promise.all(tickets.map(async (id) => (await api.store.ticketById(id))?.messages.length));
    expect(await messages()).toEqual([1, 1, 1]);
  });

  test('is given once, whoever solves it how often', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const issue = await announce(api, await ids(api));
    const agent = await signIn(api);
    const solve = (text: string) => agent.post(`${routes.deskIssues}/${issue.id}/solve`, { answers: { en: text } });
    const results = await Promise.all([solve('Mended.'), solve('Mended.'), solve('Mended.')]);
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await solve('Something else.')).status).toBe(409);
    await Promise.all([tick(api.deps), tick(api.deps)]);
    expect((await threadOf(api, capability)).messages).toHaveLength(2);
  });

  test('is not given again to whoever writes that it is not solved', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const issue = await announce(api, await ids(api));
    await solveIssue(api.deps, { id: issue.id, answers, agent: mo });
    await api.send(routes.messages, post({ text: 'It still hangs.' }, { authorization: `Bearer ${capability}` }));
    await tick(api.deps);
    expect(await threadOf(api, capability)).toMatchObject({ status: 'open', messages: [{}, {}, {}] });
  });

  test('is waited for by nobody who has got it', async () => {
    const api = openApi({ routing: fixture });
    const { capability } = await createTicket(api, { topic: 'account' });
    const [id = ''] = await ids(api);
    const issue = await announce(api, [id]);
    await solveIssue(api.deps, { id: issue.id, answers, agent: mo });
    const write = (text: string) =>
      api.send(routes.messages, post({ text }, { authorization: `Bearer ${capability}` }));
    await write('It still hangs.');
    const agent = await signIn(api);
    const join = (joined: boolean) => agent.post(`${routes.deskIssues}/${issue.id}/tickets`, { ticket: id, joined });
    await agent.post(`${routes.deskTickets}/${id}/status`, { status: 'on-hold' });
    // On hold for something else: a message leaves it so, and what was promised is told.
    await write('Any news?');
    const thread = await threadOf(api, capability);
    expect(thread.status).toBe('on-hold');
    expect(thread.steps?.[0]).toMatchObject({ kind: 'received', replyBy: expect.any(String) });
    expect((await join(false)).status).toBe(200);
    expect((await api.store.ticketById(id))?.ticket).toMatchObject({ status: 'on-hold', issue: undefined });
    expect(await problemOf(await join(true))).toMatchObject({ status: 409, code: 'issue-solved' });
  });

  test('reaches whoever wrote a merged request in their own thread, as they read no other', async () => {
    const api = openApi();
    const { capability } = await createTicket(api);
    const { reference } = await createTicket(api);
    const issue = await announce(api, await ids(api));
    const agent = await signIn(api);
    const thread = await threadOf(api, capability);
    const one = (await api.store.listTickets({ before: undefined, limit: 9 })).find(
      (row) => row.reference === thread.reference,
    );
    await agent.post(`${routes.deskTickets}/${one?.id}/change`, { kind: 'merge', into: reference });
    await solveIssue(api.deps, { id: issue.id, answers, agent: mo });
    expect((await threadOf(api, capability)).messages.at(-1)?.text).toBe(answers.en);
  });

  test('loses nobody and reaches nobody twice, wherever it is interrupted', async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const api = openApi();
      const random = seeded(seed);
      for (let number = 0; number < 6; number += 1) await createTicket(api, { message: `Number ${number}` });
      const tickets = await ids(api);
      const deps = { ...api.deps, store: failing(api.store, random) };
      const key = newKey();
      const body = { ...said, tickets };
      // Whoever announces tries again under the same key, whoever solves with the same answer; the worker looks every minute.
      const announced = await insist(() => announceIssue(deps, { key, body, agent: mo }));
      if (announced.kind !== 'announced') throw new Error(announced.code);
      await insist(() => solveIssue(deps, { id: announced.issue.id, answers, agent: mo }));
      await insist(async () => {
        const { failed } = await tick(deps);
        if (failed > 0) throw new StoreUnavailable('the next look');
      });
      for (const id of tickets) {
        const thread = await api.store.ticketById(id);
        expect(thread?.messages.map(({ from }) => from)).toEqual(['requester', 'agent']);
        expect(thread?.ticket).toMatchObject({ status: 'solved', cause: 'defect' });
        expect(thread?.events.filter(({ event }) => event.kind === 'issue-joined')).toHaveLength(1);
      }
      const issues = await api.store.listIssues({ solvedSince: 0, limit: 9 });
      expect(issues).toMatchObject([{ state: 'solved', people: 6, left: 0 }]);
    }
  });
});

/** Fails now and then before a command, or after it was done: then nobody knows. */
function failing(store: Store, random: () => number): Store {
  let left = Math.floor(random() * 30);
  const fails = () => {
    left -= 1;
    if (left > 0) return false;
    left = Math.floor(random() * 80);
    return true;
  };
  return new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        if (fails()) throw new StoreUnavailable('before');
        const result: unknown = await method.apply(target, args);
        if (fails()) throw new StoreUnavailable('after');
        return result;
      };
    },
  });
}

async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
    }
  }
}
