import { Temporal } from 'temporal-polyfill';
import { mostDays, type ReportQuery } from '../contract/report.ts';
import type { Millis } from '../store/store.ts';

/** Days of a zone, one after the other, each from its first instant on: one with a change of clocks is longer or shorter. */
export interface Span {
  from: Millis;
  /** Not included. */
  until: Millis;
  days: readonly { day: string; from: Millis }[];
}

/** The span of a query; what is wrong with it where there is none. */
export function spanOf({ from, to, zone }: Pick<ReportQuery, 'from' | 'to' | 'zone'>): Span | keyof ReportQuery {
  const first = dateOf(from);
  if (!first) return 'from';
  const last = dateOf(to);
  if (!last || Temporal.PlainDate.compare(last, first) < 0) return 'to';
  const count = first.until(last).days + 1;
  if (count > mostDays) return 'to';
  if (!isZone(zone)) return 'zone';
  const startOf = (date: Temporal.PlainDate): Millis => date.toZonedDateTime(zone).epochMilliseconds;
  const days = Array.from({ length: count }, (_, later) => {
    const date = first.add({ days: later });
    return { day: date.toString(), from: startOf(date) };
  });
  return { from: startOf(first), until: startOf(last.add({ days: 1 })), days };
}

/** Place of the day that holds an instant; nothing outside of the span. */
export function dayAt({ from, until, days }: Span, at: Millis): number | undefined {
  if (at < from || at >= until) return undefined;
  let low = 0;
  let high = days.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((days[middle]?.from ?? until) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function dateOf(text: string): Temporal.PlainDate | undefined {
  try {
    const date = Temporal.PlainDate.from(text, { overflow: 'reject' });
    return date.year >= 1970 && date.year < 10_000 ? date : undefined;
  } catch {
    return undefined;
  }
}

/** A name: offsets such as +01:00 know no summer. Some short ones, such as PST, are known to Intl and not to Temporal. */
function isZone(name: string): boolean {
  try {
    if (!/^[A-Z]/i.test(name) || !new Intl.DateTimeFormat('en', { timeZone: name })) return false;
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name));
  } catch {
    return false;
  }
}
