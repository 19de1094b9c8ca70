import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessMinutes, businessMinutesBetween, isOpen } from '../../../api/routing/calendar.ts';
import { type BusinessCalendar, businessCalendar } from '../../../content/schema/business-calendar.ts';
import { calendarCase, zones } from './business-time.ts';
import { SlowCalendar, WallClock } from './wall-clock.ts';

const weekday = ['09:00-17:00'];
const office = (more: { timeZone?: string; holidays?: object[]; hours?: object } = {}): BusinessCalendar =>
  businessCalendar.parse({
    id: 'office',
    timeZone: 'Europe/Berlin',
    hours: { monday: weekday, tuesday: weekday, wednesday: weekday, thursday: weekday, friday: weekday },
    ...more,
  });
const daily = (hours: string[]) =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [name, hours]),
  );

const at = (text: string): number => Date.parse(text);
const shown = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString());
const added = (calendar: BusinessCalendar, start: string, minutes: number) =>
  shown(addBusinessMinutes(calendar, at(start), minutes));

describe('a business calendar', () => {
  test('is open from the opening and not at the closing', () => {
    expect(isOpen(office(), at('2026-11-26T09:00:00+01:00'))).toBe(true);
    expect(isOpen(office(), at('2026-11-26T08:59:59.999+01:00'))).toBe(false);
    expect(isOpen(office(), at('2026-11-26T16:59:59.999+01:00'))).toBe(true);
    expect(isOpen(office(), at('2026-11-26T17:00:00+01:00'))).toBe(false);
  });

  test('counts from the next opening when it is closed', () => {
    expect(added(office(), '2026-11-27T18:00:00+01:00', 30)).toBe('2026-11-30T08:30:00.000Z');
  });

  test('ends at the closing, not at the next opening, when the hours are just enough', () => {
    expect(added(office(), '2026-11-26T16:00:00+01:00', 60)).toBe('2026-11-26T16:00:00.000Z');
    expect(added(office(), '2026-11-26T16:00:00.001+01:00', 60)).toBe('2026-11-27T08:00:00.001Z');
  });

  test('answers no minutes with the start when it is open, otherwise with the next opening', () => {
    expect(added(office(), '2026-11-26T12:34:56.789+01:00', 0)).toBe('2026-11-26T11:34:56.789Z');
    expect(added(office(), '2026-11-26T17:00:00+01:00', 0)).toBe('2026-11-27T08:00:00.000Z');
  });

  test('keeps seconds, milliseconds and parts of a minute', () => {
    expect(added(office(), '2026-11-26T16:59:30.250+01:00', 1.5)).toBe('2026-11-27T08:01:00.250Z');
    expect(businessMinutesBetween(office(), at('2026-11-26T16:59:30+01:00'), at('2026-11-27T09:00:15+01:00'))).toBe(
      0.75,
    );
  });

  test('counts no hour of a weekend twice or not at all, whichever way clocks are changed in it', () => {
    const worked = ['09:00-17:00', '22:00-24:00'];
    const alwaysOpen = office({ hours: daily(['00:00-24:00']) });
    for (const [from, to, hours] of [
      ['2026-03-28T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 47],
      ['2026-10-24T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 49],
    ] as const) {
      expect(businessMinutesBetween(alwaysOpen, at(from), at(to))).toBe(hours * 60);
      expect(businessMinutesBetween(office({ hours: daily(worked) }), at(from), at(to))).toBe(20 * 60);
    }
  });

  test('leaves out what clocks leave out, and counts twice what they show twice', () => {
    const night = office({ hours: daily(['01:30-02:30']) });
    const open = (day: string) =>
      businessMinutesBetween(night, at(`${day}T00:00Z`) - 6 * 3_600_000, at(`${day}T12:00Z`));
    expect(open('2026-03-28')).toBe(60);
    expect(open('2026-03-29')).toBe(30);
    expect(open('2026-10-25')).toBe(90);
    const inGap = office({ hours: daily(['02:15-02:45']) });
    expect(businessMinutesBetween(inGap, at('2026-03-29T00:00Z'), at('2026-03-29T12:00Z'))).toBe(0);
  });

  test('skips a day that a country skips', () => {
    const apia = office({ timeZone: 'Pacific/Apia' });
    expect(added(apia, '2011-12-29T16:00:00-10:00', 90)).toBe('2012-01-01T19:30:00.000Z');
  });

  test('works the half day before Christmas and none of the days after it', () => {
    const christmas = office({
      holidays: [{ day: '12-24', hours: ['09:00-12:00'] }, { day: '12-25', name: 'Christmas' }, { day: '12-26' }],
    });
    // Thursday; Friday and Saturday are off.
    expect(added(christmas, '2026-12-24T11:30:00+01:00', 60)).toBe('2026-12-28T08:30:00.000Z');
  });

  test('takes a holiday of that very day before one of every year, whichever stands first', () => {
    const dated = { day: '2026-12-24', hours: ['10:00-11:00'] };
    const yearly = { day: '12-24' };
    for (const holidays of [
      [dated, yearly],
      [yearly, dated],
    ]) {
      expect(isOpen(office({ holidays }), at('2026-12-24T10:30:00+01:00'))).toBe(true);
      expect(isOpen(office({ holidays }), at('2027-12-24T10:30:00+01:00'))).toBe(false);
    }
    const off = office({ holidays: [{ day: '12-24', hours: ['10:00-11:00'] }, { day: '2026-12-24' }] });
    expect(isOpen(off, at('2026-12-24T10:30:00+01:00'))).toBe(false);
    expect(isOpen(off, at('2027-12-24T10:30:00+01:00'))).toBe(true);
  });

  test('opens on a weekday that is off when a holiday has hours, and on no other of them', () => {
    for (const day of ['2026-10-03', '10-03']) {
      const fair = office({ holidays: [{ day, hours: ['10:00-14:00'] }] });
      // A Saturday.
      expect(isOpen(fair, at('2026-10-03T10:00:00+02:00'))).toBe(true);
      expect(isOpen(fair, at('2026-10-03T14:00:00+02:00'))).toBe(false);
      expect(isOpen(fair, at('2026-10-10T10:00:00+02:00'))).toBe(false);
      expect(added(fair, '2026-10-02T16:00:00+02:00', 120)).toBe('2026-10-03T09:00:00.000Z');
    }
  });

  test('keeps the 29th of February as a holiday of leap years', () => {
    const leap = office({ hours: daily(weekday), holidays: [{ day: '02-29' }] });
    expect(isOpen(leap, at('2028-02-29T10:00:00+01:00'))).toBe(false);
    expect(isOpen(leap, at('2028-03-01T10:00:00+01:00'))).toBe(true);
    expect(isOpen(leap, at('2027-03-01T10:00:00+01:00'))).toBe(true);
  });

  test('says when it is never open for so long', () => {
    expect(added(office({ hours: {} }), '2026-11-26T12:00:00Z', 1)).toBeUndefined();
    expect(
      added(office({ hours: daily([]), holidays: [{ day: '2020-01-01', hours: weekday }] }), '2026-11-26T12:00:00Z', 0),
    ).toBeUndefined();
    const leapDays = office({ hours: {}, holidays: [{ day: '02-29', hours: weekday }] });
    expect(added(leapDays, '2026-11-26T12:00:00Z', 480)).toBe('2028-02-29T16:00:00.000Z');
  });

  test('refuses to count backwards', () => {
    expect(() => addBusinessMinutes(office(), 0, -1)).toThrow(RangeError);
    expect(() => addBusinessMinutes(office(), 0, Number.NaN)).toThrow(RangeError);
    expect(businessMinutesBetween(office(), at('2026-11-27T12:00:00Z'), at('2026-11-26T12:00:00Z'))).toBe(0);
  });
});

describe('business time beside a walk through every minute', () => {
  const walls = new Map(zones.map((timeZone) => [timeZone, new WallClock(timeZone)]));
  const slow = (calendar: BusinessCalendar): SlowCalendar =>
    new SlowCalendar(calendar, walls.get(calendar.timeZone) ?? new WallClock(calendar.timeZone));
  const day = 86_400_000;

  /** Compares everything within `days` after the start. */
  const agrees = (calendar: BusinessCalendar, start: number, minutes: number, to: number, days: number): void => {
    const oracle = slow(calendar);
    expect(isOpen(calendar, start)).toBe(oracle.isOpen(start));
    const expected = oracle.add(start, minutes, start + days * day);
    const end = addBusinessMinutes(calendar, start, minutes);
    if (expected !== undefined) expect(end).toBe(expected);
    else expect(end ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(start + days * day);
    expect(businessMinutesBetween(calendar, start, to)).toBe(oracle.between(start, to));
  };

  test('agrees in 10,000 calendars within some days of a change of clocks', () => {
    fc.assert(
      fc.property(
        calendarCase,
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 0, max: day }),
        ({ calendar, start }, minutes, millis) => agrees(calendar, start, minutes, start + millis, 2),
      ),
      { seed: 20_261_025, numRuns: 10_000 },
    );
  });

  test('agrees over weeks', () => {
    fc.assert(
      fc.property(
        calendarCase,
        fc.integer({ min: 0, max: 9_000 }),
        fc.integer({ min: 0, max: 30 * day }),
        ({ calendar, start }, minutes, millis) => agrees(calendar, start, minutes, start + millis, 30),
      ),
      { seed: 20_260_329, numRuns: 100 },
    );
  });

  test('takes back what it added, runs forward only, and adds up', () => {
    fc.assert(
      fc.property(
        calendarCase,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 0, max: 30 * day }),
        ({ calendar, start }, minutes, more, millis) => {
          const end = addBusinessMinutes(calendar, start, minutes);
          if (end === undefined) return;
          expect(businessMinutesBetween(calendar, start, end)).toBe(minutes);
          const later = addBusinessMinutes(calendar, start, minutes + more) ?? Number.POSITIVE_INFINITY;
          expect(later).toBeGreaterThanOrEqual(end);
          expect(
            addBusinessMinutes(calendar, start + millis, minutes) ?? Number.POSITIVE_INFINITY,
          ).toBeGreaterThanOrEqual(end);
          const [whole, first, second] = [
            businessMinutesBetween(calendar, start, end + millis),
            businessMinutesBetween(calendar, start, end),
            businessMinutesBetween(calendar, end, end + millis),
          ];
          expect(whole).toBeCloseTo(first + second, 6);
        },
      ),
      { seed: 20_261_126, numRuns: 1_000 },
    );
  });
});
