import * as z from 'zod/mini';
import { day, slug } from './name.ts';

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

/** Hours of a day that are worked: `09:00-12:30`, the end not included; `24:00` is midnight after it. */
const openHours = z.string().check(
  z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'expected hours such as 09:00-17:30'),
  z.refine((text) => minutesOf(text.slice(0, 5)) < minutesOf(text.slice(6)), 'expected an end after the start'),
);

const ends = (hours: readonly string[]) => hours.map((text) => [minutesOf(text.slice(0, 5)), minutesOf(text.slice(6))]);
const openDay = z
  .array(openHours)
  .check(
    z.refine(
      (hours) => ends(hours).every(([start = 0], place, all) => place === 0 || (all[place - 1]?.[1] ?? 0) <= start),
      'expected hours in order that do not overlap',
    ),
  );

/** A day off, or with other hours than its weekday has: a half day. */
const holiday = z.strictObject({
  /** `2026-12-24`, or `12-24` for every year. */
  day: z.union([day, z.string().check(z.regex(/^\d{2}-\d{2}$/, 'expected a day such as 2026-12-24 or 12-24'))]),
  name: z.optional(z.string().check(z.maxLength(60))),
  /** Default none: the whole day is off. */
  hours: z._default(openDay, []),
});

const hours = z._default(openDay, []);
/** A weekday that is left out is off. */
const week = z.strictObject({
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: hours,
  sunday: hours,
});

/** When a group works: an entry of `content/routing/business-hours.yaml`. */
export const businessCalendar = z.strictObject({
  id: slug,
  /** IANA name, such as `Europe/Berlin`. */
  timeZone: z.string().check(z.refine(isTimeZone, 'expected an IANA time zone such as Europe/Berlin')),
  hours: week,
  /** Default none. */
  holidays: z._default(z.array(holiday).check(z.maxLength(400)), []),
});
export type BusinessCalendar = z.infer<typeof businessCalendar>;

/** `content/routing/business-hours.yaml`. */
export const businessCalendars = z.strictObject({
  calendars: z.array(businessCalendar).check(z.minLength(1), z.maxLength(50)),
});

function isTimeZone(name: string): boolean {
  try {
    // Offsets such as +01:00 are taken as well, and know no summer. Short names such as PST or IST are several zones: some are
    // known to Intl, and to Temporal none of those.
    return /^(?![A-Z]{2}T$)[A-Z]/i.test(name) && Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
