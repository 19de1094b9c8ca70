import { describe, expect, it } from 'vitest';
import { bootstrap } from './bootstrap.ts';

const pairs = (differences: readonly number[], familyOf = (at: number) => String(at)) =>
  differences.map((difference, at) => ({ difference, family: familyOf(at) }));
/** Ours wins 12 of 40, loses 8. */
const close = Array.from({ length: 40 }, (_, at) => (at < 12 ? 1 : at < 20 ? -1 : 0));

describe('the paired bootstrap', () => {
  it('finds nothing between equal engines', () => {
    expect(bootstrap(pairs(Array.from({ length: 50 }, () => 0)))).toEqual({ difference: 0, low: 0, high: 0 });
  });

  it('gives the same interval for the same pairs', () => {
    expect(bootstrap(pairs(close))).toEqual(bootstrap(pairs(close)));
  });

  it('shows a clear winner, and mirrored a clear loser', () => {
    const wins = Array.from({ length: 50 }, (_, at) => (at < 20 ? 1 : 0));
    const better = bootstrap(pairs(wins));
    expect(better.difference).toBe(0.4);
    // The binomial interval of 20 of 50 is about .26 to .54.
    expect(better.low).toBeGreaterThan(0.2);
    expect(better.low).toBeLessThan(0.32);
    expect(better.high).toBeGreaterThan(0.48);
    expect(better.high).toBeLessThan(0.6);
    expect(bootstrap(pairs(wins.map((win) => -win))).high).toBeLessThan(0);
  });

  it('shows no winner where wins and losses are close', () => {
    const { difference, low, high } = bootstrap(pairs(close));
    expect(difference).toBe(0.1);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0.1);
  });

  it('is less sure when the questions are variants of few', () => {
    const alone = bootstrap(pairs(close));
    const related = bootstrap(pairs(close, (at) => String(Math.floor(at / 4))));
    expect(related.difference).toBe(alone.difference);
    expect(related.high - related.low).toBeGreaterThan((alone.high - alone.low) * 1.3);
  });
});
