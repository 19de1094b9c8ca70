import type { BusinessCalendar } from '../../content/schema/business-calendar.ts';
import type { Millis } from '../store/store.ts';

/** Open from `start` until `end` (not included), in milliseconds of the local clock after midnight. */
export interface OpenHours {
  start: Millis;
  end: Millis;
}

export const dayMs = 86_400_000;

interface Week {
  /** Sunday first. */
  weekdays: OpenHours[][];
  /** By `2026-12-24` and `12-24`. */
  holidays: Map<string, OpenHours[]>;
}

/** A calendar is read once: it must not be changed afterwards. */
const weeks = new WeakMap<BusinessCalendar, Week>();

/**
 * When a calendar is open on a local day, in order; empty when it is off. `day` counts from 1970-01-01, which is 0. A holiday
 * of that very day wins over a yearly one, and a yearly one over the weekday; the last wins where two name the same day.
 * A yearly `02-29` is a holiday in leap years only.
 */
export function openHours(calendar: BusinessCalendar, day: number): readonly OpenHours[] {
  const { weekdays, holidays } = weekOf(calendar);
  if (holidays.size > 0) {
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    const off = holidays.get(date) ?? holidays.get(date.slice(5));
    if (off) return off;
  }
  // 1970-01-01 was a Thursday; days before it are negative.
  return weekdays[(((day + 4) % 7) + 7) % 7] ?? [];
}

function weekOf(calendar: BusinessCalendar): Week {
  const known = weeks.get(calendar);
  if (known) return known;
  const { sunday, monday, tuesday, wednesday, thursday, friday, saturday } = calendar.hours;
  const week = {
    weekdays: [sunday, monday, tuesday, wednesday, thursday, friday, saturday].map((hours) => hours.map(read)),
    holidays: new Map(calendar.holidays.map(({ day, hours }) => [day, hours.map(read)])),
  };
  weeks.set(calendar, week);
  return week;
}

const read = (hours: string): OpenHours => ({ start: millisOf(hours.slice(0, 5)), end: millisOf(hours.slice(6)) });

function millisOf(clock: string): Millis {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
}
