import { countRow } from './rows.ts';
import { type Executor, sql } from './statement.ts';
import type { RateHit, RateResult, Store } from './store.ts';

/**
 * Sliding window from two counters: the share of the window before that still lies in the span, plus this window. One
 * statement counts and decides, so that hits at the same time cannot both take the last place.
 */
export const rates = (db: Executor): Pick<Store, 'hitRate'> => ({
  async hitRate(hit) {
    const { key, limit, windowMs, now } = hit;
    const win = now - (now % windowMs);
    const before = win - windowMs;
    const share = 1 - (now - win) / windowMs;
    const [counted = [], counts = []] = await db.batch(
      [
        sql`
          insert into rate (key, win, n)
          select ${key}, ${win}, 1
          where coalesce((select n from rate where key = ${key} and win = ${before}), 0) * ${share} + 1 <= ${limit}
          on conflict (key, win) do update set n = rate.n + 1
          where coalesce((select n from rate where key = ${key} and win = ${before}), 0) * ${share} + rate.n + 1 <= ${limit}
          returning n`,
        sql`select win, n from rate where key = ${key} and win in (${win}, ${before})`,
      ],
      { durable: false },
    );
    if (counted.length === 1) return { allowed: true };
    const of = new Map(counts.map((row) => countRow.parse(row)).map(({ win, n }) => [win, n]));
    return denied(hit, of.get(before) ?? 0, of.get(win) ?? 0);
  },
});

/** How long until one more fits: later in this window when the one before fades, else in the next. */
function denied({ limit, windowMs, now }: RateHit, previous: number, current: number): RateResult {
  const elapsed = now % windowMs;
  const fades = (count: number, room: number) => (count === 0 ? 0 : Math.max(0, 1 - room / count) * windowMs);
  const retryAfterMs =
    current + 1 <= limit
      ? fades(previous, limit - current - 1) - elapsed
      : windowMs - elapsed + fades(current, limit - 1);
  return { allowed: false, retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)) };
}
