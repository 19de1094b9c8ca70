import { describe, expect, test } from 'vitest';
import { type ClockEvent, clocks } from '../../../api/routing/clocks.ts';
import { slaPolicy } from '../../../content/schema/sla-policy.ts';
import { fixture } from './fixture.ts';

const hour = 3_600_000;
/** Monday 16 November 2026, nine o'clock in Berlin. */
const monday = Date.UTC(2026, 10, 16, 8);
const target = { firstReply: '8h', resolution: '64h', aroundTheClock: true };
const { targets } = slaPolicy.parse({
  id: 'all',
  targets: { low: target, normal: target, high: target, urgent: target },
});
const promised = { target: targets.normal, calendar: fixture.calendars[0]! };
const read = (...events: ClockEvent[]) =>
  clocks(promised, [{ kind: 'requester-message', at: monday }, ...events], monday + 100 * hour);
const joined = (at: number): ClockEvent => ({ kind: 'issue', joined: true, at: monday + at * hour });
const left = (at: number): ClockEvent => ({ kind: 'issue', joined: false, at: monday + at * hour });
const status = (at: number, to: 'on-hold' | 'pending' | 'solved' | 'open'): ClockEvent => ({
  kind: 'status',
  status: to,
  at: monday + at * hour,
});
const reply = (at: number): ClockEvent => ({ kind: 'agent-reply', at: monday + at * hour });
const asks = (at: number): ClockEvent => ({ kind: 'requester-message', at: monday + at * hour });

describe('a request that was part of a known issue', () => {
  test('is owed a reply when its requester says that the answer did not help', () => {
    const { nextReply } = read(joined(1), status(1, 'on-hold'), reply(20), left(20), status(20, 'solved'), asks(30));
    expect(nextReply).toMatchObject({ state: 'running', dueAt: monday + 38 * hour });
  });

  test.each(['pending', 'solved'] as const)('is owed a reply when its requester writes while it is %s', (to) => {
    const { nextReply } = read(joined(1), status(1, 'on-hold'), reply(2), status(2, to), asks(30));
    expect(nextReply).toMatchObject({ state: 'running', dueAt: monday + 38 * hour });
  });
});
