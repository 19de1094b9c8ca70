import { describe, expect, it } from 'vitest';
import { differencesOf } from './difference.ts';
import { scoreOf } from './score.ts';

const asked = (kind: string, number: number, place: number) => ({
  corpus: 'c',
  question: { qid: `${kind}${number}`, query: 'q', article_ids: ['a'], pooled_ids: [], kind, parent: '' },
  score: scoreOf([...Array.from({ length: place - 1 }, (_, at) => `x${at}`), 'a'], new Set(['a']), 1),
});
const twenty = Array.from({ length: 20 }, (_, number) => number);
/** Ours has every sentence first and every typo sixth; the peer has all of them third. */
const ours = [...twenty.map((at) => asked('issue-title', at, 1)), ...twenty.map((at) => asked('derived-typo', at, 6))];
const theirs = ours.map((one) => ({ ...one, score: asked('', 0, 3).score }));

describe('the difference of two engines', () => {
  it('is above 0 where ours is better, by column and at the place that is asked for', () => {
    const { overall, byKind } = differencesOf(ours, theirs);
    expect(byKind).toEqual({
      sentence: { success1: { difference: 1, low: 1, high: 1 }, success5: { difference: 0, low: 0, high: 0 } },
      'derived-typo': { success1: { difference: 0, low: 0, high: 0 }, success5: { difference: -1, low: -1, high: -1 } },
    });
    expect(overall.success1.difference).toBe(0.5);
    expect(overall.success1.low).toBeGreaterThan(0.3);
    expect(overall.success5.high).toBeLessThan(-0.3);
  });
});
