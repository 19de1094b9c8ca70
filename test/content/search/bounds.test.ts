import { describe, expect, test } from 'vitest';
import { strongest } from '../../../content/search/bounds.ts';

const postings = (count: number, isNamed: (document: number) => boolean = () => false) =>
  Array.from({ length: count }, (_, document) => ({
    document,
    score: 1 + (document % 7),
    isNamed: isNamed(document),
  }));

describe('the postings of a word that are kept', () => {
  test('are all of them up to a thousand documents', () => {
    const all = postings(1_000);
    expect(strongest(all, 1_000, 1_000)).toBe(all);
  });

  test('are all of a word that few documents have', () => {
    const few = postings(300);
    expect(strongest(few, 300, 3_000)).toEqual(few);
    expect(strongest(postings(40), 40, 30_000)).toHaveLength(40);
  });

  test('are those it says most of, in the order they had, the first of equals', () => {
    const kept = strongest(postings(3_000), 3_000, 3_200);
    expect(kept).toHaveLength(425);
    expect(kept.map(({ document }) => document)).toEqual(
      kept.map(({ document }) => document).toSorted((a, b) => a - b),
    );
    expect(new Set(kept.map(({ score }) => score))).toEqual(new Set([7]));
    expect(kept[0]?.document).toBe(6);
  });

  test('are fewer, the more documents there are', () => {
    const kept = [3_000, 20_000, 50_000, 100_000].map(
      (documents) => strongest(postings(2_000), 2_000, documents).length,
    );
    expect(kept).toEqual(kept.toSorted((a, b) => b - a));
    expect(kept.at(-1)).toBeGreaterThan(100);
  });

  test('are those of titles first, up to a bound of their own', () => {
    const isNamed = (document: number) => document % 7 === 0;
    const kept = strongest(postings(7_000, isNamed), 7_000, 100_000);
    expect(kept.filter(({ isNamed }) => isNamed)).toHaveLength(1_000);
    expect(
      strongest(
        postings(7_000, () => true),
        7_000,
        100_000,
      ),
    ).toHaveLength(1_500);
  });
});
