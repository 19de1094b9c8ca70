import { describe, expect, it } from 'vitest';
import { metricsOf, percentile, scoreOf, success } from './score.ts';

const answers = new Set(['a', 'b']);
const ten = Array.from({ length: 10 }, (_, at) => `x${at}`);

describe('the score of a question', () => {
  it('names the place of the first answer', () => {
    expect(scoreOf(['x', 'b', 'a'], answers, 1).first).toBe(2);
  });

  it('is full gain when the answers come first, in whatever order', () => {
    expect(scoreOf(['b', 'a', 'x'], answers, 1).ndcg10).toBe(1);
  });

  it('discounts the gain of an answer by its place', () => {
    // 1/log2(3) + 1/log2(4) of 1 + 1/log2(3).
    expect(scoreOf(['x', 'b', 'a'], answers, 1).ndcg10).toBeCloseTo((0.63093 + 0.5) / 1.63093, 4);
  });

  it('has nothing for an answer after the tenth result, which is not the same as no result', () => {
    expect(scoreOf([...ten, 'a'], answers, 1)).toEqual({ ndcg10: 0, isEmpty: false, time: 1 });
    expect(scoreOf([], answers, 1)).toEqual({ ndcg10: 0, isEmpty: true, time: 1 });
  });

  it('can be full with more than ten answers', () => {
    expect(scoreOf(ten, new Set([...ten, 'a', 'b']), 1).ndcg10).toBe(1);
  });

  it('is a success from its place on', () => {
    const third = scoreOf(['x', 'y', 'a'], answers, 1);
    expect([1, 2, 3, 5].map((k) => success(third, k))).toEqual([0, 0, 1, 1]);
  });
});

describe('metrics', () => {
  it('are means over the questions', () => {
    const found = [['a'], ['x', 'a'], ['x', 'y', 'z', 'a'], [...ten.slice(0, 5), 'a'], ['x'], []];
    const metrics = metricsOf(found.map((ids, at) => scoreOf(ids, new Set(['a']), at + 1)));
    expect(metrics).toEqual({
      n: 6,
      success1: 0.1667,
      success3: 0.3333,
      success5: 0.5,
      mrr10: Number(((1 + 1 / 2 + 1 / 4 + 1 / 6) / 6).toFixed(4)),
      ndcg10: Number(((1 + 1 / Math.log2(3) + 1 / Math.log2(5) + 1 / Math.log2(7)) / 6).toFixed(4)),
      zero: 0.1667,
      p50Ms: 3,
      p99Ms: 6,
    });
  });

  it('take percentiles from the values themselves', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([0.01, 0.5, 0.99, 1].map((share) => percentile(values, share))).toEqual([1, 50, 99, 100]);
    expect(percentile([7], 0.5)).toBe(7);
  });
});
