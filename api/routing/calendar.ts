import type { BusinessCalendar } from '../../content/schema/business-calendar.ts';
import type { Millis } from '../store/store.ts';
import { offsetSpans } from './offset.ts';
import { dayMs, openHours } from './open-hours.ts';

/**
 * An instant is business time when a clock on the wall in the calendar's zone shows an open hour then. What counts is real
 * time: where clocks go forward the hours that no clock shows are missing, where they go back an hour that is shown twice
 * counts twice. All instants are milliseconds since 1970, and no millisecond is rounded away.
 */

/** Longer than the longest span that can be written, 99,999 hours around the clock. */
const horizon: Millis = 4_400 * dayMs;
const minuteMs = 60_000;

/** Whether the calendar is open. Opening time is, closing time is not. */
export function isOpen(calendar: BusinessCalendar, at: Millis): boolean {
  for (const { start } of openSpans(calendar, at, at + 1)) return start <= at;
  return false;
}

/**
 * The instant at which `minutes` of business time have passed since `start`; time before an opening does not count. An end
 * that falls on closing time is the closing time, not the next opening. 0 minutes: `start` when open, otherwise the next
 * opening. Parts of a minute count to the millisecond. `undefined` when the calendar is not open for that long within 4,400
 * days, as one that never opens. Throws RangeError when `minutes` is negative or not a number.
 */
export function addBusinessMinutes(calendar: BusinessCalendar, start: Millis, minutes: number): Millis | undefined {
  if (!(minutes >= 0)) throw new RangeError(`Expected 0 minutes or more, not ${minutes}.`);
  let left = Math.round(minutes * minuteMs);
  for (const open of openSpans(calendar, start, start + horizon)) {
    const from = Math.max(open.start, start);
    if (left <= open.end - from) return from + left;
    left -= open.end - from;
  }
  return undefined;
}

/** Minutes of business time from one instant to another, with fractions; 0 when `to` is not after `from`. */
export function businessMinutesBetween(calendar: BusinessCalendar, from: Millis, to: Millis): number {
  let passed = 0;
  for (const { start, end } of openSpans(calendar, from, to)) passed += Math.min(end, to) - Math.max(start, from);
  return passed / minuteMs;
}

export interface OpenSpan {
  start: Millis;
  /** Not included. */
  end: Millis;
}

/** Open time in order, every span that ends after `from` and starts before `until`. Neighbours may touch. */
export function* openSpans(calendar: BusinessCalendar, from: Millis, until: Millis): Generator<OpenSpan, void> {
  if (from >= until) return;
  for (const zone of offsetSpans(calendar.timeZone, from)) {
    if (zone.from >= until) return;
    const first = Math.floor((Math.max(zone.from, from) + zone.offset) / dayMs);
    const last = Math.floor((Math.min(zone.until, until) - 1 + zone.offset) / dayMs);
    for (let day = first; day <= last; day += 1) {
      const midnight = day * dayMs - zone.offset;
      for (const hours of openHours(calendar, day)) {
        const start = Math.max(midnight + hours.start, zone.from);
        const end = Math.min(midnight + hours.end, zone.until);
        if (start < end && end > from && start < until) yield { start, end };
      }
    }
  }
}
