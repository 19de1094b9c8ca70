import { type CompileError, quote } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { errorAt } from './table.ts';

/** A calendar opens at some time of the week, and its holidays are days. */
export function checkCalendars(parsed: ParsedRouting): CompileError[] {
  return parsed.routing.calendars.flatMap(({ hours, holidays }, place): CompileError[] => {
    const closed = Object.values(hours).every((day) => day.length === 0);
    const never = {
      found: 'no hours in the whole week',
      expected: 'hours on one weekday at least',
      hint: 'a target that counts business hours would never come',
    };
    const days = holidays.map(({ day }) => day);
    return [
      ...(closed ? [errorAt(parsed, ['calendars', place, 'hours'], never)] : []),
      ...days.flatMap((day, index): CompileError[] => {
        const path = ['calendars', place, 'holidays', index, 'day'] as const;
        if (!isDay(day)) return [errorAt(parsed, path, { found: quote(day), expected: 'a day of the calendar' })];
        if (days.indexOf(day) === index) return [];
        return [errorAt(parsed, path, { found: `${quote(day)} again`, expected: 'each day once' })];
      }),
    ];
  });
}

/** `02-29` is a day in some years. */
function isDay(day: string): boolean {
  const text = day.length === 5 ? `2028-${day}` : day;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
