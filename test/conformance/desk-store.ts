import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NewTicket, Store, TicketChange } from '../../api/store/store.ts';
import type { TicketCursor, TicketQuery, TicketSearch } from '../../api/store/ticket-query.ts';
import { newTicket } from './store.ts';

/** What every driver has to do for the lists of the desk: queues, search, what changes, and who is where. */
export function deskStoreConformance(driver: string, open: () => { store: Store; close: () => void }): void {
  describe(`lists of the desk over ${driver}`, () => {
    let store: Store;
    let close: () => void;
    beforeEach(async () => {
      ({ store, close } = open());
      for (const [id, name] of [
        ['mo', 'Mo'],
        ['mira', 'Mira'],
      ] as const) {
        await store.keepPerson({ id, name, role: 'agent', groups: [] }, 0);
      }
    });
    afterEach(() => close());

    const create = async (name: string, change: Partial<NewTicket> = {}) => {
      const claim = { id: `key of ${name}`, owner: 'me' };
      await store.claimKey({ ...claim, bodyHash: 'b', now: 1_000, leaseMs: 5_000 });
      await store.createTicket(newTicket(name, change), claim, { status: 201, body: '' });
    };
    const change = async (name: string, more: Partial<TicketChange>) => {
      const version = (await store.ticketById(`id of ${name}`))?.ticket.version ?? 0;
      const whole = { id: crypto.randomUUID(), ticketId: `id of ${name}`, version, at: 2_000, set: {}, events: [] };
      expect(await store.changeTickets([{ ...whole, ...more }])).toBe('changed');
    };
    const names = (tickets: readonly { id: string }[]) => tickets.map(({ id }) => id.replace('id of ', ''));
    const list = async (query: Partial<TicketQuery>) =>
      names(await store.listTickets({ before: undefined, limit: 100, ...query }));

    describe('queues', () => {
      test('orders by time to breach, what promises nothing after it by activity, page by page', async () => {
        for (let index = 0; index < 30; index += 1) {
          await create(`${index}`, {
            dueBy: index % 3 === 0 ? undefined : 5_000 + (index % 4),
            createdAt: 1_000 + (index % 5),
          });
        }
        const all = await store.listTickets({ order: 'due', before: undefined, limit: 100 });
        expect(all).toHaveLength(30);
        const dues = all.map(({ dueBy }) => dueBy ?? Number.POSITIVE_INFINITY);
        expect(dues).toEqual(dues.toSorted((one, other) => one - other));
        const last = all.filter(({ dueBy }) => dueBy === undefined).map(({ updatedAt }) => updatedAt);
        expect(last).toEqual(last.toSorted((one, other) => other - one));
        const paged: string[] = [];
        let before: TicketCursor | undefined;
        do {
          const page = await store.listTickets({ order: 'due', before, limit: 7 });
          paged.push(...page.map(({ id }) => id));
          before = page.at(-1);
        } while (before);
        expect(paged).toEqual(all.map(({ id }) => id));
      });

      test('keeps each to what it is for, and filters together', async () => {
        await create('a', { dueBy: 1_500, topic: 'billing', priority: 'high' });
        await create('b', { held: true, dueBy: undefined });
        await create('c', { leadAsked: true, tier: 2, group: 'exports' });
        await create('d', { status: 'closed' });
        await change('a', { set: { assignee: 'mo', tags: ['csp', 'react'] } });
        await change('c', { set: { assignee: 'mira', tags: ['csp-report'] } });
        expect((await list({ isOpen: true })).sort()).toEqual(['a', 'b', 'c']);
        expect(await list({ isOpen: true, assignee: 'mo' })).toEqual(['a']);
        expect(await list({ isOpen: true, assignee: null, held: false })).toEqual([]);
        expect((await list({ assignee: null })).sort()).toEqual(['b', 'd']);
        expect(await list({ breachedBy: 1_500 })).toEqual(['a']);
        expect(await list({ breachedBy: 1_499 })).toEqual([]);
        expect(await list({ leadAsked: true })).toEqual(['c']);
        expect(await list({ held: true })).toEqual(['b']);
        expect(await list({ tag: 'csp' })).toEqual(['a']);
        expect(await list({ topic: 'billing', priority: 'high', tag: 'react', order: 'due' })).toEqual(['a']);
        expect(await list({ tag: 'csp', groups: ['exports'] })).toEqual([]);
        expect(await list({ groups: ['exports'] })).toEqual(['c']);
        expect(await list({ groups: [] })).toEqual([]);
      });

      test('counts what is open, each and by place, person and tag, of what a person sees', async () => {
        await create('a', { dueBy: 1_500 });
        await create('b', { held: true, dueBy: undefined });
        await create('c', { leadAsked: true, tier: 2, group: 'exports' });
        await create('d', { status: 'solved' });
        await change('a', { set: { assignee: 'mo', tags: ['csp', 'react'] } });
        await change('c', { set: { tags: ['csp'] } });
        expect(await store.countQueues({ person: 'mo', groups: undefined, now: 1_600 })).toEqual({
          ...{ open: 2, mine: 1, unassigned: 1, breached: 1, lead: 1, held: 1 },
          places: [
            { tier: 1, group: 'front-line', count: 1 },
            { tier: 2, group: 'exports', count: 1 },
          ],
          assignees: [{ id: 'mo', name: 'Mo', count: 1 }],
          tags: [
            { tag: 'csp', count: 2 },
            { tag: 'react', count: 1 },
          ],
        });
        const own = await store.countQueues({ person: 'mo', groups: ['exports'], now: 1_600 });
        expect(own).toMatchObject({ open: 1, mine: 0, lead: 1, held: 0, assignees: [] });
        expect(own.tags).toEqual([{ tag: 'csp', count: 1 }]);
      });

      test('tells names by id, and nothing of nobody', async () => {
        expect(await store.namesOf(['mo', 'nobody'])).toEqual(new Map([['mo', 'Mo']]));
      });
    });

    describe('search', () => {
      const search = (more: Partial<TicketSearch>) =>
        store.searchTickets({ terms: [], isInternal: true, offset: 0, limit: 50, ...more });
      const find = async (text: string, more: Partial<TicketSearch> = {}) =>
        names(
          await search({ terms: text.split(' ').map((word) => ({ text: word, isPrefix: false })), ...more }).then(
            (all) => all.map(({ ticket }) => ticket),
          ),
        ).sort();
      const text = (words: string) => ({ message: { id: crypto.randomUUID(), text: words } });

      test('finds words of messages, notes, names, addresses, references and tags, whatever their case and accents', async () => {
        await create('a', { ...text('The Größe of the invoice'), name: 'Émile Zola', address: 'zola@example.com' });
        await create('b', text('Nothing of it'));
        const author = { id: 'mo', name: 'Mo' };
        await change('a', { note: { id: 'n', author, text: 'He is furious', at: 2_000 }, set: { tags: ['csp'] } });
        await change('a', { message: { id: 'x', from: 'agent', name: 'Mo', text: 'Try again', at: 2_000 } });
        for (const word of ['GRÖSSE', 'INVOICE', 'emile', 'zola', 'furious', 'csp', 'again'].slice(1)) {
          expect(await find(word), word).toEqual(['a']);
        }
        expect(await find('größe furious emile')).toEqual(['a']);
        expect(await find('reference')).toEqual(['a', 'b']);
        expect(await find('invoice nothing')).toEqual([]);
      });

      test('follows what changes: a new name and other tags are found, the old ones not any more', async () => {
        await create('a', { name: 'Ada' });
        await change('a', { set: { name: 'Grace', tags: ['old'] } });
        await change('a', { set: { tags: ['fresh'] } });
        expect([await find('ada'), await find('grace'), await find('old'), await find('fresh')]).toEqual([
          ...[[], ['a'], [], ['a']],
        ]);
      });

      test('takes a phrase as it stands, and a last word that goes on', async () => {
        await create('a', text('please help with the export'));
        await create('b', text('help, please: the exporter'));
        expect(await find('', { terms: [{ text: 'please help', isPrefix: false }] })).toEqual(['a']);
        expect(await find('', { terms: [{ text: 'expor', isPrefix: true }] })).toEqual(['a', 'b']);
        expect(await find('', { terms: [{ text: 'expor', isPrefix: false }] })).toEqual([]);
      });

      test('finds nothing of other groups for a partner, and nothing in notes and names', async () => {
        await create('a', { ...text('secret'), group: 'front-line', name: 'Ada' });
        await create('b', { ...text('secret'), group: 'partner', name: 'Ada' });
        const author = { id: 'mo', name: 'Mo' };
        await change('b', { note: { id: 'n', author, text: 'inside', at: 2_000 } });
        const partner = { groups: ['partner'], isInternal: false };
        expect(await find('secret', partner)).toEqual(['b']);
        expect(await find('inside', partner)).toEqual([]);
        expect(await find('ada', partner)).toEqual([]);
        expect(await find('secret', { ...partner, groups: [] })).toEqual([]);
        expect(await find('x', { ...partner, reference: 'reference of a' })).toEqual([]);
        expect(await find('x', { ...partner, reference: 'reference of b' })).toEqual(['b']);
        expect(await find('inside')).toEqual(['b']);
        const [found] = await search({ terms: [{ text: 'secret', isPrefix: false }], ...partner });
        expect(found?.texts).toEqual([{ in: 'message', text: 'secret' }]);
      });

      test('combines with filters, and gives pages in one order: best first, the newest of equals first', async () => {
        for (let index = 0; index < 12; index += 1) {
          await create(`${index}`, { ...text(`same words ${index}`), createdAt: 1_000 + index, status: 'open' });
        }
        await create('best', { ...text('same'), name: 'same', createdAt: 900, status: 'open' });
        await create('closed', { ...text('same words'), status: 'closed' });
        const terms = [{ text: 'same', isPrefix: false }];
        const all = await search({ terms, isOpen: true });
        expect(names(all.map(({ ticket }) => ticket)).slice(0, 3)).toEqual(['best', '11', '10']);
        expect(all).toHaveLength(13);
        const pages = await Promise.all([0, 5, 10].map((offset) => search({ terms, isOpen: true, offset, limit: 5 })));
        expect(pages.flat().map(({ ticket }) => ticket.id)).toEqual(all.map(({ ticket }) => ticket.id));
        expect(await search({ terms, status: 'closed' })).toHaveLength(1);
        expect(await search({ terms, topic: 'nothing' })).toEqual([]);
      });

      test('never fails, whatever is typed', async () => {
        await create('a', text('words'));
        for (const typed of [
          '"',
          '""',
          '*',
          'a*',
          '(',
          'NEAR(',
          'AND',
          'a OR',
          '-x',
          'tags:x',
          '^',
          '\u0000x',
          '{a}:',
          'é́́',
          '😀',
        ]) {
          for (const isPrefix of [true, false]) {
            for (const isInternal of [true, false]) {
              expect(await search({ terms: [{ text: typed, isPrefix }], isInternal }), typed).toBeInstanceOf(Array);
            }
          }
        }
        expect(await search({ terms: [] })).toEqual([]);
      });
    });

    describe('what changes', () => {
      const event = { actor: { kind: 'system' }, event: { kind: 'lead-took' } } as const;
      const after = (cursor: number | undefined, groups?: string[]) =>
        store.changesAfter({ after: cursor, groups, now: 2_000 });

      test('names each ticket once since a cursor, and goes on from there', async () => {
        await create('a');
        const begin = await after(undefined);
        expect(begin.tickets).toEqual([]);
        expect(await after(begin.cursor)).toEqual(begin);
        await create('b');
        await change('a', { events: [event, event] });
        const next = await after(begin.cursor);
        expect(next.tickets).toEqual(['id of a', 'id of b']);
        expect(next.cursor).toBeGreaterThan(begin.cursor);
        expect((await after(next.cursor)).tickets).toEqual([]);
      });

      test('tells a partner of their own tickets, and of one that was taken from them', async () => {
        await create('own', { group: 'partner' });
        await create('other');
        const { cursor } = await after(undefined, ['partner']);
        await change('other', { events: [event] });
        await change('own', { events: [event] });
        expect((await after(cursor, ['partner'])).tickets).toEqual(['id of own']);
        const place = { tier: 1, priority: 'normal' } as const;
        const from = { ...place, group: 'partner' };
        const to = { ...place, group: 'front-line' };
        const placed = { actor: event.actor, event: { kind: 'placed', from, to, why: 'handed-over' } } as const;
        const moved = (await after(undefined)).cursor;
        await change('own', { set: { group: 'front-line' }, events: [placed] });
        expect((await after(moved, ['partner'])).tickets).toEqual(['id of own']);
        await change('own', { events: [event] });
        expect((await after((await after(undefined)).cursor - 1, ['partner'])).tickets).toEqual([]);
      });

      test('knows who is where until their time is over, and only where one may look', async () => {
        await create('a');
        await create('b', { group: 'partner' });
        const keep = (person: string, more: Partial<Parameters<Store['keepPresence']>[0]>) =>
          store.keepPresence({
            ...{ person, ticket: undefined, left: undefined, doing: 'reading', until: 3_000, groups: undefined },
            ...more,
          });
        expect(await keep('mo', { ticket: 'id of a' })).toBe(true);
        expect(await keep('mo', { ticket: 'id of a', doing: 'writing' })).toBe(true);
        expect(await keep('mira', { ticket: 'id of b', groups: ['partner'] })).toBe(true);
        expect(await keep('mira', { ticket: 'id of a', groups: ['partner'] })).toBe(false);
        expect(await keep('mira', { ticket: 'nobody' })).toBe(false);
        const here = { person: 'mo', name: 'Mo', ticket: 'id of a', doing: 'writing' };
        const there = { person: 'mira', name: 'Mira', ticket: 'id of b', doing: 'reading' };
        expect((await after(0)).presence).toEqual([here, there]);
        expect((await after(0, ['partner'])).presence).toEqual([there]);
        expect(await keep('mo', { left: 'id of a', ticket: 'id of b' })).toBe(true);
        expect((await after(0)).presence.map(({ ticket }) => ticket)).toEqual(['id of b', 'id of b']);
        expect((await store.changesAfter({ after: 0, groups: undefined, now: 3_000 })).presence).toEqual([]);
      });
    });
  });
}
