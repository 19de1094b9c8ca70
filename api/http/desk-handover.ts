import type { Hono } from 'hono';
import { handOverBody, handoverTarget } from '../contract/handover.ts';
import { routes } from '../contract/routes.ts';
import { handOver } from '../ticket/handover/hand-over.ts';
import { previewOf, usualTarget } from '../ticket/handover/preview.ts';
import { relatedTo } from '../ticket/handover/related.ts';
import { takersKnownTo } from '../ticket/handover/takers.ts';
import { seenDraft } from '../ticket/sight.ts';
import { actorOf, ticketFor } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { readJson } from './body.ts';
import { changed, requireAgent } from './desk.ts';
import type { AppEnv } from './env.ts';
import { problem } from './problem.ts';

/** Bytes: 40 things that were tried, and every other field, as long as they may be in any script. */
const largestNote = 384 * 1_024;

/** Handing a ticket to another tier or group. */
export function addHandoverRoutes(app: Hono<AppEnv>): void {
  const path = `${routes.deskTickets}/:id/handover` as const;

  app.get(path, requireAgent, async (c) => {
    const { deps, agent } = c.var;
    const { routing, settings, now } = deps;
    const thread = await ticketFor(deps, agent, c.req.param('id'));
    if (!thread) return problem(c, 'not-found');
    const to = handoverTarget.safeParse(c.req.query('to') ?? usualTarget(thread, routing));
    const draft =
      to.success &&
      previewOf(thread, to.data, {
        author: actorOf(agent),
        routing,
        settings,
        at: now(),
        id: '',
        related: await relatedTo(deps, agent, thread),
        takers: await takersKnownTo(deps, agent),
      });
    return draft
      ? json(seenDraft(draft, thread.ticket, c.var.sight))
      : problem(c, 'invalid-request', { errors: [{ path: 'to', expected: unknownTarget }] });
  });

  app.post(path, requireAgent, async (c) => {
    const body = await readJson(c, handOverBody, largestNote);
    if (!body.ok) return body.response;
    return changed(c, await handOver(c.var.deps, c.var.agent, c.req.param('id'), body.value));
  });
}

const unknownTarget = 'a tier or a group of the team that does not have it now';
