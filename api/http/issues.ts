import type { Hono } from 'hono';
import { locale as localeContract } from '../../content/schema/name.ts';
import { routes } from '../contract/routes.ts';
import { publicIssueOf } from '../ticket/issue/shown.ts';
import { json } from './answer.ts';
import type { AppEnv } from './env.ts';
import { limit } from './limit.ts';

/** Whoever comes back the next day sees that it is solved. */
const solvedForMs = 24 * 3_600_000;
/** More at a time tell nobody anything. */
const most = 5;

/** What everybody may know of known issues: no request, no person, no answer. A minute old is good enough for a page. */
export function addIssuesRoute(app: Hono<AppEnv>): void {
  app.get(routes.issues, limit('reads'), async (c) => {
    const { deps } = c.var;
    const locale = localeContract.safeParse(c.req.query('locale')).data ?? deps.settings.locales[0] ?? 'en';
    const found = await deps.store.listIssues({ solvedSince: deps.now() - solvedForMs, limit: most });
    const answer = json({ issues: found.map((issue) => publicIssueOf(issue, locale, deps)) });
    answer.headers.set('cache-control', 'public, max-age=60');
    return answer;
  });
}
