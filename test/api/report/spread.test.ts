import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadOf } from '../../../api/report/spread.ts';

const minutes = (...values: number[]) => spreadOf(values.map((value) => value * 60_000));

describe('median and 90 %', () => {
  test.each([
    ['of one', [7], 7, 7],
    ['of two are the lower and the higher', [2, 1], 1, 2],
    ['of ten', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 5, 9],
    ['of eleven', [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 6, 10],
    ['are numbers, not words: 9 is below 10', [10, 9, 100], 10, 100],
  ])('%s', (_, values, median, p90) => {
    expect(minutes(...values)).toEqual({ count: values.length, median, p90 });
  });

  test('of nothing are none', () => {
    expect(spreadOf([])).toEqual({ count: 0 });
  });

  test('are values that were measured, with at least so many not above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1 }), (values) => {
        const { median = Number.NaN, p90 = Number.NaN } = minutes(...values);
        const share = (limit: number) => values.filter((value) => value <= limit).length / values.length;
        const below = (limit: number) => values.filter((value) => value < limit).length / values.length;
        expect(values).toContain(median);
        expect(values).toContain(p90);
        expect(share(median)).toBeGreaterThanOrEqual(0.5);
        expect(below(median)).toBeLessThan(0.5);
        expect(share(p90)).toBeGreaterThanOrEqual(0.9);
        expect(below(p90)).toBeLessThan(0.9);
      }),
    );
  });
});
