import { describe, expect, test } from 'vitest';
import type { StoredEvent, StoredThread } from '../../../api/store/store.ts';
import { seenThread, sightOf } from '../../../api/ticket/sight.ts';
import type { Withheld } from '../../../content/schema/group.ts';
import { groupsOf } from '../http/groups.ts';
import { createTicket, mo, openApi, signIn } from '../http/harness.ts';

const withholds = ['address', 'name', 'searches'] as const;

/** A request of the partner's group, as one of their people sees it; `change` is what has happened to it. */
async function seen(
  change: (thread: StoredThread) => StoredThread,
  withheld: readonly Withheld[] = withholds,
): Promise<StoredThread> {
  const api = openApi({ routing: groupsOf({ withholds: [...withheld] }) });
  await signIn(api, mo);
  const pia = { id: 'pia', name: 'Pia', role: 'agent', groups: ['hosting'] } as const;
  await api.store.keepPerson({ ...pia, groups: [...pia.groups] }, 0);
  await createTicket(api, {
    message: 'Our hosting is slow.',
    name: 'Jane',
    address: 'jane@example.com',
    context: [
      { kind: 'search', id: 's', query: 'slow', results: 0 },
      { kind: 'host', id: 'h', name: 'plan', value: 'enterprise' },
    ],
  });
  const [row] = await api.store.listTickets({ before: undefined, limit: 1 });
  const thread = row && (await api.store.ticketById(row.id));
  if (!thread) throw new Error('There is no request.');
  return seenThread(change(thread), await sightOf(api.deps, { ...pia, groups: [...pia.groups] }));
}
const event = (what: StoredEvent['event']): StoredEvent => ({
  seq: 99,
  at: 1,
  actor: { kind: 'person', id: 'mo', name: 'Mo' },
  event: what,
});

describe('what a partner sees of a request', () => {
  test('has nothing of what is withheld from their group, and the rest', async () => {
    const { ticket, context } = await seen((thread) => thread);
    expect([ticket.name, ticket.address]).toEqual([undefined, undefined]);
    expect(context.map(({ kind }) => kind)).toEqual(['host']);
  });

  test('has nothing that can be withheld once it is with a group that is not theirs', async () => {
    const { ticket, context } = await seen((thread) => ({
      ...thread,
      ticket: { ...thread.ticket, group: 'front-line' },
    }));
    expect([ticket.name, ticket.address, context]).toEqual([undefined, undefined, []]);
  });

  test('names nobody outside their groups, in events, notes and reasons', async () => {
    const note = { id: 'n', author: { id: 'mo', name: 'Mo' }, text: 'We look.', at: 1 };
    const noted = event({ kind: 'noted', note: 'n' });
    const shown = await seen((thread) => ({
      ...thread,
      notes: [note],
      reasons: [{ code: 'handed-over', detail: 'Mo' }],
      events: [...thread.events, noted, event({ kind: 'assigned', to: 'mo' })],
    }));
    expect(JSON.stringify([shown.notes, shown.reasons, shown.events])).not.toMatch(/"Mo"|"mo"/);
  });

  test('says of no other request that its address or a search is the same, where these are withheld', async () => {
    const related = (['requester', 'search'] as const).map((why, place) => ({
      ...{ id: why, reference: `TZ-OTHER${place}`, group: 'hosting', createdAt: '2026-11-22T12:00:00.000Z', why },
    }));
    const note = (...withheld: Withheld[]) =>
      seen(
        (thread) => ({
          ...thread,
          handovers: [
            {
              ...{ id: 'h', at: 1, author: { kind: 'system' }, missing: [] },
              ...{ from: { tier: 1, group: 'front-line' }, to: { tier: 2, group: 'hosting' } },
              difference: { set: { goal: 'Fast', related }, added: { related }, gone: [] },
            },
          ],
        }),
        withheld,
      ).then(({ handovers }) => handovers[0]?.difference);
    expect(await note()).toEqual({ set: { goal: 'Fast', related }, added: { related }, gone: [] });
    expect(await note('address')).toMatchObject({ set: { related: [{ why: 'search' }] }, added: { related: [{}] } });
    expect(await note('searches')).toMatchObject({ set: { related: [{ why: 'requester' }] } });
    expect(await note('address', 'searches')).toEqual({ set: { goal: 'Fast' }, added: {}, gone: [] });
  });

  test('names no other request that was merged with it', async () => {
    const other = { id: 'other', reference: 'TZ-OTHER1' };
    const shown = await seen((thread) => ({
      ...thread,
      events: [
        ...thread.events,
        event({ kind: 'took-in', from: other }),
        event({ kind: 'merged', into: other }),
        event({ kind: 'parted', other }),
      ],
    }));
    expect(JSON.stringify(shown)).not.toContain('TZ-OTHER1');
  });
});
