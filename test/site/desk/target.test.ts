import { describe, expect, it } from 'vitest';
import { targetOf } from '../../../site/desk/target.ts';
import { at, makeTicket, noon } from './ticket.ts';

const of = (change: Parameters<typeof makeTicket>[0]) => targetOf(makeTicket(change), noon);

describe('the target of a first reply', () => {
  it('is due with the part of the time that is gone', () => {
    expect(of({ id: '1', createdAt: at(-2), firstReplyBy: at(6) })).toEqual({
      state: 'due',
      leftMs: 6 * 3_600_000,
      part: 0.25,
    });
  });

  it('is soon in its last quarter', () => {
    expect(of({ id: '1', createdAt: at(-7), firstReplyBy: at(1) })).toMatchObject({ state: 'soon' });
    expect(of({ id: '1', createdAt: at(-6), firstReplyBy: at(2) })).toMatchObject({ state: 'due', part: 0.75 });
  });

  it('is late from its instant on', () => {
    expect(of({ id: '1', firstReplyBy: at(0) })).toEqual({ state: 'late', overMs: 0, part: 1 });
  });

  it('is kept or missed once there was a reply, whatever the time now', () => {
    expect(of({ id: '1', firstReplyBy: at(-3), firstRepliedAt: at(-3) })).toEqual({ state: 'kept' });
    expect(of({ id: '1', firstReplyBy: at(-3), firstRepliedAt: at(-2) })).toEqual({ state: 'missed' });
  });

  it('is none where nobody waits any more', () => {
    expect(of({ id: '1', status: 'solved' })).toBeUndefined();
    expect(of({ id: '1', status: 'closed', firstReplyBy: at(-1) })).toBeUndefined();
  });

  it('is none while the time stands still, such as for a known issue', () => {
    const { dueBy: _, ...paused } = makeTicket({ id: '1', status: 'on-hold', issue: 'i', firstReplyBy: at(-3) });
    expect(targetOf(paused, noon)).toBeUndefined();
  });

  it('runs for what a requester wrote while they waited for a known issue', () => {
    expect(of({ id: '1', status: 'open', issue: 'i', firstReplyBy: at(-1) })).toMatchObject({ state: 'late' });
  });

  it('never has a part outside of the bar, whatever the clocks say', () => {
    expect(of({ id: '1', createdAt: at(1), firstReplyBy: at(9) })).toMatchObject({ part: 0 });
    expect(of({ id: '1', createdAt: at(2), firstReplyBy: at(2) })).toMatchObject({ part: 0 });
  });
});
