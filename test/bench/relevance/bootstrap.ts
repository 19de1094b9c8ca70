import { seeded } from '../../support/random.ts';
import { percentile } from './score.ts';

/** A difference of means with the interval that holds it in 95 of 100 draws. */
export interface Interval {
  difference: number;
  low: number;
  high: number;
}

/** What one question says: how much better ours did, and the family it belongs to. */
export interface Pair {
  difference: number;
  /** A question and the variants made from it stand or fall together, so they are drawn together. */
  family: string;
}

const draws = 10_000;
const seed = 20_261_122;

const round = (value: number): number => Number(value.toFixed(4));

/** Paired bootstrap: families are drawn with replacement, as many as there are; the same pairs give the same interval. */
export function bootstrap(pairs: readonly Pair[]): Interval {
  const families = new Map<string, { sum: number; count: number }>();
  for (const { difference, family } of pairs) {
    const { sum, count } = families.get(family) ?? { sum: 0, count: 0 };
    families.set(family, { sum: sum + difference, count: count + 1 });
  }
  const list = [...families.values()];
  const random = seeded(seed);
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    let count = 0;
    for (let left = list.length; left > 0; left--) {
      const drawn = list[Math.floor(random() * list.length)]!;
      sum += drawn.sum;
      count += drawn.count;
    }
    return sum / count;
  });
  const total = pairs.reduce((sum, { difference }) => sum + difference, 0);
  return {
    difference: round(total / pairs.length),
    low: round(percentile(means, 0.025)),
    high: round(percentile(means, 0.975)),
  };
}
