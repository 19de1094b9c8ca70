import { expect, it } from 'vitest';
import { ratioOf, roundRatio } from './ratio.ts';

const steps = (from: number, count = 100) => Array.from({ length: count }, (_, at) => from + at);

it('compares the same percentile of both, within its interval', () => {
  const { value, interval90 } = ratioOf(steps(200), steps(100), 0.5);
  expect(value).toBeCloseTo(249 / 149, 10);
  expect(interval90[0]).toBeLessThan(value);
  expect(interval90[1]).toBeGreaterThan(value);
  expect(interval90[0]).toBeGreaterThan(1.4);
});

it('is sure of itself where nothing differs', () => {
  expect(ratioOf([30, 30, 30], [30, 30, 30], 0.95)).toEqual({ value: 1, interval90: [1, 1] });
});

it('does not let one slow round decide', () => {
  const round = (slow: number, ours: number) => ({ ours: steps(ours * slow), theirs: steps(100 * slow) });
  const rounds = [round(1, 100), round(50, 100), { ours: steps(900), theirs: steps(100) }];
  expect(roundRatio(rounds, 0.95)).toBe(1);
});
