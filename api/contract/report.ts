import * as z from 'zod/mini';
import { day, locale } from '../../content/schema/name.ts';
import { cause } from './event.ts';
import { instant, tier } from './ticket.ts';

/** Longest span of a report, in days. */
export const mostDays = 400;

/**
 * Query of `GET /desk/api/report` and `GET /desk/api/report.csv`: two days, both of them included, as clocks in `zone` show
 * them. `language` is that of the words in the CSV; default the help center's.
 */
export const reportQuery = z.object({
  from: day,
  to: day,
  /** IANA name. */
  zone: z.string().check(z.maxLength(64)),
  language: z.optional(locale),
});
export type ReportQuery = z.infer<typeof reportQuery>;

/** How long something took or lasts, in minutes; without a number where there was nothing to measure. */
const spread = z.object({ count: z.int(), median: z.optional(z.number()), p90: z.optional(z.number()) });
export type Spread = z.infer<typeof spread>;

/** What became of promises. One that still runs at the end of the span is neither kept nor broken. */
const outcomes = z.object({ met: z.int(), breached: z.int(), running: z.int() });
export type Outcomes = z.infer<typeof outcomes>;

const replies = z.object({ ...outcomes.shape, clock: spread, business: spread });

/** Why a request was solved, and `unsaid` where nobody said. */
export const shownCause = z.enum([...cause.options, 'unsaid']);
export type ShownCause = z.infer<typeof shownCause>;

export const figures = z.object({
  received: z.int(),
  solved: z.int(),
  /** Of those that were solved. */
  reopened: z.int(),
  causes: z.record(shownCause, z.int()),
  /** Of those that were received. */
  transfers: z.int(),
  pingPong: z.int(),
  firstReply: replies,
  nextReply: replies,
  resolution: outcomes,
  /** At the end of the span. */
  open: z.int(),
  age: spread,
});
export type Figures = z.infer<typeof figures>;

const reportDay = z.object({
  day,
  received: z.int(),
  solved: z.int(),
  /** Promises of every kind that ended on this day. */
  met: z.int(),
  breached: z.int(),
  /** Median of the first replies of this day, in minutes by the clock. */
  firstReply: z.optional(z.number()),
});
export type ReportDay = z.infer<typeof reportDay>;

/** `GET /desk/api/report`, for leads and admins: of every group, so nobody of a partner sees it. */
export const report = z.object({
  from: day,
  to: day,
  zone: z.string(),
  /** What happened until then is in it. */
  at: instant,
  total: figures,
  /** Those that have a number. */
  tiers: z.array(z.object({ tier, figures })),
  /** By id; empty for requests from before there were groups. */
  groups: z.array(z.object({ group: z.string(), figures })),
  days: z.array(reportDay),
});
export type Report = z.infer<typeof report>;
