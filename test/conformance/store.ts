import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, TicketEvent } from '../../api/contract/event.ts';
import type {
  Claim,
  NewTicket,
  Person,
  PersonChange,
  RelatedQuery,
  ReportPage,
  Store,
  StoredHandover,
  StoredInvitation,
  StoredMessage,
  TicketChange,
} from '../../api/store/store.ts';

/** As if somebody had written into the database. */
const unreadable = JSON.parse('{"context":[{"kind":"nothing"}]}');
const told = { id: 'i', titles: { en: 'A' }, texts: { en: 'B' }, topic: 'other', author: { id: 'mo', name: 'Mo' } };

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
    /** A change of a ticket as it is now, with what a test says of it. */
    const changeOf = async (name: string, change: Partial<TicketChange> = {}): Promise<TicketChange> => ({
      id: crypto.randomUUID(),
      ticketId: `id of ${name}`,
      version: (await store.ticketById(`id of ${name}`))?.ticket.version ?? 0,
      at: 2_000,
      set: {},
      events: [],
      ...change,
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
        expect(thread).toEqual(await store.ticketByReference('reference of a'));
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
            nextReplyBy: undefined,
            dueBy: 9_000,
            lookAt: 5_000,
            version: 0,
            assignee: undefined,
            cause: undefined,
            tags: [],
            mergedInto: undefined,
            transfers: 0,
            leadAsked: false,
            issue: undefined,
          },
          reasons: [{ code: 'first-human' }],
          context: [{ kind: 'search', id: 's', query: 'words', results: 2 }],
          messages: [{ id: 'first of a', from: 'requester', name: undefined, text: 'text of a', at: 1_000 }],
          notes: [],
          handovers: [],
          events: [{ seq: expect.any(Number), at: 1_000, actor: { kind: 'requester' }, event: created }],
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

      test('keeps the tags that a ticket comes with', async () => {
        await create('a', { tags: ['reason:covered', 'walkthrough:invite'] });
        expect((await store.ticketById('id of a'))?.ticket.tags).toEqual(['reason:covered', 'walkthrough:invite']);
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
    });

    describe('tickets that may belong together', () => {
      const search = (query: string): NewTicket['context'] => [{ kind: 'search', id: 's', query, results: 0 }];
      const relatedTo = async (query: Partial<RelatedQuery> = {}) =>
        (
          await store.relatedTickets({
            ticketId: 'id of a',
            since: 0,
            address: 'ada@example.com',
            topic: 'other',
            searches: ['Sync  fails '],
            among: 9,
            limit: 9,
            ...query,
          })
        ).map(({ id }) => id);

      beforeEach(async () => {
        const of = (createdAt: number, change: Partial<NewTicket>) => ({ createdAt, context: [], ...change });
        await create('a', of(5_000, { address: 'ada@example.com', context: search('sync  fails') }));
        await create('b', of(1_000, { address: 'ADA@example.com', topic: 'billing' }));
        await create('c', of(2_000, { address: 'bo@example.com', context: search(' SYNC  fails') }));
        await create('d', of(3_000, { context: search('sync  fails'), topic: 'billing' }));
        await create('e', of(4_000, { context: search('another') }));
        await create('f', of(6_000, { address: 'ada@example.com', held: true }));
        await create('g', of(7_000, { address: 'ada@example.com', group: 'exports' }));
      });

      test('are those of the same address, or of the same topic after the same search, the newest first', async () => {
        expect(await relatedTo()).toEqual(['id of g', 'id of c', 'id of b']);
      });

      test('are found without an address, and without a search', async () => {
        expect(await relatedTo({ address: undefined })).toEqual(['id of c']);
        expect(await relatedTo({ searches: [] })).toEqual(['id of g', 'id of b']);
        expect(await relatedTo({ address: undefined, searches: [] })).toEqual([]);
      });

      test('are those of the time and the groups that are asked for, and not more than that', async () => {
        expect(await relatedTo({ since: 1_000 })).toEqual(['id of g', 'id of c']);
        expect(await relatedTo({ groups: ['exports'] })).toEqual(['id of g']);
        expect(await relatedTo({ groups: [] })).toEqual([]);
        expect(await relatedTo({ limit: 1 })).toEqual(['id of g']);
      });

      test('are looked for among the newest of a topic that many write about, whatever their address', async () => {
        // The newest of the topic: g, f, a, e, c.
        expect(await relatedTo({ among: 5 })).toEqual(['id of g', 'id of c', 'id of b']);
        expect(await relatedTo({ among: 4 })).toEqual(['id of g', 'id of b']);
      });
    });

    describe('changes', () => {
      test('sets what is named, leaves the rest, and counts up the version', async () => {
        await create('a', { name: 'Ada' });
        const before = (await store.ticketById('id of a'))?.ticket;
        const set = {
          status: 'solved',
          cause: 'answered',
          tags: ['csp', 'react'],
          leadAsked: true,
          resolveBy: undefined,
        } as const;
        const change = await changeOf('a', { set: { ...set, tags: [...set.tags] }, at: 3_000 });
        expect(await store.changeTickets([change])).toBe('changed');
        expect((await store.ticketById('id of a'))?.ticket).toEqual({
          ...before,
          ...set,
          updatedAt: 3_000,
          version: 1,
        });
      });

      test('keeps message, note and events of a change, in order, with who did it', async () => {
        await create('a');
        const note = { id: 'n', author: { id: 'mo', name: 'Mo' }, text: 'a note', at: 2_000 };
        const change = await changeOf('a', {
          message: messageOf('m', { from: 'agent', name: 'Mo' }),
          note,
          events: [
            { actor: mo, event: { kind: 'message', message: 'm' } },
            { actor: mo, event: { kind: 'noted', note: 'n' } },
            { actor: { kind: 'system' }, event: { kind: 'lead-asked', why: 'breach', metric: 'first-reply' } },
          ],
        });
        expect(await store.changeTickets([change])).toBe('changed');
        const thread = await store.ticketById('id of a');
        expect(thread?.messages.map(({ id }) => id)).toEqual(['first of a', 'm']);
        expect(thread?.notes).toEqual([note]);
        expect(thread?.events.slice(1).map(({ actor, event }) => ({ actor, event }))).toEqual(change.events);
        const seqs = thread?.events.map(({ seq }) => seq) ?? [];
        expect(seqs).toEqual([...new Set(seqs)].sort((one, other) => one - other));
        expect(await store.threadByCapability('capability of a')).toEqual(thread);
      });

      test('keeps the handovers of a change, in order, with who wrote them, and none of a stale one', async () => {
        await create('a');
        const handover = (id: string, change: Partial<StoredHandover> = {}): StoredHandover => ({
          id,
          at: 2_000,
          author: mo,
          from: { tier: 1, group: 'front-line' },
          to: { tier: 2, group: 'exports' },
          difference: { set: { problem: 'It fails' }, added: {}, gone: ['goal'] },
          missing: [],
          ...change,
        });
        const handovers = [handover('z'), handover('a', { author: { kind: 'system' }, missing: ['goal', 'impact'] })];
        const old = await changeOf('a', { handovers: [handover('late')] });
        expect(await store.changeTickets([await changeOf('a', { handovers })])).toBe('changed');
        expect(await store.changeTickets([old])).toBe('stale');
        expect((await store.ticketById('id of a'))?.handovers).toEqual(handovers);
        expect((await store.threadByCapability('capability of a'))?.handovers).toEqual(handovers);
      });

      test('moves a ticket and gives it to somebody as one, or does neither', async () => {
        await create('a');
        await store.changeTickets([await changeOf('a', { set: { assignee: 'bo' } })]);
        const place = (tier: 1 | 2, group: string) => ({ tier, group, priority: 'normal' as const });
        const given = await changeOf('a', {
          set: { tier: 2, group: 'exports', assignee: 'mo' },
          events: [
            {
              actor: mo,
              event: { kind: 'placed', from: place(1, 'front-line'), to: place(2, 'exports'), why: 'handed-over' },
            },
            { actor: mo, event: { kind: 'assigned', from: 'bo', to: 'mo' } },
          ],
        });
        const late = await changeOf('a', { ...given, id: 'late', set: { group: 'other', assignee: 'cy' } });
        expect(await store.changeTickets([given])).toBe('changed');
        expect(await store.changeTickets([late])).toBe('stale');
        const thread = await store.ticketById('id of a');
        expect(thread?.ticket).toMatchObject({ tier: 2, group: 'exports', assignee: 'mo' });
        expect(thread?.events.slice(1).map(({ actor, event }) => ({ actor, event }))).toEqual(given.events);
      });

      test('moves a ticket up in the list only when something happened, never down', async () => {
        await create('a');
        const at = async () => (await store.ticketById('id of a'))?.ticket.updatedAt;
        await store.changeTickets([await changeOf('a', { at: 3_000, isActivity: false })]);
        expect(await at()).toBe(1_000);
        await store.changeTickets([await changeOf('a', { at: 3_000 })]);
        await store.changeTickets([await changeOf('a', { at: 2_000 })]);
        expect(await at()).toBe(3_000);
      });

      test('does nothing of a change that was decided by an older version', async () => {
        await create('a');
        const one = await changeOf('a', { set: { status: 'open' } });
        const other = await changeOf('a', {
          set: { status: 'solved' },
          events: [statusEvent],
          message: messageOf('m'),
        });
        expect(await store.changeTickets([one])).toBe('changed');
        expect(await store.changeTickets([other])).toBe('stale');
        const thread = await store.ticketById('id of a');
        expect(thread?.ticket.status).toBe('open');
        expect([thread?.messages.length, thread?.events.length]).toEqual([1, 1]);
      });

      test('lets one of many changes through that were decided at the same time', async () => {
        await create('a');
        const changes = await Promise.all(Array.from({ length: 30 }, () => changeOf('a', { events: [statusEvent] })));
        const results = await Promise.all(changes.map((change) => store.changeTickets([change])));
        expect(results.filter((result) => result === 'changed')).toHaveLength(1);
        expect((await store.ticketById('id of a'))?.events).toHaveLength(2);
      });

      test('changes several tickets or none of them', async () => {
        for (const name of ['a', 'b', 'c']) await create(name);
        const all = async (change: Partial<TicketChange>): Promise<[TicketChange, ...TicketChange[]]> => [
          await changeOf('a', change),
          await changeOf('b', change),
          await changeOf('c', change),
        ];
        const late = await all({ set: { status: 'solved' }, events: [statusEvent] });
        expect(await store.changeTickets([await changeOf('c', { set: { status: 'open' } })])).toBe('changed');
        expect(await store.changeTickets(late)).toBe('stale');
        const read = () => Promise.all(['a', 'b', 'c'].map((name) => store.ticketById(`id of ${name}`)));
        expect((await read()).map((thread) => thread?.ticket.status)).toEqual(['new', 'new', 'open']);
        expect((await read()).map((thread) => thread?.events.length)).toEqual([1, 1, 1]);
        expect(await store.changeTickets(await all({ set: { status: 'solved' }, events: [statusEvent] }))).toBe(
          'changed',
        );
        expect((await read()).map((thread) => thread?.ticket.status)).toEqual(['solved', 'solved', 'solved']);
        expect((await read()).map((thread) => thread?.events.length)).toEqual([2, 2, 2]);
      });

      test('keeps the answer of a claim with the change, and does nothing once another attempt has the claim', async () => {
        await create('a');
        const claim = await claimFor('k');
        const answer = { status: 201, body: 'answer of k' };
        expect(await store.changeTickets([await changeOf('a')], { claim, answer })).toBe('changed');
        const again = { id: 'k', owner: 'other', bodyHash: 'body', now: 2_000, leaseMs: 5_000 };
        expect(await store.claimKey(again)).toEqual({ kind: 'answered', answer, ticketId: 'id of a' });
        expect(await store.changeTickets([await changeOf('a', { message: messageOf('m') })], { claim, answer })).toBe(
          'claim-lost',
        );

        const lost = await claimFor('l');
        const taken = { id: 'l', owner: 'other', bodyHash: 'body', now: 6_000, leaseMs: 5_000 };
        expect(await store.claimKey(taken)).toEqual({ kind: 'claimed' });
        expect(
          await store.changeTickets([await changeOf('a', { message: messageOf('m') })], { claim: lost, answer }),
        ).toBe('claim-lost');
        expect((await store.ticketById('id of a'))?.messages).toHaveLength(1);
      });

      test('does not keep the answer of a change that was stale, so that it can be decided again', async () => {
        await create('a');
        const claim = await claimFor('k');
        const answer = { status: 201, body: '' };
        const old = await changeOf('a');
        await store.changeTickets([await changeOf('a')]);
        expect(await store.changeTickets([old], { claim, answer })).toBe('stale');
        expect(await store.changeTickets([await changeOf('a')], { claim, answer })).toBe('changed');
      });

      test('names the tickets to look at, the longest overdue first', async () => {
        await create('a', { lookAt: 3_000 });
        await create('b', { lookAt: 2_000 });
        await create('c', { lookAt: 4_000 });
        await create('d', { lookAt: undefined });
        expect(await store.ticketsToLookAt(1_999, 9)).toEqual([]);
        expect(await store.ticketsToLookAt(3_000, 9)).toEqual(['id of b', 'id of a']);
        expect(await store.ticketsToLookAt(9_000, 2)).toEqual(['id of b', 'id of a']);
        await store.changeTickets([await changeOf('b', { set: { lookAt: undefined } })]);
        expect(await store.ticketsToLookAt(9_000, 9)).toEqual(['id of a', 'id of c']);
      });

      test('puts off a ticket that cannot be read, longer each time, until something changes it', async () => {
        const minute = 60_000;
        await create('a', { ...unreadable, lookAt: 1_000 });
        await create('b', { lookAt: 2_000 });
        await expect(store.ticketById('id of a')).rejects.toThrow();
        const put = async (name: string, now: number) => (await store.putOff({ ticket: `id of ${name}`, now }))?.lookAt;
        expect(await store.putOff({ ticket: 'id of a', now: 1_000 })).toEqual({
          reference: 'reference of a',
          failures: 1,
          lookAt: 1_000 + minute,
        });
        expect(await store.ticketsToLookAt(1_000 + minute - 1, 9)).toEqual(['id of b']);
        expect(await store.ticketsToLookAt(1_000 + minute, 9)).toEqual(['id of b', 'id of a']);
        expect(await put('a', 0)).toBe(2 * minute);
        for (let times = 0; times < 80; times += 1) await put('a', 0);
        expect(await put('a', 0)).toBe(360 * minute);
        expect([await put('b', 0), await put('b', 0)]).toEqual([minute, 2 * minute]);
        await store.changeTickets([await changeOf('b', { set: { lookAt: 5_000 } })]);
        expect(await put('b', 0)).toBe(minute);
        expect(await put('nobody', 0)).toBeUndefined();
      });

      test('gets past 250 tickets at the head that cannot be read, of those to look at and of those to answer', async () => {
        await store.keepIssue({ ...told, createdAt: 0 });
        for (let index = 0; index < 250; index += 1)
          await create(`${index}`, { ...unreadable, issue: 'i', lookAt: 1_000, createdAt: index });
        await create('last', { issue: 'i', lookAt: 2_000, createdAt: 999 });
        await store.solveIssue({ id: 'i', answers: told.texts, solver: told.author, at: 2_000 });
        const now = 3_000;
        const lists = [
          () => store.ticketsToLookAt(now, 200),
          async () => (await store.issueAnswersLeft({ now, limit: 200 })).map(({ ticket }) => ticket),
        ];
        for (const list of lists) {
          const before = await list();
          expect(before).toHaveLength(200);
          expect(before).not.toContain('id of last');
        }
        for (const ticket of (await lists[0]?.()) ?? []) await store.putOff({ ticket, now });
        for (const list of lists) {
          expect(await list()).toHaveLength(51);
          expect((await list()).at(-1)).toBe('id of last');
        }
      });
    });

    describe('what a report reads', () => {
      const read = async (change: Partial<ReportPage> = {}) =>
        store.ticketsForReport({ from: 1_000, until: 9_000, after: undefined, limit: 100, ...change });
      const idsOf = async (change?: Partial<ReportPage>) => (await read(change)).map(({ id }) => id);

      test('is what counts of everything that happened to a ticket, in order', async () => {
        await create('a');
        await create('b');
        const events = [
          { actor: mo, event: { kind: 'message', message: 'm1' } },
          { actor: mo, event: { kind: 'noted', note: 'n1' } },
          { actor: system, event: warnedEvent(50) },
          { actor: system, event: warnedEvent(100) },
          statusEvent,
        ] as const;
        await store.changeTickets([await changeOf('a', { events: [...events], set: { status: 'solved' } })]);
        const later = { at: 2_000, byRequester: false };
        const first = { at: 1_000, byRequester: true, event: created };
        expect(await read()).toEqual([
          {
            id: 'id of a',
            events: [
              first,
              { ...later, event: { kind: 'message', message: '' } },
              { ...later, event: warnedEvent(100) },
              { ...later, event: statusEvent.event },
            ],
          },
          { id: 'id of b', events: [first] },
        ]);
      });

      test('comes in pages that leave out nothing and repeat nothing', async () => {
        for (let count = 0; count < 7; count += 1) await create(`${count}`);
        const found: string[] = [];
        for (let after: string | undefined; ; after = found.at(-1)) {
          const page = await idsOf({ after, limit: 3 });
          found.push(...page);
          if (page.length < 3) break;
        }
        expect(found).toEqual(Array.from({ length: 7 }, (_, count) => `id of ${count}`));
      });

      test('leaves out what came in later, what was over before, and what is held', async () => {
        await create('late', { createdAt: 9_000 });
        await create('in time', { createdAt: 8_999 });
        await create('held', { held: true });
        await create('over');
        await create('long open');
        await store.changeTickets([await changeOf('over', { events: [statusEvent], set: { status: 'closed' } })]);
        expect(await idsOf()).toEqual(['id of in time', 'id of long open', 'id of over']);
        expect(await idsOf({ from: 2_000 })).toContain('id of over');
        expect(await idsOf({ from: 2_001 })).toEqual(['id of in time', 'id of long open']);
      });
    });

    describe('known issues', () => {
      const issue = {
        id: 'i',
        titles: { en: 'Exports hang', de: 'Exporte hängen' },
        texts: { en: 'It is being worked on.', de: 'Daran wird gearbeitet.' },
        topic: 'other',
        author: { id: 'mo', name: 'Mo' },
        createdAt: 1_000,
      };
      const by = { actor: { id: 'bo', name: 'Bo' }, at: 2_000 };
      const solve = { id: 'i', answers: { en: 'It is mended.' }, solver: { id: 'ada', name: 'Ada' }, at: 3_000 };
      const joinIssue = async (name: string, set: TicketChange['set'] = {}) =>
        store.changeTickets([await changeOf(name, { set: { issue: 'i', ...set } })]);

      test('announces an id once', async () => {
        expect(await Promise.all([1, 2, 3].map(() => store.keepIssue(issue)))).toEqual([true, false, false]);
        expect(await store.keepIssue({ ...issue, titles: { en: 'Another' } })).toBe(false);
        expect(await store.issueById('i')).toEqual({
          ...issue,
          state: 'working',
          answers: {},
          updatedAt: 1_000,
          solver: undefined,
          solvedAt: undefined,
          people: 0,
          left: 0,
        });
        expect(await store.issueById('j')).toBeUndefined();
      });

      test('changes what is said as it was read, and notes no change that it refuses', async () => {
        await store.keepIssue(issue);
        const edit = { id: 'i', titles: { en: 'Slow' }, texts: { en: 'Soon.' }, topic: 'billing', by };
        expect(await store.editIssue({ ...edit, seen: 1_000 })).toBe(true);
        expect(await store.editIssue({ ...edit, titles: { en: 'Late' }, seen: 1_000 })).toBe(false);
        // Of two in the same millisecond, the second has another time.
        expect(await store.editIssue({ ...edit, titles: { en: 'Next' }, seen: 2_000 })).toBe(true);
        expect(await store.issueById('i')).toMatchObject({ titles: { en: 'Next' }, updatedAt: 2_001 });
      });

      test('changes what is said as long as it is in work, and takes one answer', async () => {
        await store.keepIssue(issue);
        const edit = { id: 'i', titles: { en: 'Slow' }, texts: { en: 'Soon.' }, topic: 'billing', by };
        expect(await store.editIssue(edit)).toBe(true);
        const solved = await Promise.all(
          ['It is mended.', 'No.'].map((en) => store.solveIssue({ ...solve, answers: { en } })),
        );
        expect(solved).toEqual([true, false]);
        expect(await store.editIssue({ ...edit, titles: { en: 'Late' } })).toBe(false);
        expect(await store.issueById('i')).toMatchObject({
          state: 'solved',
          titles: { en: 'Slow' },
          answers: { en: 'It is mended.' },
          solver: { id: 'ada', name: 'Ada' },
          solvedAt: 3_000,
          updatedAt: 3_000,
        });
        expect(await store.editIssue({ ...edit, id: 'j' })).toBe(false);
        expect(await store.solveIssue({ ...solve, id: 'j' })).toBe(false);
      });

      test('notes who announced, edited and solved it with what was told before and after, once each', async () => {
        const before = { topic: 'other', titles: issue.titles, texts: issue.texts };
        const edited = { topic: 'billing', titles: { en: 'Slow „“ \u2028' }, texts: { en: 'Soon.' } };
        await Promise.all([1, 2].map(() => store.keepIssue(issue)));
        await store.editIssue({ id: 'i', ...before, by });
        await store.editIssue({ id: 'i', ...edited, by });
        await store.editIssue({ id: 'i', ...edited, by: { ...by, at: 2_500 } });
        await Promise.all([1, 2].map(() => store.solveIssue(solve)));
        await store.editIssue({ id: 'i', ...before, by });
        await store.solveIssue({ ...solve, id: 'j' });
        const entry = { about: 'issue', issue: 'i' };
        const log = await store.audit({ before: undefined, limit: 9 });
        expect(log).toMatchObject([
          { ...entry, ...{ kind: 'issue-solved', actor: solve.solver, at: 3_000, before: edited } },
          { ...entry, kind: 'issue-edited', actor: by.actor, at: 2_000, before, after: edited },
          { ...entry, kind: 'issue-announced', actor: issue.author, at: 1_000, before: undefined, after: before },
        ]);
        expect(log[0]).toMatchObject({ after: { ...edited, answers: solve.answers } });
        expect(await store.audit({ before: undefined, limit: 9, person: 'bo' })).toEqual([log[1]]);
        expect(await store.audit({ before: undefined, limit: 9, ticket: 'i' })).toEqual([]);
      });

      test('lists what is in work before what was solved since', async () => {
        for (const [place, id] of ['i', 'j', 'k'].entries()) await store.keepIssue({ ...issue, id, createdAt: place });
        await store.solveIssue({ ...solve, id: 'k' });
        const ids = async (solvedSince: number, limit = 9) =>
          (await store.listIssues({ solvedSince, limit })).map(({ id }) => id);
        expect(await ids(3_000)).toEqual(['j', 'i', 'k']);
        expect(await ids(3_001)).toEqual(['j', 'i']);
        expect(await ids(0, 1)).toEqual(['j']);
      });

      test('counts people, not machines and repetitions, and names who still gets the answer', async () => {
        await store.keepIssue(issue);
        for (const name of ['a', 'b', 'c', 'd', 'e']) await create(name, { createdAt: 1_000 + name.charCodeAt(0) });
        await joinIssue('a');
        await joinIssue('b', { status: 'closed' });
        await joinIssue('c', { held: true });
        await joinIssue('d', { mergedInto: 'id of a' });
        expect(await store.issueById('i')).toMatchObject({ people: 2, left: 2 });
        expect(await store.issueAnswersLeft({ now: 4_000, limit: 9 })).toEqual([]);
        await store.solveIssue(solve);
        const left = ['a', 'd'].map((name) => ({ issue: 'i', ticket: `id of ${name}` }));
        expect(await store.issueAnswersLeft({ now: 4_000, limit: 9 })).toEqual(left);
        expect(await store.issueAnswersLeft({ now: 4_000, limit: 1 })).toEqual(left.slice(0, 1));
        await store.changeTickets([await changeOf('a', { message: messageOf('i.id of a', { from: 'agent' }) })]);
        expect(await store.issueAnswersLeft({ now: 4_000, limit: 9 })).toEqual(left.slice(1));
        expect(await store.issueById('i')).toMatchObject({ people: 2, left: 1 });
        const joined = await store.ticketsOfIssue({ id: 'i', limit: 9 });
        expect(joined.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'].map((name) => `id of ${name}`));
        expect(await store.ticketsOfIssue({ id: 'i', groups: ['nobody'], limit: 9 })).toEqual([]);
      });

      test('keeps a ticket that joins as it comes in', async () => {
        await store.keepIssue(issue);
        await create('a', { issue: 'i' });
        expect((await store.ticketById('id of a'))?.ticket.issue).toBe('i');
      });

      test('gives what is not done since then with its first message, of some groups alone where asked', async () => {
        await create('a', { createdAt: 1_000 });
        await create('b', { createdAt: 2_000, group: 'exports' });
        await create('c', { createdAt: 3_000, status: 'solved' });
        await create('d', { createdAt: 3_000, held: true });
        await create('e', { createdAt: 3_000 });
        await store.changeTickets([await changeOf('e', { set: { mergedInto: 'id of a' } })]);
        const ids = async (query: Parameters<Store['unsolvedTickets']>[0]) =>
          (await store.unsolvedTickets(query)).map(({ ticket }) => ticket.id);
        expect(await ids({ since: 0, limit: 9 })).toEqual(['id of b', 'id of a']);
        expect(await ids({ since: 1_001, limit: 9 })).toEqual(['id of b']);
        expect(await ids({ since: 0, limit: 1 })).toEqual(['id of b']);
        expect(await ids({ since: 0, groups: ['front-line'], limit: 9 })).toEqual(['id of a']);
        const [first] = await store.unsolvedTickets({ since: 0, limit: 1 });
        expect(first).toMatchObject({ text: 'text of b', context: [{ kind: 'search', query: 'words' }] });
      });
    });

    describe('sessions', () => {
      beforeEach(() => store.keepPerson(person, 0));

      test('turns a sign-in link into one session, once, in time', async () => {
        await store.createSignInLink({ tokenHash: 'link', person: 'mo', expiresAt: 5_000 });
        const redeem = { tokenHash: 'link', sessionExpiresAt: 9_000, now: 4_999 };
        const results = await Promise.all(
          ['s1', 's2', 's3'].map((sessionHash) => store.redeemSignInLink({ ...redeem, sessionHash })),
        );
        expect(results.filter(Boolean)).toEqual([person]);
        const sessions = await Promise.all(['s1', 's2', 's3'].map((hash) => store.findSession(hash, 8_999)));
        expect(sessions.filter(Boolean)).toEqual([person]);
      });

      test('refuses a link that is old or unknown', async () => {
        await store.createSignInLink({ tokenHash: 'link', person: 'mo', expiresAt: 5_000 });
        const late = { tokenHash: 'link', sessionHash: 's', sessionExpiresAt: 9_000, now: 5_000 };
        expect(await store.redeemSignInLink(late)).toBeUndefined();
        expect(await store.redeemSignInLink({ ...late, tokenHash: 'other', now: 1 })).toBeUndefined();
        expect(await store.findSession('s', 1)).toBeUndefined();
      });

      test('ends a session when asked and when its time is over', async () => {
        for (const name of ['a', 'b']) {
          await store.createSignInLink({ tokenHash: name, person: 'mo', expiresAt: 5_000 });
          await store.redeemSignInLink({ tokenHash: name, sessionHash: `s${name}`, sessionExpiresAt: 9_000, now: 1 });
        }
        await store.endSession('sa', 2);
        expect(await store.findSession('sa', 1)).toBeUndefined();
        expect(await store.findSession('sb', 8_999)).toEqual(person);
        expect(await store.findSession('sb', 9_000)).toBeUndefined();
      });
    });

    test('names everybody in the team, in order', async () => {
      expect(await store.team()).toEqual([]);
      const people = ['Zoe', 'Ada', 'Mo'].map((name): Person => ({ ...person, id: name, name, role: 'lead' }));
      for (const one of people) await store.keepPerson(one, 0);
      expect((await store.team()).map(({ name }) => name)).toEqual(['Ada', 'Mo', 'Zoe']);
    });

    describe('people', () => {
      const by = { actor: { id: 'ann', name: 'Ann' }, at: 2_000 };
      const redeem = { sessionExpiresAt: 9_000, now: 1_000 };
      const enter = async (person: string, sessionHash: string) => {
        await store.createSignInLink({ tokenHash: `link ${sessionHash}`, person, expiresAt: 9_000 });
        return store.redeemSignInLink({ tokenHash: `link ${sessionHash}`, sessionHash, ...redeem });
      };
      const listedPerson = async (id: string) => {
        const found = (await store.people(1_000)).find((one) => one.id === id);
        if (!found) throw new Error(`No ${id}.`);
        return found;
      };
      const changeOfPerson = async (id: string, change: Partial<PersonChange['after']>): Promise<PersonChange> => {
        const before = await listedPerson(id);
        const { name, role, groups, disabledAt } = before;
        return { before, after: { name, role, groups, isShutOut: disabledAt !== undefined, ...change }, ...by };
      };
      const invitation = (id: string, change: Partial<StoredInvitation> = {}) => ({
        id,
        tokenHash: `token of ${id}`,
        name: 'Bo',
        role: 'agent' as const,
        groups: ['front-line'],
        invitedBy: by.actor,
        createdAt: 1_000,
        expiresAt: 5_000,
        ...change,
      });
      const log = async () =>
        (await store.audit({ before: undefined, limit: 99 })).map((entry) =>
          entry.about === 'ticket' ? entry.event.kind : entry.kind,
        );
      beforeEach(async () => {
        await store.keepPerson({ id: 'ann', name: 'Ann', role: 'admin', groups: [] }, 0);
        await store.keepPerson(person, 0);
      });

      test('are listed by name, with the sessions that have not ended and when they were last here', async () => {
        await enter('mo', 's1');
        await enter('mo', 's2');
        expect(await store.people(1_000)).toMatchObject([
          { id: 'ann', sessions: 0, seenAt: undefined },
          { ...person, sessions: 2, seenAt: 1_000, disabledAt: undefined, createdAt: 0 },
        ]);
        expect((await store.people(9_000)).map(({ sessions }) => sessions)).toEqual([0, 0]);
        await store.findSession('s1', 8_000);
        expect((await listedPerson('mo')).seenAt).toBe(1_000);
      });

      test('are changed as they were read, or not at all', async () => {
        const late = await changeOfPerson('mo', { role: 'admin' });
        expect(await store.changePerson(await changeOfPerson('mo', { role: 'lead', groups: [] }))).toBe('changed');
        expect(await store.changePerson(late)).toBe('stale');
        expect(await listedPerson('mo')).toMatchObject({ role: 'lead', groups: [] });
        expect(await log()).toEqual(['changed']);
        const [entry] = await store.audit({ before: undefined, limit: 1 });
        expect(entry).toMatchObject({
          at: 2_000,
          actor: by.actor,
          person: { id: 'mo', name: 'Mo' },
          before: { name: 'Mo', role: 'agent', groups: ['front-line'] },
          after: { name: 'Mo', role: 'lead', groups: [] },
        });
      });

      test('lose sessions, links and invitations when they are shut out', async () => {
        await enter('mo', 's');
        await store.createSignInLink({ tokenHash: 'open', person: 'mo', expiresAt: 9_000 });
        await store.invite(invitation('i', { invitedBy: person }));
        expect(await store.changePerson(await changeOfPerson('mo', { isShutOut: true }))).toBe('changed');
        expect(await store.findSession('s', 1_000)).toBeUndefined();
        expect(await store.invitations(1_000)).toEqual([]);
        expect(await store.changePerson(await changeOfPerson('mo', { isShutOut: false }))).toBe('changed');
        expect(await store.findSession('s', 1_000)).toBeUndefined();
        expect(await store.redeemSignInLink({ tokenHash: 'open', sessionHash: 't', ...redeem })).toBeUndefined();
        expect(await log()).toEqual(['let-in', 'invitation-withdrawn', 'shut-out', 'invited', 'signed-in']);
      });

      test('cannot sign in while they are shut out, and the link is not used up', async () => {
        await store.changePerson(await changeOfPerson('mo', { isShutOut: true }));
        expect(await enter('mo', 's')).toBeUndefined();
        expect((await listedPerson('mo')).sessions).toBe(0);
        await store.changePerson(await changeOfPerson('mo', { isShutOut: false }));
        const again = await store.redeemSignInLink({ tokenHash: 'link s', sessionHash: 's', ...redeem });
        expect(again).toEqual(person);
      });

      test('keep an admin: of two who step down at the same time, one does', async () => {
        expect(await store.changePerson(await changeOfPerson('ann', { role: 'lead' }))).toBe('last-admin');
        expect(await store.changePerson(await changeOfPerson('ann', { isShutOut: true }))).toBe('last-admin');
        await store.changePerson(await changeOfPerson('mo', { role: 'admin' }));
        const both = [await changeOfPerson('ann', { role: 'lead' }), await changeOfPerson('mo', { role: 'lead' })];
        const results = await Promise.all(both.map((change) => store.changePerson(change)));
        expect(results.sort()).toEqual(['changed', 'last-admin']);
        expect((await log()).filter((kind) => kind === 'changed')).toHaveLength(2);
      });

      test('do not count the operator for others, who may remove the last of them', async () => {
        const operator = { id: 'operator', name: 'Acme' };
        await store.keepPerson({ ...operator, role: 'admin', groups: [] }, 0);
        const change = await changeOfPerson('ann', { isShutOut: true });
        expect(await store.changePerson(change)).toBe('last-admin');
        expect(await store.changePerson({ ...change, actor: operator })).toBe('changed');
      });

      test('come by an invitation, once, in time', async () => {
        await store.invite(invitation('i'));
        const accept = { tokenHash: 'token of i', sessionExpiresAt: 9_000, now: 4_999 };
        const results = await Promise.all(
          ['1', '2', '3'].map((n) => store.acceptInvitation({ ...accept, newId: `p${n}`, sessionHash: `s${n}` })),
        );
        const bo = { id: 'p1', name: 'Bo', role: 'agent', groups: ['front-line'] };
        expect(results).toEqual([bo, undefined, undefined]);
        expect(await store.findSession('s1', 8_999)).toEqual(bo);
        expect(await store.findSession('s2', 5_000)).toBeUndefined();
        expect(await store.people(1_000)).toHaveLength(3);
        await store.invite(invitation('j'));
        const late = { ...accept, tokenHash: 'token of j', newId: 'p4', sessionHash: 's4', now: 5_000 };
        expect(await store.acceptInvitation(late)).toBeUndefined();
        expect(await log()).toEqual(['joined', 'invited', 'invited']);
      });

      test('are invited until that is withdrawn or over', async () => {
        await store.invite(invitation('i'));
        await store.invite(invitation('j', { createdAt: 2_000 }));
        const { tokenHash: _, ...shown } = invitation('j', { createdAt: 2_000 });
        expect((await store.invitations(4_999))[0]).toEqual(shown);
        expect((await store.invitations(4_999)).map(({ id }) => id)).toEqual(['j', 'i']);
        expect(await store.invitations(5_000)).toEqual([]);
        expect(await store.withdrawInvitation('i', by)).toBe(true);
        expect(await store.withdrawInvitation('i', by)).toBe(false);
        expect(await store.withdrawInvitation('nobody', by)).toBe(false);
        expect((await store.invitations(4_999)).map(({ id }) => id)).toEqual(['j']);
        expect(await log()).toEqual(['invitation-withdrawn', 'invited', 'invited']);
      });

      test('are signed out, one or all, but for one session', async () => {
        for (const [who, hash] of [
          ['mo', 's1'],
          ['mo', 's2'],
          ['ann', 's3'],
          ['ann', 's4'],
        ] as const)
          await enter(who, hash);
        const left = async () => {
          const found = await Promise.all(['s1', 's2', 's3', 's4'].map((hash) => store.findSession(hash, 2_000)));
          return found.map((one) => one?.id);
        };
        await store.createSignInLink({ tokenHash: 'open', person: 'mo', expiresAt: 9_000 });
        await store.endSessions({ person: 'mo', but: 's3', by });
        expect(await left()).toEqual([undefined, undefined, 'ann', 'ann']);
        expect(await store.redeemSignInLink({ tokenHash: 'open', sessionHash: 't', ...redeem })).toBeUndefined();
        await store.endSessions({ person: undefined, but: 's3', by });
        expect(await left()).toEqual([undefined, undefined, 'ann', undefined]);
        await store.endSession('s3', 3_000);
        expect((await log()).slice(0, 3)).toEqual(['signed-out', 'everybody-signed-out', 'sessions-ended']);
      });

      test('and tickets share one log, newest first, in pages of any size', async () => {
        for (const [name, createdAt] of [
          ['a', 1_000],
          ['b', 2_000],
          ['c', 2_000],
        ] as const)
          await create(name, { createdAt });
        await store.refuseSignIn(2_000);
        await store.refuseSignIn(2_000);
        await store.refuseSignIn(3_000);
        await store.keepIssue({ ...told, createdAt: 2_000 });
        const all = await store.audit({ before: undefined, limit: 99 });
        expect(all.map(({ at }) => at)).toEqual([3_000, 2_000, 2_000, 2_000, 2_000, 2_000, 1_000]);
        for (const limit of [1, 2, 3, 4, 5]) {
          const paged = [];
          for (;;) {
            const page = await store.audit({ before: paged.at(-1), limit });
            paged.push(...page);
            if (page.length < limit) break;
          }
          expect(paged).toEqual(all);
        }
        expect(await store.audit({ before: undefined, limit: 9, ticket: 'id of b' })).toMatchObject([
          { about: 'ticket', ticket: { id: 'id of b', reference: 'reference of b' }, event: created },
        ]);
        const change = await changeOfPerson('mo', { role: 'lead' });
        await store.changePerson(change);
        await store.changeTickets([await changeOf('a', { events: [statusEvent] })]);
        const mine = await store.audit({ before: undefined, limit: 9, person: 'mo' });
        expect(mine.map(({ about }) => about).sort()).toEqual(['issue', 'team', 'ticket']);
      });

      test('leave no invitation that is over, and no refusal of long ago', async () => {
        await store.invite(invitation('i'));
        await store.refuseSignIn(0);
        const sweep = { keysBefore: 0, ratesBefore: 0 };
        await store.sweep({ now: 4_999, ...sweep });
        expect(await log()).toEqual(['invited', 'sign-in-refused']);
        expect(await store.invitations(4_999)).toHaveLength(1);
        await store.sweep({ now: 90 * 86_400_000 + 1, ...sweep });
        expect(await log()).toEqual(['invited']);
        expect(await store.withdrawInvitation('i', { ...by, at: 0 })).toBe(false);
      });
    });

    test('gives a person another name, role and groups', async () => {
      await store.keepPerson(person, 0);
      const next: Person = { ...person, name: 'Moritz', role: 'lead', groups: [] };
      await store.keepPerson(next, 1);
      await store.createSignInLink({ tokenHash: 'link', person: 'mo', expiresAt: 5_000 });
      await store.redeemSignInLink({ tokenHash: 'link', sessionHash: 's', sessionExpiresAt: 9_000, now: 1 });
      expect(await store.findSession('s', 2)).toEqual(next);
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
      await store.keepPerson(person, 0);
      await store.createSignInLink({ tokenHash: 'link', person: 'mo', expiresAt: 5_000 });
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

const mo: Actor = { kind: 'person', id: 'mo', name: 'Mo' };
const person: Person = { id: 'mo', name: 'Mo', role: 'agent', groups: ['front-line'] };
const created: TicketEvent = { kind: 'created', place: { tier: 1, group: 'front-line', priority: 'normal' } };
const system: Actor = { kind: 'system' };
const warnedEvent = (percent: 50 | 100) =>
  ({ kind: 'warned', metric: 'first-reply', tier: 1, percent, since: 1_000 }) as const;
const statusEvent = { actor: mo, event: { kind: 'status', from: 'new', to: 'solved' } } as const;
const messageOf = (id: string, change: Partial<StoredMessage> = {}): StoredMessage => ({
  id,
  from: 'requester',
  name: undefined,
  text: `text of ${id}`,
  at: 2_000,
  ...change,
});

const listed = async (store: Store): Promise<string[]> =>
  (await store.listTickets({ status: undefined, before: undefined, limit: 100 })).map(({ id }) => id);

export const newTicket = (name: string, change: Partial<NewTicket> = {}): NewTicket => ({
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
  dueBy: 9_000,
  lookAt: 5_000,
  leadAsked: false,
  tags: [],
  issue: undefined,
  events: [{ actor: { kind: 'requester' }, event: created }],
  message: { id: `first of ${name}`, text: `text of ${name}` },
  ...change,
});
