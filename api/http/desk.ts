import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import { deskReply, deskStatus } from '../contract/desk.ts';
import { deskChange as deskChangeBody, deskNoteBody } from '../contract/desk-change.ts';
import { routes } from '../contract/routes.ts';
import type { Changed } from '../ticket/change.ts';
import { deskChange } from '../ticket/desk-change.ts';
import { may } from '../ticket/may.ts';
import { addNote } from '../ticket/note.ts';
import { agentReply } from '../ticket/reply.ts';
import { setStatus } from '../ticket/set-status.ts';
import { deskTicketOf } from '../ticket/shown.ts';
import { seenRouting, sightOf } from '../ticket/sight.ts';
import { ticketFor } from '../ticket/viewer.ts';
import { answer, json } from './answer.ts';
import { readJson } from './body.ts';
import { findAgent } from './desk-session.ts';
import type { AppContext, AppEnv } from './env.ts';
import { readKey } from './key.ts';
import { comesFromUs } from './origin.ts';
import { problem } from './problem.ts';

/**
 * A cookie alone proves nothing about who asks. Hono's own check looks at form content types only; here every request that
 * changes something has to come from our page, and its body has to be JSON, which no form can send.
 */
export const guardDesk = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method !== 'GET' && !comesFromUs(c)) return problem(c, 'origin-not-allowed');
  return next();
});

/** Only for who is signed in. */
export const requireAgent = createMiddleware<AppEnv>(async (c, next) => {
  const agent = await findAgent(c);
  if (agent === undefined) return problem(c, 'signed-out');
  c.set('agent', agent);
  c.set('sight', await sightOf(c.var.deps, agent));
  return next();
});

/** What agents use. */
export function addDeskRoutes(app: Hono<AppEnv>): void {
  const one = `${routes.deskTickets}/:id` as const;

  // With the lines of the rules: only for who may see why.
  app.get(routes.deskRouting, requireAgent, (c) => json({ routing: seenRouting(c.var.deps.routing, c.var.sight) }));

  app.get(one, requireAgent, async (c) => {
    const thread = await ticketFor(c.var.deps, c.var.agent, c.req.param('id'));
    return thread ? json(deskTicketOf(thread, c.var.sight)) : problem(c, 'not-found');
  });

  app.post(`${one}/messages`, requireAgent, async (c) => {
    const key = readKey(c);
    if (!key.ok) return key.response;
    const body = await readJson(c, deskReply);
    if (!body.ok) return body.response;
    const { text, status = 'pending' } = body.value;
    const reply = { key: key.value, text, status, agent: c.var.agent };
    return answer(c, await agentReply(c.var.deps, c.req.param('id'), reply));
  });

  app.post(`${one}/status`, requireAgent, async (c) => {
    const body = await readJson(c, deskStatus);
    if (!body.ok) return body.response;
    const { status: to, cause } = body.value;
    return changed(c, await setStatus(c.var.deps, c.req.param('id'), { to, cause }, c.var.agent));
  });

  app.post(`${one}/change`, requireAgent, async (c) => {
    const body = await readJson(c, deskChangeBody);
    if (!body.ok) return body.response;
    const { agent, deps } = c.var;
    if (body.value.kind === 'lead-took' && !may(agent, 'acknowledge', deps.routing)) return problem(c, 'not-allowed');
    return changed(c, await deskChange(c.var.deps, c.req.param('id'), body.value, c.var.agent));
  });

  app.post(`${one}/notes`, requireAgent, async (c) => {
    const key = readKey(c);
    if (!key.ok) return key.response;
    const body = await readJson(c, deskNoteBody);
    if (!body.ok) return body.response;
    const note = { key: key.value, text: body.value.text, agent: c.var.agent };
    return answer(c, await addNote(c.var.deps, c.req.param('id'), note));
  });
}

/** The ticket as it is after a command. */
export function changed(c: AppContext, result: Changed): Response {
  if (result.kind === 'changed') return json(deskTicketOf(result.thread, c.var.sight));
  if (result.kind === 'refused') return problem(c, result.code, { errors: result.errors });
  return problem(c, 'not-found');
}
