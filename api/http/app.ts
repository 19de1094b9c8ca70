import { Hono } from 'hono';
import { routes, teamRoutes, walkthroughRoutes } from '../contract/routes.ts';
import { StoreUnavailable } from '../store/statement.ts';
import { keepToBase, pathBelow } from './base.ts';
import { cors } from './cors.ts';
import { addDeskRoutes, guardDesk } from './desk.ts';
import { addAuditRoute } from './desk-audit.ts';
import { addHandoverRoutes } from './desk-handover.ts';
import { addDeskIssueRoutes } from './desk-issues.ts';
import { addListRoutes } from './desk-list.ts';
import { addLiveRoutes } from './desk-live.ts';
import { addPeopleRoutes } from './desk-people.ts';
import { addReportRoutes } from './desk-report.ts';
import { addSessionRoutes } from './desk-session.ts';
import { addWalkthroughReportRoutes } from './desk-walkthroughs.ts';
import type { AppContext, AppDeps, AppEnv } from './env.ts';
import { describeError, failureLog } from './failure-log.ts';
import { secureHeaders } from './headers.ts';
import { addHoursRoute } from './hours.ts';
import { addIssuesRoute } from './issues.ts';
import { addKnowledgeRoutes } from './knowledge.ts';
import { addContactRoutes } from './plain/contact.ts';
import { addRequestPageRoutes } from './plain/request.ts';
import { problem } from './problem.ts';
import { addRequestRoutes } from './requests.ts';
import { addTickRoute } from './tick.ts';
import { wakeStreams } from './wake.ts';
import { addWalkthroughCountRoute } from './walkthrough-counts.ts';

const unavailableMs = 2_000;

/** What each path takes; anything else there is 405. */
const allowed: readonly (readonly [path: string, methods: string])[] = [
  [routes.tickets, 'POST'],
  [routes.thread, 'GET, HEAD'],
  [routes.messages, 'POST'],
  [routes.feedback, 'POST'],
  [routes.hours, 'GET, HEAD'],
  [routes.health, 'GET, HEAD'],
  [routes.tick, 'GET, HEAD, POST'],
  [routes.contact, 'GET, HEAD, POST'],
  [routes.request, 'GET, HEAD, POST'],
  [`${routes.request}/open`, 'GET, HEAD, POST'],
  [`${routes.request}/forget`, 'POST'],
  [routes.deskSession, 'GET, HEAD, POST, DELETE'],
  [routes.deskTickets, 'GET, HEAD'],
  [routes.deskRouting, 'GET, HEAD'],
  [routes.deskReport, 'GET, HEAD'],
  [routes.deskReportSheet, 'GET, HEAD'],
  [`${routes.deskTickets}/:id`, 'GET, HEAD'],
  [`${routes.deskTickets}/:id/messages`, 'POST'],
  [`${routes.deskTickets}/:id/status`, 'POST'],
  [`${routes.deskTickets}/:id/change`, 'POST'],
  [`${routes.deskTickets}/:id/notes`, 'POST'],
  [`${routes.deskKnowledge}/index`, 'GET, HEAD'],
  [`${routes.deskKnowledge}/documents/:id`, 'GET, HEAD'],
  [`${routes.deskKnowledge}/replies`, 'GET, HEAD'],
  [teamRoutes.ownLink, 'POST'],
  [teamRoutes.sessions, 'DELETE'],
  [teamRoutes.people, 'GET, HEAD'],
  [`${teamRoutes.people}/:id`, 'POST'],
  [`${teamRoutes.people}/:id/link`, 'POST'],
  [`${teamRoutes.people}/:id/sessions`, 'DELETE'],
  [teamRoutes.invitations, 'GET, HEAD, POST'],
  [`${teamRoutes.invitations}/:id`, 'DELETE'],
  [teamRoutes.audit, 'GET, HEAD'],
  [`${routes.deskTickets}/:id/handover`, 'GET, HEAD, POST'],
  [routes.deskQueues, 'GET, HEAD'],
  [routes.deskChanges, 'GET, HEAD'],
  [routes.deskStream, 'GET, HEAD'],
  [routes.deskPresence, 'POST'],
  [routes.issues, 'GET, HEAD'],
  [routes.deskClusters, 'GET, HEAD'],
  [routes.deskIssues, 'GET, HEAD, POST'],
  [`${routes.deskIssues}/:id`, 'GET, HEAD, POST'],
  [`${routes.deskIssues}/:id/tickets`, 'POST'],
  [`${routes.deskIssues}/:id/solve`, 'POST'],
  [walkthroughRoutes.counts, 'POST'],
  [walkthroughRoutes.report, 'GET, HEAD'],
  [`${walkthroughRoutes.report}.csv`, 'GET, HEAD'],
];

/** The whole API as one function from Request to Response. It reads no file and no environment. */
export function createApp(deps: AppDeps): Hono<AppEnv> {
  const app = new Hono<AppEnv>({ getPath: pathBelow(deps.config.base) });
  app.use(async (c, next) => {
    c.set('deps', deps);
    return next();
  });
  app.use(failureLog, secureHeaders, keepToBase);
  app.use('/api/*', cors);
  app.use(`${routes.desk}/api/*`, guardDesk);
  app.use(wakeStreams);

  addRequestRoutes(app);
  addHoursRoute(app);
  addTickRoute(app);
  addSessionRoutes(app);
  addListRoutes(app);
  addLiveRoutes(app);
  addDeskRoutes(app);
  addKnowledgeRoutes(app);
  addReportRoutes(app);
  addPeopleRoutes(app);
  addAuditRoute(app);
  addHandoverRoutes(app);
  addDeskIssueRoutes(app);
  addIssuesRoute(app);
  addWalkthroughCountRoute(app);
  addWalkthroughReportRoutes(app);
  addContactRoutes(app);
  addRequestPageRoutes(app);
  for (const [path, allow] of allowed) app.all(path, (c) => problem(c, 'method-not-allowed', { allow }));

  app.notFound(async (c) => (isPage(c) ? await deps.pages?.(c.req.raw) : undefined) ?? problem(c, 'not-found'));
  app.onError((error, c) => {
    deps.log(describeError(error));
    if (error instanceof StoreUnavailable) return problem(c, 'unavailable', { retryAfterMs: unavailableMs });
    return problem(c, 'internal');
  });
  return app;
}

const isPage = (c: AppContext): boolean =>
  /^(?:GET|HEAD)$/.test(c.req.method) && !/^\/(?:desk\/)?api(?:\/|$)/.test(c.req.path);
