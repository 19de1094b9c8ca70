import type { Spread } from '../contract/report.ts';
import type { Millis } from '../store/store.ts';

/** Median and 90th percentile, in minutes to two decimals; no number where nothing was measured. */
export function spreadOf(spans: readonly Millis[]): Spread {
  const sorted = Float64Array.from(spans).sort();
  const [median, p90] = [nearestRank(sorted, 50), nearestRank(sorted, 90)];
  if (median === undefined || p90 === undefined) return { count: 0 };
  return { count: sorted.length, median: minutesOf(median), p90: minutesOf(p90) };
}

/** The smallest of the values that at least so many percent of them are not above: one that was measured, never one between. */
export const nearestRank = (sorted: ArrayLike<number>, percent: number): number | undefined =>
  sorted[Math.max(1, Math.ceil((sorted.length * percent) / 100)) - 1];

const minutesOf = (span: Millis): number => Math.round(span / 600) / 100;
