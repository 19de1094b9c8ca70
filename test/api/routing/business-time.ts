import fc from 'fast-check';
import type { BusinessCalendar } from '../../../content/schema/business-calendar.ts';

/** Business calendars and instants around which something happens to clocks, for property tests. */

const day = 86_400_000;

/** Instants on the day of a change of clocks, and plain days between them. */
const anchors: Record<string, string[]> = {
  'Europe/Berlin': ['2026-03-29', '2026-10-25', '2024-02-29', '2026-12-24'],
  'America/New_York': ['2026-03-08', '2026-11-01', '2025-02-28', '2026-11-26'],
  'Australia/Lord_Howe': ['2026-04-04', '2026-10-03', '2026-01-26'],
  'Asia/Kathmandu': ['1985-12-31', '2026-10-20'],
  // A Friday that was left out: from Thursday 24:00 to Saturday 00:00.
  'Pacific/Apia': ['2011-12-30', '2021-04-03', '2020-09-26'],
  // Midnight did not exist in October, and 23:00 came twice in February.
  'America/Sao_Paulo': ['2018-11-04', '2019-02-17', '2017-10-15', '2026-02-17'],
  'Africa/Casablanca': ['2024-03-10', '2024-04-14', '2025-02-23', '2025-04-06'],
  'Asia/Kolkata': ['2026-01-26', '2024-02-29'],
  UTC: ['2026-12-31', '2028-02-29'],
  'Pacific/Chatham': ['2026-04-04', '2026-09-26'],
  // Changed at one minute past midnight, so that a piece of the day before came again.
  'America/St_Johns': ['2010-03-14', '2010-11-07', '2026-11-01'],
  'Asia/Gaza': ['2010-03-27', '2010-08-11', '2026-03-28'],
  // Goes forward by two hours, from UTC.
  'Antarctica/Troll': ['2026-03-29', '2026-10-25'],
  'Europe/London': ['2026-03-29', '2026-10-25', '2026-12-26'],
  'Africa/Cairo': ['2026-04-24', '2026-10-29'],
};
export const zones = Object.keys(anchors);

/** A time zone, and the noon of a day there at which something happens. */
const anchor = fc
  .constantFrom(...zones)
  .chain((timeZone) =>
    fc.constantFrom(...(anchors[timeZone] ?? [])).map((date) => ({ timeZone, noon: Date.parse(`${date}T12:00:00Z`) })),
  );

const clockText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** One to three spans at any minute, some of which begin or end in an hour that is left out or comes twice. */
const splitDay = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 210 })), {
    minLength: 2,
    maxLength: 6,
  })
  .map((edges) => {
    const ordered = edges.toSorted((one, other) => one - other);
    return ordered.flatMap((start, place) => {
      const end = ordered[place + 1];
      return place % 2 === 0 && end !== undefined ? [`${clockText(start)}-${clockText(end)}`] : [];
    });
  });

const always = (hours: string[]) => fc.constant(hours);
const openDay = fc.oneof(
  { weight: 3, arbitrary: always(['09:00-17:30']) },
  { weight: 2, arbitrary: always(['08:00-12:00', '13:00-17:00']) },
  { weight: 2, arbitrary: always([]) },
  { weight: 1, arbitrary: always(['00:00-24:00']) },
  { weight: 1, arbitrary: always(['00:00-02:30', '02:30-06:00', '22:00-24:00']) },
  { weight: 3, arbitrary: splitDay },
);

const holidays = (noon: number) =>
  fc.array(
    fc.record({
      day: fc
        .tuple(fc.integer({ min: -4, max: 12 }), fc.boolean())
        .map(([days, yearly]) => new Date(noon + days * day).toISOString().slice(yearly ? 5 : 0, 10)),
      hours: fc.oneof(always([]), always(['09:00-13:00']), splitDay),
    }),
    { maxLength: 5 },
  );

export interface Case {
  calendar: BusinessCalendar;
  start: number;
}

/** A calendar and an instant within some days before and after its anchor, on a minute or not. */
export const calendarCase: fc.Arbitrary<Case> = anchor.chain(({ timeZone, noon }) =>
  fc.record({
    calendar: fc.record({
      id: fc.constant('team'),
      timeZone: fc.constant(timeZone),
      hours: fc.record({
        monday: openDay,
        tuesday: openDay,
        wednesday: openDay,
        thursday: openDay,
        friday: openDay,
        saturday: openDay,
        sunday: openDay,
      }),
      // Two entries for one day would ask for an order; the compile step speaks of those.
      holidays: holidays(noon).map((all) => [...new Map(all.map((holiday) => [holiday.day, holiday])).values()]),
    }),
    start: fc.oneof(
      fc.integer({ min: -3 * 1440, max: 1440 }).map((minutes) => noon + minutes * 60_000),
      fc.integer({ min: -3 * day, max: day }).map((millis) => noon + millis),
    ),
  }),
);
