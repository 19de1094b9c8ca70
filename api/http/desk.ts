import type { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod/mini';
import { deskReply, deskStatus, queue as queueContract } from '../contract/desk.ts';
import { routes } from '../contract/routes.ts';
import { status, tier } from '../contract/ticket.ts';
import type { StoredTicket, TicketQuery } from '../store/store.ts';
import type { Changed } from '../ticket/change.ts';
import { agentReply } from '../ticket/reply.ts';
import { deskRow, deskTicketOf } from '../ticket/shown.ts';
import { setStatus } from '../ticket/status.ts';
import { scopeOf, ticketFor } from '../ticket/viewer.ts';
import { answer, json } from './answer.ts';
import { readJson } from './body.ts';
import { findAgent } from './desk-session.ts';
import type { AppContext, AppEnv } from './env.ts';
import { readKey } from './key.ts';
import { comesFromUs } from './origin.ts';
import { problem } from './problem.ts';

const pageSize = 50;

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
  return next();
});

/** What agents use. */
export function addDeskRoutes(app: Hono<AppEnv>): void {
  const one = `${routes.deskTickets}/:id` as const;

  app.get(routes.deskTickets, requireAgent, async (c) => {
    const query = listQuery.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-request');
    // One more than a page tells whether there is another.
    const { status, queue, before } = query.data;
    const { store, routing } = c.var.deps;
    const rows = await store.listTickets({
      status,
      ...ofQueue(queue),
      groups: scopeOf(c.var.agent, routing),
      before,
      limit: pageSize + 1,
    });
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    return json({ tickets: shown.map(deskRow), ...(rows.length > pageSize && last && { next: cursorOf(last) }) });
  });

  // With the lines of the rules: only for who may see why.
  app.get(routes.deskRouting, requireAgent, (c) => json({ routing: c.var.deps.routing }));

  app.get(one, requireAgent, async (c) => {
    const thread = await ticketFor(c.var.deps, c.var.agent, c.req.param('id'));
    return thread ? json(deskTicketOf(thread)) : problem(c, 'not-found');
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
}

/** The ticket as it is after a command. */
export function changed(c: AppContext, result: Changed): Response {
  if (result.kind === 'changed') return json(deskTicketOf(result.thread));
  return problem(c, result.kind === 'refused' ? result.code : 'not-found');
}

const cursorOf = ({ updatedAt, id }: StoredTicket): string => `${updatedAt}.${id}`;

const cursor = z.pipe(
  z.string().check(z.regex(/^\d{1,15}\.[\w-]{1,64}$/)),
  z.transform((text: string) => {
    const dot = text.indexOf('.');
    return { updatedAt: Number(text.slice(0, dot)), id: text.slice(dot + 1) };
  }),
);
const listQuery = z.object({
  status: z.optional(status),
  queue: z.optional(queueContract),
  before: z.optional(cursor),
});

/** A colon is in no group's id. */
function ofQueue(queue: string | undefined): Pick<TicketQuery, 'tier' | 'group'> {
  const found = tier.safeParse(Number(/^tier:(\d)$/.exec(queue ?? '')?.[1])).data;
  return found ? { tier: found } : { group: queue };
}
