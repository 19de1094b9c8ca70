import type { Hono } from 'hono';
import { walkthroughRoutes } from '../contract/routes.ts';
import {
  type WalkthroughReport,
  type WalkthroughReportQuery,
  walkthroughReportQuery,
} from '../contract/walkthrough-report.ts';
import { csvOf } from '../report/csv.ts';
import { sheetLanguage } from '../report/sheet.ts';
import { spanOf } from '../report/span.ts';
import { walkthroughSheetOf } from '../report/walkthrough-sheet.ts';
import { countWalkthroughs } from '../report/walkthroughs.ts';
import { json } from './answer.ts';
import { requireAgent } from './desk.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';
import { requireRight } from './require-right.ts';

const maySee = requireRight('see-reports');

/** What happened in walkthroughs on pages, for their authors. */
export function addWalkthroughReportRoutes(app: Hono<AppEnv>): void {
  app.get(walkthroughRoutes.report, requireAgent, maySee, async (c) => {
    const query = ask(c);
    return query instanceof Response ? query : json(await makeReport(c, query));
  });

  app.get(`${walkthroughRoutes.report}.csv`, requireAgent, maySee, async (c) => {
    const query = ask(c);
    if (query instanceof Response) return query;
    const language = sheetLanguage([query.language, ...c.var.deps.settings.locales]);
    const { from, to } = query;
    return new Response(csvOf(walkthroughSheetOf(await makeReport(c, query), language)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="walkthroughs-${from}-${to}.csv"`,
        'cache-control': 'no-store',
      },
    });
  });
}

/** What is asked for. */
function ask(c: AppContext): WalkthroughReportQuery | Response {
  const query = walkthroughReportQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, 'invalid-request');
  const span = spanOf({ ...query.data, zone: 'UTC' });
  if (typeof span !== 'string') return query.data;
  const expected = span === 'from' ? 'a day such as 2026-11-01' : 'a day not before from and at most 400 days with it';
  return problem(c, 'invalid-request', { errors: [{ path: span, expected }] });
}

async function makeReport(c: AppContext, { from, to, language }: WalkthroughReportQuery): Promise<WalkthroughReport> {
  const { store, settings, walkthroughs, now } = c.var.deps;
  const counted = countWalkthroughs({
    rows: await store.walkthroughCounts({ from, to }),
    published: (await walkthroughs?.()) ?? [],
    language: language ?? settings.locales[0] ?? 'en',
  });
  return { from, to, at: new Date(now()).toISOString(), ...counted };
}
