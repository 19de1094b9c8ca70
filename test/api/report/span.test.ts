import { describe, expect, test } from 'vitest';
import { dayAt, spanOf } from '../../../api/report/span.ts';
import { spanFor } from './ticket.ts';

describe('a span', () => {
  test('has its last day whole, by the clocks of the zone', () => {
    const { from, until, days } = spanFor('2026-10-24', '2026-10-26', 'Europe/Berlin');
    expect(new Date(from).toISOString()).toBe('2026-10-23T22:00:00.000Z');
    expect(new Date(until).toISOString()).toBe('2026-10-26T23:00:00.000Z');
    expect(days.map(({ day }) => day)).toEqual(['2026-10-24', '2026-10-25', '2026-10-26']);
  });

  test('knows the day of an instant, also of one with 25 hours', () => {
    const span = spanFor('2026-10-24', '2026-10-26', 'Europe/Berlin');
    const dayOf = (text: string) => dayAt(span, Date.parse(text));
    expect(dayOf('2026-10-23T21:59:59.999Z')).toBeUndefined();
    expect(dayOf('2026-10-23T22:00:00Z')).toBe(0);
    expect(dayOf('2026-10-24T22:00:00Z')).toBe(1);
    expect(dayOf('2026-10-25T22:59:59Z')).toBe(1);
    expect(dayOf('2026-10-25T23:00:00Z')).toBe(2);
    expect(dayOf('2026-10-26T23:00:00Z')).toBeUndefined();
  });

  test.each([
    ['2026-02-30', '2026-03-01', 'UTC', 'from'],
    ['0000-01-01', '2026-03-01', 'UTC', 'from'],
    ['2026-03-01', '2026-13-01', 'UTC', 'to'],
    ['2026-03-02', '2026-03-01', 'UTC', 'to'],
    ['2020-01-01', '2026-03-01', 'UTC', 'to'],
    ['2026-03-01', '2026-03-01', 'Mars/Base', 'zone'],
    ['2026-03-01', '2026-03-01', '+01:00', 'zone'],
    ['2026-03-01', '2026-03-01', '', 'zone'],
    ['2026-03-01', '2026-03-01', 'PST', 'zone'],
    ['2026-03-01', '2026-03-01', 'ist', 'zone'],
    ['2026-03-01', '2026-03-01', '2020-01-01[Europe/Berlin]', 'zone'],
  ])('is none from %s to %s in “%s”: %s', (from, to, zone, wrong) => {
    expect(spanOf({ from, to, zone })).toBe(wrong);
  });

  test('may be one day, and has 400 at most', () => {
    expect(spanFor('2026-03-01', '2026-03-01').days).toHaveLength(1);
    expect(spanFor('2026-01-01', '2027-02-04').days).toHaveLength(400);
    expect(spanOf({ from: '2026-01-01', to: '2027-02-05', zone: 'UTC' })).toBe('to');
  });
});
