import { Temporal } from 'temporal-polyfill';
import type { Millis } from '../store/store.ts';

/** A stretch of time in which nobody in a zone changes the clock. */
export interface OffsetSpan {
  from: Millis;
  /** Not included. */
  until: Millis;
  /** Local time minus UTC. */
  offset: Millis;
}

const keptYears = 1_000;
const years = new Map<string, OffsetSpan[]>();

/**
 * The stretches of a time zone (IANA name) from the one that holds `at`, in order and without an end: the caller breaks off.
 * Throws RangeError for an unknown zone, and past the end of time as Temporal knows it (the year 275760).
 */
export function* offsetSpans(timeZone: string, at: Millis): Generator<OffsetSpan, never> {
  for (let year = new Date(at).getUTCFullYear(); ; year += 1) {
    for (const span of ofYear(timeZone, year)) if (span.until > at) yield span;
  }
}

/** Asking for a change of clocks costs about a millisecond, so that a year (of UTC) is asked for once. */
function ofYear(timeZone: string, year: number): OffsetSpan[] {
  const key = `${timeZone} ${year}`;
  const known = years.get(key);
  if (known) return known;
  const spans = [...within(timeZone, Date.UTC(year, 0), Date.UTC(year + 1, 0))];
  if (years.size >= keptYears) years.clear();
  years.set(key, spans);
  return spans;
}

function* within(timeZone: string, from: Millis, end: Millis): Generator<OffsetSpan> {
  const local = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  const next = local.getTimeZoneTransition('next')?.epochMilliseconds ?? end;
  yield { from, until: Math.min(next, end), offset: local.offsetNanoseconds / 1_000_000 };
  if (next < end) yield* within(timeZone, next, end);
}
