import { describe, expect, it } from 'vitest';
import { brotliBytes } from './bytes.ts';
import { entropy, floorOf, postingsFloor } from './floor.ts';

describe('the information floor', () => {
  it('counts the ways in which units can have a term', () => {
    // 4 choose 2 is 6, 4 choose 1 is 4, and there is one way in which all have it.
    expect(postingsFloor(4, [2, 1, 4]) * 8).toBeCloseTo(Math.log2(6) + 2, 10);
  });

  it('stays exact for a hundred thousand units', () => {
    expect(postingsFloor(100_000, [1]) * 8).toBeCloseTo(Math.log2(100_000), 6);
    expect(postingsFloor(100_000, [2]) * 8).toBeCloseTo(Math.log2((100_000 * 99_999) / 2), 6);
  });

  it('takes one bit for a weight of two equally frequent ones, and none for a weight that never differs', () => {
    expect(entropy([7, 9, 9, 7, 7, 9, 7, 9])).toBe(1);
    expect(entropy([5, 5, 5])).toBe(0);
  });

  it('adds up postings of every unit, weights and the compressed dictionary', () => {
    const terms = ['cancel', 'invoice', 'plan'];
    const floor = floorOf({
      terms,
      units: [
        { name: 'articles', count: 100_000, frequencies: [100, 2000, 30_000] },
        { name: 'sections', count: 200_000, frequencies: [150, 2100, 31_000] },
      ],
      weights: [{ name: 'impacts', values: Array.from({ length: 32_100 }, (_, at) => at % 4) }],
    });
    expect(floor.dictionary).toBe(brotliBytes(new TextEncoder().encode('cancel\ninvoice\nplan')));
    expect(floor.weights).toEqual({ impacts: 32_100 / 4 });
    expect(floor.postings['articles']).toBe(Math.round(postingsFloor(100_000, [100, 2000, 30_000])));
    expect(floor.total).toBe(
      floor.dictionary + 8025 + (floor.postings['articles'] ?? 0) + (floor.postings['sections'] ?? 0),
    );
  });
});
