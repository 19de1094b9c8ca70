import { describe, expect, it } from 'vitest';
import { openSeen } from '../../../site/desk/seen.ts';
import { openMemory } from '../../../site/thread/memory.ts';
import { at, makeTicket } from './ticket.ts';

const none = (): Storage => {
  throw new Error('no storage');
};

describe('what an agent has seen', () => {
  it('is not new until something happens', () => {
    const seen = openSeen(openMemory(none));
    const ticket = makeTicket({ id: '1' });
    expect(seen.isNew(ticket)).toBe(true);
    seen.mark(ticket);
    expect(seen.isNew(ticket)).toBe(false);
    expect(seen.isNew({ ...ticket, updatedAt: at(0) })).toBe(true);
  });

  it.each(['pending', 'solved', 'closed'] as const)('is never new while %s: it is not our turn', (status) => {
    expect(openSeen(openMemory(none)).isNew(makeTicket({ id: '1', status }))).toBe(false);
  });

  it('is remembered, and joined with what another tab has marked', () => {
    const memory = openMemory(none);
    const [one, other] = [openSeen(memory), openSeen(memory)];
    one.mark(makeTicket({ id: '1' }));
    other.mark(makeTicket({ id: '2' }));
    const later = openSeen(memory);
    expect(['1', '2', '3'].map((id) => later.isNew(makeTicket({ id })))).toEqual([false, false, true]);
  });

  it('forgets the oldest, and reads past a damaged note', () => {
    const memory = openMemory(none);
    memory.set('tierzero-desk-seen', '{"1":');
    const seen = openSeen(memory);
    for (let id = 1; id <= 501; id++) seen.mark(makeTicket({ id: `t${id}` }));
    expect(seen.isNew(makeTicket({ id: 't1' }))).toBe(true);
    expect(seen.isNew(makeTicket({ id: 't2' }))).toBe(false);
  });
});
