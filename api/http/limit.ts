import { createMiddleware } from 'hono/factory';
import type { AppContext, AppEnv } from './env.ts';
import { networkOf } from './network.ts';
import { problem } from './problem.ts';

export const rateWindowMs = 10 * 60_000;
const dayMs = 86_400_000;

/**
 * Multiples of the configured limit of new requests, for one network in ten minutes. An office shares one address: with the
 * default of 60, a hundred people can each look for replies once in fifteen seconds.
 */
const multiples = { tickets: 1, messages: 2, feedback: 4, reads: 70, signIn: 0.5, counts: 20 } as const;

type LimitName = keyof typeof multiples;

/** Counts a hit; answers how long to wait when it is one too many. The address is kept as a keyed hash that changes every day. */
export async function hitLimit(c: AppContext, name: LimitName): Promise<number | undefined> {
  const { store, secrets, config, now } = c.var.deps;
  if (config.rateLimit === 0) return undefined;
  const at = now();
  const network = await secrets.networkKey(networkOf(c), Math.floor(at / dayMs));
  const most = Math.max(1, Math.floor(config.rateLimit * multiples[name]));
  const hit = await store.hitRate({ key: `${name} ${network}`, limit: most, windowMs: rateWindowMs, now: at });
  return hit.allowed ? undefined : hit.retryAfterMs;
}

/** Refuses with 429 when a network asks too often. */
export const limit = (name: LimitName) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const retryAfterMs = await hitLimit(c, name);
    return retryAfterMs === undefined ? next() : problem(c, 'rate-limited', { retryAfterMs });
  });
