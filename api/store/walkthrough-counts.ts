import * as z from 'zod/mini';
import { walkthroughCount } from '../contract/walkthrough-count.ts';
import { type Executor, type Row, sql } from './statement.ts';
import type { CountedWalkthrough, Store } from './store.ts';

/** Anybody may say any version: what is beyond so many of a walkthrough and day counts without one. */
const mostVersions = 20;

const { walkthrough, locale, step, outcome, reason } = walkthroughCount.shape;
const absent = z.pipe(
  z.literal(''),
  z.transform(() => undefined),
);
const countRow = z.object({
  walkthrough,
  locale,
  step,
  outcome,
  reason: z.union([absent, reason]),
  version: z.pipe(
    z.string(),
    z.transform((version: string) => version || undefined),
  ),
  count: z.int(),
});

type Counts = Pick<Store, 'countWalkthrough' | 'walkthroughCounts' | 'forgetWalkthroughCounts'>;

export const walkthroughCounts = (db: Executor): Counts => ({
  async countWalkthrough({ day, walkthrough, locale, step, outcome, reason = '', version = '' }) {
    await db.batch(
      [
        sql`
          insert into walkthrough_count (day, walkthrough, locale, step, outcome, reason, version, count)
          select ${day}, ${walkthrough}, ${locale}, ${step}, ${outcome}, ${reason},
            case when ${version} in (select version from walkthrough_count where day = ${day} and walkthrough = ${walkthrough})
              or (select count(distinct version) from walkthrough_count
                where day = ${day} and walkthrough = ${walkthrough} and version <> '') < ${mostVersions}
              then ${version} else '' end,
            1
          where true
          on conflict do update set count = walkthrough_count.count + 1`,
      ],
      // A lost count tells nobody anything wrong that matters, and a page sends several a minute.
      { durable: false },
    );
  },

  async walkthroughCounts({ from, to }): Promise<CountedWalkthrough[]> {
    const [rows = []] = await db.batch([
      sql`
        select walkthrough, locale, step, outcome, reason, version, sum(count) as count from walkthrough_count
        where day between ${from} and ${to}
        group by walkthrough, locale, step, outcome, reason, version
        order by walkthrough, locale, step, outcome, reason, version`,
    ]);
    return rows.map((row: Row) => countRow.parse(row));
  },

  async forgetWalkthroughCounts(before) {
    await db.batch([sql`delete from walkthrough_count where day < ${before}`], { durable: false });
  },
});
