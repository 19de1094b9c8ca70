import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Append, Claim, NewTicket, Store } from '../../api/store/store.ts';

/** What every driver of the store has to do. `open` gives an empty store. */
export function storeConformance(driver: string, open: () => { store: Store; close: () => void }): void {
  describe(`store over ${driver}`, () => {
    let store: Store;
    let close: () => void;
    beforeEach(() => {
      ({ store, close } = open());
    });
    afterEach(() => close());

    const claimFor = async (key: string, now = 1_000): Promise<Claim> => {
      const claim = { id: key, owner: `owner of ${key}` };
      expect(await store.claimKey({ ...claim, bodyHash: 'body', now, leaseMs: 5_000 })).toEqual({ kind: 'claimed' });
      return claim;
    };
    const create = async (name: string, change: Partial<NewTicket> = {}) => {
      const claim = await claimFor(`key of ${name}`);
      return store.createTicket(newTicket(name, change), claim, { status: 201, body: `answer of ${name}` });
    };
    const appendOf = async (name: string, change: Partial<Append['message']> = {}): Promise<Append> => ({
      message: { id: name, from: 'requester', name: undefined, text: `text of ${name}`, at: 2_000, ...change },
      claim: await claimFor(`key of ${name}`),
      answer: { status: 201, body: `answer of ${name}` },
    });

    describe('keys', () => {
      test('gives a key to the first who asks and lets a second one wait for its lease', async () => {
        await claimFor('k', 1_000);
        const second = await store.claimKey({ id: 'k', owner: 'other', bodyHash: 'body', now: 2_000, leaseMs: 5_000 });
        expect(second).toEqual({ kind: 'in-flight', leaseUntil: 6_000 });
      });

      test('refuses another body under the same key, in flight and answered', async () => {
        await create('a');
        await claimFor('k');
        for (const id of ['key of a', 'k']) {
          const claim = { id, owner: 'other', bodyHash: 'another body', now: 9_000, leaseMs: 5_000 };
          expect(await store.claimKey(claim)).toEqual({ kind: 'reused' });
        }
      });

      test('gives the kept answer once there is one', async () => {
        await create('a');
        const again = { id: 'key of a', owner: 'other', bodyHash: 'body', now: 2_000, leaseMs: 5_000 };
        expect(await store.claimKey(again)).toEqual({
          kind: 'answered',
          answer: { status: 201, body: 'answer of a' },
          ticketId: 'id of a',
        });
      });

      test('lets another attempt take over when the lease has ended, and nothing of the first one happens', async () => {
        const first = await claimFor('k', 1_000);
        const second = { id: 'k', owner: 'second' };
        const taken = await store.claimKey({ ...second, bodyHash: 'body', now: 6_000, leaseMs: 5_000 });
        expect(taken).toEqual({ kind: 'claimed' });
        const answer = { status: 201, body: '' };
        expect(await store.createTicket(newTicket('late'), first, answer)).toBe('claim-lost');
        expect(await store.createTicket(newTicket('second'), second, answer)).toBe('created');
        expect(await listed(store)).toEqual(['id of second']);
      });

      test('frees a key that was given up, but never one that was answered', async () => {
        const claim = await claimFor('k');
        await store.releaseKey(claim);
        await claimFor('k');
        await create('a');
        await store.releaseKey({ id: 'key of a', owner: 'owner of key of a' });
        const again = { id: 'key of a', owner: 'other', bodyHash: 'body', now: 2_000, leaseMs: 5_000 };
        expect(await store.claimKey(again)).toMatchObject({ kind: 'answered' });
      });

      test('gives each of many concurrent claims on one key to one of them', async () => {
        const results = await Promise.all(
          Array.from({ length: 50 }, (_, index) =>
            store.claimKey({ id: 'k', owner: `${index}`, bodyHash: 'body', now: 1_000, leaseMs: 5_000 }),
          ),
        );
        expect(results.filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
        expect(results.filter(({ kind }) => kind === 'in-flight')).toHaveLength(49);
      });
    });

    describe('tickets', () => {
      test('keeps a ticket with its first message and finds it by capability and by id', async () => {
        expect(await create('a', { name: 'Ada', address: 'ada@example.com', held: true })).toBe('created');
        const thread = await store.threadByCapability('capability of a');
        expect(thread).toEqual(await store.ticketById('id of a'));
        expect(thread).toEqual({
          ticket: {
            id: 'id of a',
            reference: 'reference of a',
            status: 'new',
            tier: 1,
            priority: 'normal',
            group: 'front-line',
            rule: 'everything-else',
            exhausted: 0,
            verified: false,
            topic: 'other',
            locale: 'en',
            name: 'Ada',
            address: 'ada@example.com',
            excerpt: 'excerpt',
            held: true,
            createdAt: 1_000,
            updatedAt: 1_000,
            firstReplyBy: 9_000,
            resolveBy: 20_000,
            firstRepliedAt: undefined,
          },
          reasons: [{ code: 'first-human' }],
          context: [{ kind: 'search', id: 's', query: 'words', results: 2 }],
          messages: [{ id: 'first of a', from: 'requester', name: undefined, text: 'text of a', at: 1_000 }],
        });
      });

      test('finds nothing for what nobody was given', async () => {
        await create('a');
        expect(await store.threadByCapability('id of a')).toBeUndefined();
        expect(await store.ticketById('capability of a')).toBeUndefined();
      });

      test('refuses a reference that is taken, keeps nothing of that try, and lets it try another', async () => {
        await create('a');
        const claim = await claimFor('key of b');
        const answer = { status: 201, body: '' };
        const taken = newTicket('b', { reference: 'reference of a' });
        expect(await store.createTicket(taken, claim, answer)).toBe('reference-taken');
        expect(await listed(store)).toEqual(['id of a']);
        expect(await store.createTicket(newTicket('b'), claim, answer)).toBe('created');
      });

      test('creates nothing a second time under one claim', async () => {
        await create('a');
        const claim = { id: 'key of a', owner: 'owner of key of a' };
        await store.createTicket(newTicket('b'), claim, { status: 201, body: '' });
        expect(await listed(store)).toEqual(['id of a']);
      });

      test('keeps any text a request can carry as it is', async () => {
        let count = 0;
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), async (text) => {
            count += 1;
            await create(`${count}`, { message: { id: `m${count}`, text } });
            expect((await store.ticketById(`id of ${count}`))?.messages[0]?.text).toBe(text);
          }),
          { numRuns: 60, examples: [['\u0000 after a zero'], ["'); drop table ticket; --"], ['\r\n\t']] },
        );
      });

      test('lists newest activity first, page by page, without gaps or repeats', async () => {
        for (let index = 0; index < 23; index += 1) {
          await create(`${index}`, { createdAt: 1_000 + Math.floor(index / 4), status: index % 2 ? 'new' : 'open' });
        }
        for (const status of [undefined, 'new', 'open'] as const) {
          const all = await store.listTickets({ status, before: undefined, limit: 100 });
          const order = all.map(({ updatedAt, id }) => ({ updatedAt, id }));
          expect(order).toEqual([...order].sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1)));
          expect(all).toHaveLength(status === undefined ? 23 : status === 'new' ? 11 : 12);
          const paged: string[] = [];
          let before: { updatedAt: number; id: string } | undefined;
          do {
            const page = await store.listTickets({ status, before, limit: 5 });
            paged.push(...page.map(({ id }) => id));
            before = page.at(-1);
          } while (before);
          expect(paged).toEqual(all.map(({ id }) => id));
        }
      });

      test('lists those of a tier, of a group and of a status, each and together', async () => {
        await create('a', { group: 'front-line', tier: 1 });
        await create('b', { group: 'exports', tier: 2 });
        await create('c', { group: 'engines', tier: 2, status: 'open' });
        const ids = async (query: Parameters<Store['listTickets']>[0]) =>
          (await store.listTickets(query)).map(({ id }) => id).sort();
        const all = { before: undefined, limit: 9 };
        expect(await ids({ ...all, tier: 2 })).toEqual(['id of b', 'id of c']);
        expect(await ids({ ...all, group: 'exports' })).toEqual(['id of b']);
        expect(await ids({ ...all, tier: 2, status: 'open' })).toEqual(['id of c']);
        expect(await ids({ ...all, group: 'nobody' })).toEqual([]);
      });

      test('sets a status, but a closed ticket stays closed and an unknown one is unknown', async () => {
        await create('a');
        expect(await store.setStatus('id of a', 'solved', 3_000)).toBe('set');
        expect((await store.ticketById('id of a'))?.ticket).toMatchObject({ status: 'solved', updatedAt: 3_000 });
        expect(await store.setStatus('id of a', 'closed', 3_000)).toBe('set');
        expect(await store.setStatus('id of a', 'open', 4_000)).toBe('closed');
        expect(await store.setStatus('nobody', 'open', 4_000)).toBe('unknown');
      });
    });

    describe('messages', () => {
      test.each([
        ['new', 'new'],
        ['open', 'open'],
        ['pending', 'open'],
        ['on-hold', 'on-hold'],
        ['solved', 'open'],
      ] as const)('makes a %s ticket %s when its requester writes', async (before, after) => {
        await create('a', { status: before });
        expect(await store.appendMessage('capability of a', await appendOf('m'))).toBe('appended');
        const thread = await store.threadByCapability('capability of a');
        expect(thread?.ticket).toMatchObject({ status: after, updatedAt: 2_000, firstRepliedAt: undefined });
        expect(thread?.messages.map(({ id }) => id)).toEqual(['first of a', 'm']);
      });

      test('notes the first reply of an agent and sets the status with it', async () => {
        await create('a');
        const first = await appendOf('r1', { from: 'agent', name: 'Mo', at: 2_000 });
        expect(await store.agentReply('id of a', 'pending', first)).toBe('appended');
        const second = await appendOf('r2', { from: 'agent', name: 'Mo', at: 3_000 });
        expect(await store.agentReply('id of a', 'solved', second)).toBe('appended');
        const thread = await store.ticketById('id of a');
        expect(thread?.ticket).toMatchObject({ status: 'solved', firstRepliedAt: 2_000, updatedAt: 3_000 });
        expect(thread?.messages.at(1)).toMatchObject({ from: 'agent', name: 'Mo' });
      });

      test('takes no message for a closed or an unknown ticket', async () => {
        await create('a', { status: 'closed' });
        expect(await store.appendMessage('capability of a', await appendOf('m1'))).toBe('closed');
        expect(await store.appendMessage('nobody', await appendOf('m2'))).toBe('unknown');
        expect(await store.agentReply('id of a', 'open', await appendOf('m3'))).toBe('closed');
        expect(await store.agentReply('nobody', 'open', await appendOf('m4'))).toBe('unknown');
        expect((await store.ticketById('id of a'))?.messages).toHaveLength(1);
      });

      test('takes no message under a claim that another attempt took over', async () => {
        await create('a');
        const lost = await appendOf('m');
        const taken = { id: 'key of m', owner: 'other', bodyHash: 'body', now: 6_000, leaseMs: 5_000 };
        expect(await store.claimKey(taken)).toEqual({ kind: 'claimed' });
        expect(await store.appendMessage('capability of a', lost)).toBe('claim-lost');
        expect(await store.agentReply('id of a', 'open', lost)).toBe('claim-lost');
      });

      test('keeps every one of many messages at the same time, in one order', async () => {
        await create('a');
        const appends = await Promise.all(Array.from({ length: 40 }, (_, index) => appendOf(`m${index}`)));
        await Promise.all(appends.map((append) => store.appendMessage('capability of a', append)));
        const ids = (await store.ticketById('id of a'))?.messages.map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set(['first of a', ...appends.map(({ message }) => message.id)]));
      });
    });

    describe('sessions', () => {
      test('turns a sign-in link into one session, once, in time', async () => {
        await store.createSignInLink({ tokenHash: 'link', agent: 'Mo', expiresAt: 5_000 });
        const redeem = { tokenHash: 'link', sessionExpiresAt: 9_000, now: 4_999 };
        const results = await Promise.all(
          ['s1', 's2', 's3'].map((sessionHash) => store.redeemSignInLink({ ...redeem, sessionHash })),
        );
        expect(results.filter((name) => name === 'Mo')).toHaveLength(1);
        const sessions = await Promise.all(['s1', 's2', 's3'].map((hash) => store.findSession(hash, 8_999)));
        expect(sessions.filter(Boolean)).toEqual([{ agent: 'Mo' }]);
      });

      test('refuses a link that is old or unknown', async () => {
        await store.createSignInLink({ tokenHash: 'link', agent: 'Mo', expiresAt: 5_000 });
        const late = { tokenHash: 'link', sessionHash: 's', sessionExpiresAt: 9_000, now: 5_000 };
        expect(await store.redeemSignInLink(late)).toBeUndefined();
        expect(await store.redeemSignInLink({ ...late, tokenHash: 'other', now: 1 })).toBeUndefined();
        expect(await store.findSession('s', 1)).toBeUndefined();
      });

      test('ends a session when asked and when its time is over', async () => {
        for (const name of ['a', 'b']) {
          await store.createSignInLink({ tokenHash: name, agent: 'Mo', expiresAt: 5_000 });
          await store.redeemSignInLink({ tokenHash: name, sessionHash: `s${name}`, sessionExpiresAt: 9_000, now: 1 });
        }
        await store.endSession('sa');
        expect(await store.findSession('sa', 1)).toBeUndefined();
        expect(await store.findSession('sb', 8_999)).toEqual({ agent: 'Mo' });
        expect(await store.findSession('sb', 9_000)).toBeUndefined();
      });
    });

    describe('rates', () => {
      const hit = (now: number, key = 'k') => store.hitRate({ key, limit: 5, windowMs: 1_000, now });

      test('allows so many hits in a window and says when the next one fits', async () => {
        for (let index = 0; index < 5; index += 1) expect(await hit(10_000)).toEqual({ allowed: true });
        const denied = await hit(10_400);
        expect(denied.allowed).toBe(false);
        const wait = denied.allowed ? 0 : denied.retryAfterMs;
        expect((await hit(10_400 + wait - 2)).allowed).toBe(false);
        expect((await hit(10_400 + wait)).allowed).toBe(true);
        expect((await hit(10_400, 'another')).allowed).toBe(true);
      });

      test('never allows more than the limit within any window-long span by its own estimate', async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(fc.nat(400), { minLength: 1, maxLength: 60 }), fc.uuid(), async (gaps, key) => {
            let now = 50_000;
            const allowed: number[] = [];
            for (const gap of gaps) {
              now += gap;
              const result = await hit(now, key);
              if (result.allowed) allowed.push(now);
              else if (result.retryAfterMs > 2) {
                expect((await hit(now + result.retryAfterMs - 2, key)).allowed).toBe(false);
              }
            }
            const busiest = allowed.map((end) => allowed.filter((at) => at > end - 1_000 && at <= end).length);
            // Two fixed windows estimate a sliding one: at worst, the hits of the first stood at its end.
            expect(Math.max(...busiest)).toBeLessThanOrEqual(10);
          }),
          { numRuns: 40 },
        );
      });
    });

    test('keeps feedback, answers for its health, and forgets what has expired', async () => {
      await store.recordFeedback({
        document: 'article:a',
        locale: 'en',
        helpful: false,
        reason: 'wrong',
        words: undefined,
        at: 1,
      });
      await store.health();
      await create('a');
      await store.createSignInLink({ tokenHash: 'link', agent: 'Mo', expiresAt: 5_000 });
      await store.hitRate({ key: 'k', limit: 1, windowMs: 1_000, now: 10_000 });
      await store.sweep({ now: 6_000, keysBefore: 999, ratesBefore: 10_000 });
      const again = { id: 'key of a', owner: 'other', bodyHash: 'body', now: 9_000, leaseMs: 5_000 };
      expect(await store.claimKey(again)).toMatchObject({ kind: 'answered' });
      expect((await store.hitRate({ key: 'k', limit: 1, windowMs: 1_000, now: 10_000 })).allowed).toBe(false);
      await store.sweep({ now: 6_000, keysBefore: 1_001, ratesBefore: 10_001 });
      expect(await store.claimKey(again)).toEqual({ kind: 'claimed' });
      expect((await store.hitRate({ key: 'k', limit: 1, windowMs: 1_000, now: 10_000 })).allowed).toBe(true);
      expect(await listed(store)).toEqual(['id of a']);
    });
  });
}

const listed = async (store: Store): Promise<string[]> =>
  (await store.listTickets({ status: undefined, before: undefined, limit: 100 })).map(({ id }) => id);

const newTicket = (name: string, change: Partial<NewTicket> = {}): NewTicket => ({
  id: `id of ${name}`,
  reference: `reference of ${name}`,
  capabilityHash: `capability of ${name}`,
  status: 'new',
  tier: 1,
  priority: 'normal',
  group: 'front-line',
  rule: 'everything-else',
  exhausted: 0,
  verified: false,
  reasons: [{ code: 'first-human' }],
  topic: 'other',
  locale: 'en',
  name: undefined,
  address: undefined,
  excerpt: 'excerpt',
  context: [{ kind: 'search', id: 's', query: 'words', results: 2 }],
  held: false,
  createdAt: 1_000,
  firstReplyBy: 9_000,
  resolveBy: 20_000,
  message: { id: `first of ${name}`, text: `text of ${name}` },
  ...change,
});
