import { audit } from './audit.ts';
import { changes } from './changes.ts';
import { claims } from './claims.ts';
import { related } from './handovers.ts';
import { issues } from './issues.ts';
import { live } from './live.ts';
import { people } from './people.ts';
import { queueCounts } from './queue-counts.ts';
import { rates } from './rates.ts';
import { reports } from './reports.ts';
import { sessions } from './sessions.ts';
import { type Executor, sql } from './statement.ts';
import type { Store } from './store.ts';
import { ticketList } from './ticket-list.ts';
import { ticketSearch } from './ticket-search.ts';
import { tickets } from './tickets.ts';
import { walkthroughCounts } from './walkthrough-counts.ts';

const refusalsKeptMs = 90 * 86_400_000;

/** The store over any database that runs our SQL; what a driver adds is the executor. */
export const createSqlStore = (db: Executor): Store => ({
  ...claims(db),
  ...tickets(db),
  ...changes(db),
  ...related(db),
  ...ticketList(db),
  ...ticketSearch(db),
  ...queueCounts(db),
  ...live(db),
  ...issues(db),
  ...sessions(db),
  ...rates(db),
  ...reports(db),
  ...people(db),
  ...audit(db),
  ...walkthroughCounts(db),

  async recordFeedback({ document, locale, helpful, reason, words, at }) {
    await db.batch([
      sql`
        insert into feedback (document, locale, helpful, reason, words, at)
        values (${document}, ${locale}, ${helpful ? 1 : 0}, ${reason ?? null}, ${words ?? null}, ${at})`,
    ]);
  },

  async health() {
    await db.batch([sql`select count(*) from session`]);
  },

  async sweep({ now, keysBefore, ratesBefore }) {
    await db.batch([
      sql`delete from claim where created_at < ${keysBefore}`,
      sql`delete from rate where win < ${ratesBefore}`,
      sql`delete from session where expires_at <= ${now}`,
      sql`delete from sign_in_link where expires_at <= ${now}`,
      sql`delete from invitation where expires_at <= ${now}`,
      // Anybody can cause one, so they are not kept for ever.
      sql`delete from audit where kind = 'sign-in-refused' and at < ${now - refusalsKeptMs}`,
      sql`delete from presence where until <= ${now}`,
    ]);
  },
});
