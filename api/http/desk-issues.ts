import type { Hono } from 'hono';
import type { DeskClusters, DeskIssues, DeskIssueWhole } from '../contract/issue.ts';
import {
  announceIssue as announceBody,
  editIssue,
  joinIssue as joinBody,
  solveIssue as solveBody,
} from '../contract/issue.ts';
import { routes } from '../contract/routes.ts';
import type { StoredIssue } from '../store/store.ts';
import { openClusters, windowHours } from '../ticket/cluster/open.ts';
import { announceIssue } from '../ticket/issue/announce.ts';
import { joinIssue } from '../ticket/issue/join.ts';
import { alikeTicketOf, deskIssueOf } from '../ticket/issue/shown.ts';
import { solveIssue } from '../ticket/issue/solve.ts';
import { may } from '../ticket/may.ts';
import { scopeOf } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { readJson } from './body.ts';
import { changed, requireAgent } from './desk.ts';
import type { AppContext, AppEnv } from './env.ts';
import { readKey } from './key.ts';
import { problem } from './problem.ts';
import { requireRight } from './require-right.ts';

const shownForMs = 30 * 86_400_000;
/** A partner tells nobody anything about our product, and answers no request that it does not see. */
const toAnnounce = requireRight('announce');
const most = { issues: 100, tickets: 1_000 };

/** Tickets that are alike, and the issues that are told to everybody. */
export function addDeskIssueRoutes(app: Hono<AppEnv>): void {
  const one = `${routes.deskIssues}/:id` as const;

  app.get(routes.deskClusters, requireAgent, async (c) => {
    const clusters = await openClusters(c.var.deps, c.var.agent, c.var.sight);
    return json({ clusters, windowHours } satisfies DeskClusters);
  });

  app.get(routes.deskIssues, requireAgent, async (c) => {
    const { store, now } = c.var.deps;
    const issues = await store.listIssues({ solvedSince: now() - shownForMs, limit: most.issues });
    return json({
      issues: issues.map((issue) => deskIssueOf(issue, c.var.sight)),
      mayAnnounce: may(c.var.agent, 'announce', c.var.deps.routing),
    } satisfies DeskIssues);
  });

  app.post(routes.deskIssues, requireAgent, toAnnounce, async (c) => {
    const key = readKey(c);
    if (!key.ok) return key.response;
    const body = await readJson(c, announceBody);
    if (!body.ok) return body.response;
    const wrong = missing(c, body.value.titles, body.value.texts);
    if (wrong) return wrong;
    const { agent, deps } = c.var;
    const result = await announceIssue(deps, { key: key.value, body: body.value, agent });
    return result.kind === 'announced' ? json(deskIssueOf(result.issue, c.var.sight), 201) : problem(c, result.code);
  });

  app.get(one, requireAgent, async (c) => {
    const issue = await c.var.deps.store.issueById(c.req.param('id'));
    return issue ? json(await whole(c, issue)) : problem(c, 'not-found');
  });

  app.post(one, requireAgent, toAnnounce, async (c) => {
    const body = await readJson(c, editIssue);
    if (!body.ok) return body.response;
    const wrong = missing(c, body.value.titles, body.value.texts);
    if (wrong) return wrong;
    const { agent, deps } = c.var;
    const { store, now } = deps;
    const id = c.req.param('id');
    const by = { actor: { id: agent.id, name: agent.name }, at: now() };
    const { seen, ...said } = body.value;
    const edited = await store.editIssue({ id, ...said, by, seen: seen === undefined ? undefined : Date.parse(seen) });
    const issue = await store.issueById(id);
    if (!issue) return problem(c, 'not-found');
    if (!edited) return problem(c, issue.state === 'solved' ? 'issue-solved' : 'issue-changed');
    return json(deskIssueOf(issue, c.var.sight));
  });

  app.post(`${one}/tickets`, requireAgent, async (c) => {
    const body = await readJson(c, joinBody);
    if (!body.ok) return body.response;
    const { deps, agent } = c.var;
    const issue = await deps.store.issueById(c.req.param('id'));
    if (!issue) return problem(c, 'not-found');
    return changed(c, await joinIssue(deps, { issue: issue.id, ...body.value }, agent));
  });

  app.post(`${one}/solve`, requireAgent, toAnnounce, async (c) => {
    const body = await readJson(c, solveBody);
    if (!body.ok) return body.response;
    const wrong = missing(c, body.value.answers);
    if (wrong) return wrong;
    const { deps, agent } = c.var;
    const result = await solveIssue(deps, { id: c.req.param('id'), answers: body.value.answers, agent });
    return result.kind === 'solved' ? json(deskIssueOf(result.issue, c.var.sight)) : problem(c, result.code);
  });
}

async function whole(c: AppContext, issue: StoredIssue): Promise<DeskIssueWhole> {
  const { store, routing } = c.var.deps;
  const groups = scopeOf(c.var.agent, routing);
  const tickets = await store.ticketsOfIssue({ id: issue.id, groups, limit: most.tickets });
  return { ...deskIssueOf(issue, c.var.sight), tickets: tickets.map(alikeTicketOf) };
}

/** Something has to be said, all of it in the same languages, and these are the help center's. */
function missing(c: AppContext, ...texts: Record<string, string>[]): Response | undefined {
  const { locales } = c.var.deps.settings;
  const given = texts.map((text) => Object.keys(text).sort().join());
  const isKnown = texts.every((text) => Object.keys(text).every((locale) => locales.includes(locale)));
  if (given[0] && isKnown && given.every((one) => one === given[0])) return undefined;
  return problem(c, 'invalid-request', {
    errors: [{ path: '$', expected: `every text in the same languages, at least one of: ${locales.join(', ')}` }],
  });
}
