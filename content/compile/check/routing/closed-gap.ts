import type { BusinessCalendar } from '../../../schema/business-calendar.ts';

/** The longest time in a row that nobody works, in minutes of the clock on the wall, and the holiday that makes it so long. */
export interface ClosedGap {
  minutes: number;
  holiday?: string;
}

const dayMinutes = 24 * 60;
const dayMs = dayMinutes * 60_000;
/** Days on both sides of a holiday: longer closed times count as that long. */
const around = 15;
/** Holidays of every year are looked at in these, when no other year is named: a Christmas on every weekday. */
const sampleYears = ['2026', '2027', '2028', '2029', '2030', '2031'];
const mostYears = 10;

/** Looks at the plain week and at the days around every holiday. Changes of the clock are left out. */
export function longestClosedGap(calendar: BusinessCalendar): ClosedGap {
  // From a Monday on, far from any holiday: two weeks, so that the gap over the weekend is in one piece.
  const week = gapOf(Array.from({ length: around }, (_, day) => weekdayHours(calendar, day % 7)));
  return datesOf(calendar).reduce<ClosedGap>(
    (longest, date) => {
      const days = Array.from({ length: 2 * around + 1 }, (_, day) =>
        hoursOn(calendar, Date.parse(date) + (day - around) * dayMs),
      );
      const minutes = gapOf(days);
      return minutes > longest.minutes ? { minutes, holiday: date } : longest;
    },
    { minutes: week },
  );
}

/** Between openings alone, unless there are none. */
function gapOf(days: readonly (readonly string[])[]): number {
  const open = days.flatMap((hours, day) =>
    hours.map((text) => spanOf(text).map((minute) => minute + day * dayMinutes)),
  );
  if (open.length === 0) return days.length * dayMinutes;
  return open.reduce((longest, [start = 0], place) => {
    const before = open[place - 1]?.[1];
    return before === undefined ? longest : Math.max(longest, start - before);
  }, 0);
}

const spanOf = (hours: string): number[] =>
  hours.split('-').map((clock) => {
    const [hour = 0, minute = 0] = clock.split(':').map(Number);
    return hour * 60 + minute;
  });

const weekdayHours = ({ hours }: BusinessCalendar, fromMonday: number): readonly string[] =>
  [hours.monday, hours.tuesday, hours.wednesday, hours.thursday, hours.friday, hours.saturday, hours.sunday][
    fromMonday
  ] ?? [];

function hoursOn(calendar: BusinessCalendar, time: number): readonly string[] {
  const date = new Date(time).toISOString().slice(0, 10);
  const dated = calendar.holidays.find(({ day }) => day === date);
  const yearly = calendar.holidays.find(({ day }) => day === date.slice(5));
  return (dated ?? yearly)?.hours ?? weekdayHours(calendar, (new Date(time).getUTCDay() + 6) % 7);
}

function datesOf({ holidays }: BusinessCalendar): string[] {
  const days = holidays.map(({ day }) => day);
  const dated = days.filter((day) => day.length > 5);
  const years = [...new Set(dated.map((day) => day.slice(0, 4)))].slice(0, mostYears);
  const yearly = days.filter((day) => day.length === 5);
  const all = [
    ...dated,
    ...(years.length > 0 ? years : sampleYears).flatMap((year) => yearly.map((day) => `${year}-${day}`)),
  ];
  return all.filter((date) => !Number.isNaN(Date.parse(date)) && Date.parse(date) > Date.parse('0001-02-01')).sort();
}
