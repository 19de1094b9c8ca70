import type { Hono } from 'hono';
import { type Report, type ReportQuery, reportQuery } from '../contract/report.ts';
import { routes } from '../contract/routes.ts';
import { startCounting } from '../report/counted.ts';
import { csvOf } from '../report/csv.ts';
import type { Where } from '../report/history.ts';
import { sheetLanguage, sheetOf } from '../report/sheet.ts';
import { type Span, spanOf } from '../report/span.ts';
import { businessMinutesBetween } from '../routing/calendar.ts';
import { textIn } from '../routing/destination.ts';
import { calendarOf } from '../routing/group-hours.ts';
import type { Millis } from '../store/store.ts';
import { groupAt } from '../ticket/promise.ts';
import { json } from './answer.ts';
import { requireAgent } from './desk.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';
import { requireRight } from './require-right.ts';

/** Tickets read at once: what a report holds in memory, beside its numbers. */
const pageSize = 250;

/** Numbers about the work of others are for who leads it, and so for nobody of a partner: they count every request. */
const maySee = requireRight('see-reports');

/** What became of requests, as numbers. */
export function addReportRoutes(app: Hono<AppEnv>): void {
  app.get(routes.deskReport, requireAgent, maySee, async (c) => {
    const asked = ask(c);
    return asked instanceof Response ? asked : json(await makeReport(c, asked));
  });

  app.get(routes.deskReportSheet, requireAgent, maySee, async (c) => {
    const asked = ask(c);
    if (asked instanceof Response) return asked;
    const { routing, settings } = c.var.deps;
    const language = sheetLanguage([asked.query.language, ...settings.locales]);
    const titleOf = (id: string): string => {
      const title = routing.groups.find((group) => group.id === id)?.title;
      return (title && textIn(title, { locale: language, fallback: language })) ?? id;
    };
    const { from, to } = asked.query;
    return new Response(csvOf(sheetOf(await makeReport(c, asked), { language, titleOf })), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="report-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      },
    });
  });
}

interface Asked {
  query: ReportQuery;
  span: Span;
}

/** What is asked for. */
function ask(c: AppContext): Asked | Response {
  const query = reportQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, 'invalid-request');
  const span = spanOf(query.data);
  if (typeof span !== 'string') return { query: query.data, span };
  return problem(c, 'invalid-request', { errors: [{ path: span, expected: expected[span] }] });
}

const expected: Record<keyof ReportQuery, string> = {
  from: 'a day such as 2026-11-01',
  to: 'a day such as 2026-11-30, not before from and at most 400 days with it',
  zone: 'an IANA time zone such as Europe/Berlin',
  language: 'a tag such as en',
};

async function makeReport(c: AppContext, { query, span }: Asked): Promise<Report> {
  const { store, routing, now } = c.var.deps;
  const at = now();
  const counted = startCounting({
    span,
    now: at,
    businessTime: ({ tier, group }: Where, from: Millis, to: Millis) =>
      businessMinutesBetween(calendarOf(routing, groupAt({ tier, group }, routing)), from, to) * 60_000,
  });
  let after: string | undefined;
  do {
    const page = await store.ticketsForReport({ from: span.from, until: span.until, after, limit: pageSize });
    for (const ticket of page) counted.add(ticket);
    after = page.length === pageSize ? page.at(-1)?.id : undefined;
    // Others are served between two pages of a long report.
    await new Promise((resolve) => setTimeout(resolve));
  } while (after !== undefined);
  const { from, to, zone } = query;
  return { from, to, zone, at: new Date(at).toISOString(), ...counted.numbers() };
}
