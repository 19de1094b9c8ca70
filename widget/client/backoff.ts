import type { Failure } from './api.ts';

const firstMs = 1_000;
const longestMs = 300_000;
/** Even a lucky draw leaves the API this long. */
const shortestMs = 250;

/** Exponential with full jitter: many tabs that failed together do not come back together. `random` is in [0, 1). */
export const backoffMs = (attempts: number, random: number): number =>
  Math.max(shortestMs, Math.round(random * Math.min(longestMs, firstMs * 2 ** Math.min(attempts, 20))));

/** Answers of 4xx that say "later": a request timeout, the same key in flight, too early, too many. */
const later = [408, 425, 429];

/** A refusal that the same message would meet again. Everything else is tried until it is answered. */
export const isPermanent = (failure: Failure): boolean => {
  if (failure.kind !== 'problem' || failure.status < 400 || failure.status >= 500) return false;
  if (failure.status === 409) return failure.code === 'conflict';
  return !later.includes(failure.status);
};

/** How long until the next look at a thread in which nothing happened `quiet` times: from `first` up to `longest`. */
export const pollMs = (quiet: number, { first, longest }: { first: number; longest: number }, random: number): number =>
  Math.round(Math.min(longest, first * 1.5 ** Math.min(quiet, 20)) * (0.9 + 0.2 * random));
