import { seeded } from '../../support/random.ts';
import { percentile } from '../index/percentile.ts';

export interface Ratio {
  value: number;
  /** Between these lie 90 of 100 ratios of samples drawn again from what was measured. */
  interval90: [number, number];
}

const drawings = 2000;

/** How a percentile of one sample compares with the same percentile of another, with its bootstrap interval. */
export function ratioOf(ours: readonly number[], theirs: readonly number[], share: number): Ratio {
  const random = seeded(17);
  const again = (values: readonly number[]) =>
    percentile(
      values.map(() => values[Math.floor(random() * values.length)] ?? 0),
      share,
    );
  const ratios = Array.from({ length: drawings }, () => again(ours) / again(theirs));
  return {
    value: percentile(ours, share) / percentile(theirs, share),
    interval90: [percentile(ratios, 0.05), percentile(ratios, 0.95)],
  };
}

/** The median of the ratios of rounds that followed each other: what slows the whole machine slows both sides. */
export const roundRatio = (rounds: readonly { ours: number[]; theirs: number[] }[], share: number): number =>
  percentile(
    rounds.map(({ ours, theirs }) => percentile(ours, share) / percentile(theirs, share)),
    0.5,
  );
