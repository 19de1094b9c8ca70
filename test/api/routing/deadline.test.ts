import { describe, expect, test } from 'vitest';
import { deadlines, type Promised } from '../../../api/routing/deadline.ts';
import { businessCalendar } from '../../../content/schema/business-calendar.ts';
import { slaPolicy } from '../../../content/schema/sla-policy.ts';

const weekday = ['09:00-17:00'];
const calendar = businessCalendar.parse({
  id: 'office',
  timeZone: 'Europe/Berlin',
  hours: { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday },
});
const promised = (target: object, more: object = {}): Promised => ({
  target: slaPolicy.parse({ id: 'all', targets: { low: target, normal: target, high: target, urgent: target } }).targets
    .normal,
  calendar: { ...calendar, ...more },
});

describe('deadlines', () => {
  test('count business hours over the weekend', () => {
    const friday = Date.parse('2026-11-27T16:30:00+01:00');
    expect(deadlines(promised({ firstReply: '2h', nextReply: '4h', resolution: '16h' }), friday)).toEqual({
      firstReplyBy: Date.parse('2026-11-30T10:30:00+01:00'),
      nextReplyBy: Date.parse('2026-11-30T12:30:00+01:00'),
      resolveBy: Date.parse('2026-12-01T16:30:00+01:00'),
    });
  });

  test('promise the next reply as fast as the first, and no resolution, unless the target does', () => {
    const monday = Date.parse('2026-11-30T10:00:00+01:00');
    const by = Date.parse('2026-11-30T11:00:00+01:00');
    expect(deadlines(promised({ firstReply: '1h' }), monday)).toEqual({ firstReplyBy: by, nextReplyBy: by });
  });

  test('count every minute of the night around the clock', () => {
    const night = Date.parse('2026-11-29T02:15:10+01:00');
    const { firstReplyBy } = deadlines(promised({ firstReply: '30m', aroundTheClock: true }), night);
    expect(firstReplyBy).toBe(Date.parse('2026-11-29T02:45:10+01:00'));
  });

  test('count the longest span that can be written around the clock', () => {
    const { firstReplyBy } = deadlines(promised({ firstReply: '99999h', aroundTheClock: true }), 0);
    expect(firstReplyBy).toBe(99_999 * 3_600_000);
  });

  test('leave out what no calendar can keep', () => {
    expect(deadlines(promised({ firstReply: '1h' }, { hours: { ...calendar.hours, ...never } }), 0)).toEqual({});
  });
});

const never = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
