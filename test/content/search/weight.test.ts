import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scores, toWeight } from '../../../content/search/weight.ts';

const least = scores[1]!;
const most = scores[127]!;
const score = fc.double({ min: 1e-6, max: 1e9, noNaN: true });

describe('a weight', () => {
  test('is a whole number from 1 to 127, whatever the score', () => {
    fc.assert(
      fc.property(score, (score) => {
        const weight = toWeight(score);
        expect(Number.isInteger(weight)).toBe(true);
        expect(weight >= 1 && weight <= 127).toBe(true);
      }),
    );
    expect([toWeight(least / 100), toWeight(most * 100)]).toEqual([1, 127]);
  });

  test('never falls when the score rises', () => {
    fc.assert(
      fc.property(score, score, (a, b) => {
        expect(toWeight(Math.min(a, b))).toBeLessThanOrEqual(toWeight(Math.max(a, b)));
      }),
    );
  });

  test('stands for a score within ten percent, half a step of the scale', () => {
    const inside = fc.double({ min: 0, max: 1, noNaN: true }).map((share) => least * (most / least) ** share);
    const step = scores[2]! / scores[1]!;
    const closest = Math.log(step) / 2 + 1e-9;
    expect(Math.exp(closest)).toBeLessThan(1.1);
    fc.assert(
      fc.property(inside, (score) => {
        expect(Math.abs(Math.log(scores[toWeight(score)]! / score))).toBeLessThanOrEqual(closest);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is the one whose score it stands for', () => {
    for (let weight = 1; weight <= 127; weight++) expect(toWeight(scores[weight]!)).toBe(weight);
  });

  test('has room for the scores there are: a word once in the body of a long text, and one in every field', () => {
    expect(least).toBeLessThanOrEqual(0.1);
    // Five fields of weight 4, 3, 2, 2 and 1, each at most 2.2 times, with a prior of up to 2.
    expect(most).toBeGreaterThan(12 * 2.2 * 2);
  });
});
