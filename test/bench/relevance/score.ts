/** Deeper than this nobody looks. */
export const depth = 10;

/** How well one question was answered. */
export interface Score {
  /** Place of the first answer among the first ten, from 1; absent when none is there. */
  first?: number;
  /** Discounted gain, an answer being worth 1, against the best order there is. */
  ndcg10: number;
  /** No result at all. */
  isEmpty: boolean;
  /** Milliseconds. */
  time: number;
}

const discount = (place: number): number => 1 / Math.log2(place + 1);

export function scoreOf(found: readonly string[], answers: ReadonlySet<string>, time: number): Score {
  const shown = found.slice(0, depth);
  const places = shown.flatMap((id, at) => (answers.has(id) ? [at + 1] : []));
  const best = Array.from({ length: Math.min(depth, answers.size) }, (_, at) => discount(at + 1));
  const sum = (gains: readonly number[]) => gains.reduce((total, gain) => total + gain, 0);
  return {
    ...(places[0] === undefined ? {} : { first: places[0] }),
    ndcg10: sum(places.map(discount)) / sum(best),
    isEmpty: found.length === 0,
    time,
  };
}

/** 1 when an answer is among the first `k`, else 0. */
export const success = ({ first }: Score, k: number): number => (first !== undefined && first <= k ? 1 : 0);

/** Shares are of `n`, from 0 to 1. */
export interface Metrics {
  n: number;
  success1: number;
  success3: number;
  success5: number;
  mrr10: number;
  ndcg10: number;
  /** Share of questions without any result. */
  zero: number;
  p50Ms: number;
  p99Ms: number;
}

/** The smallest value that `share` of the values do not exceed. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const round = (value: number): number => Number(value.toFixed(4));

export function metricsOf(scores: readonly Score[]): Metrics {
  const mean = (value: (score: Score) => number) =>
    round(scores.reduce((total, score) => total + value(score), 0) / scores.length);
  const times = scores.map(({ time }) => time);
  return {
    n: scores.length,
    success1: mean((score) => success(score, 1)),
    success3: mean((score) => success(score, 3)),
    success5: mean((score) => success(score, 5)),
    mrr10: mean(({ first }) => (first === undefined ? 0 : 1 / first)),
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    zero: mean(({ isEmpty }) => (isEmpty ? 1 : 0)),
    p50Ms: round(percentile(times, 0.5)),
    p99Ms: round(percentile(times, 0.99)),
  };
}
