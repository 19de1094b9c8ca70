import { describe, expect, it } from 'vitest';
import { priorOf } from '../../../content/compile/prior.ts';
import { pageType } from '../../../content/schema/article.ts';

describe('the prior of a document', () => {
  it('puts the task before the manual, the manual before the listing, and the news last', () => {
    const order = ['how-to', 'concept', 'reference', 'overview', 'release-notes'] as const;
    const priors = order.map((type) => priorOf(type, 0));
    expect(priors).toEqual(priors.toSorted((a, b) => b - a));
    expect(new Set(priors).size).toBe(order.length);
    expect(priorOf('troubleshooting', 0)).toBe(priorOf('how-to', 0));
  });

  it('is the one of a task when nobody said what the document is for', () => {
    expect(priorOf(undefined, 0)).toBe(1);
    expect(priorOf(undefined, 0)).toBe(priorOf('how-to', 0));
  });

  it('rises with the documents that lead to it, each less than the one before', () => {
    const [none = 0, one = 0, two = 0, ten = 0, thousand = 0] = [0, 1, 2, 10, 1_000].map((n) => priorOf('how-to', n));
    expect(one - none).toBeGreaterThan(two - one);
    expect(two).toBeGreaterThan(one);
    expect(ten).toBeCloseTo(1.2, 1);
    expect(thousand).toBeLessThan(2);
  });

  it('lets ten links not make up for being news', () => {
    expect(priorOf('release-notes', 10)).toBeLessThan(priorOf('how-to', 0));
  });

  it('is above 0 and at most 1 without links, for every type', () => {
    expect(pageType.options.length).toBeGreaterThan(4);
    for (const type of pageType.options) {
      expect(priorOf(type, 0)).toBeGreaterThan(0);
      expect(priorOf(type, 0)).toBeLessThanOrEqual(1);
    }
  });
});
