import type { Hono } from 'hono';
import { redactText } from '../contract/redact.ts';
import { routes } from '../contract/routes.ts';
import { addMessage as addMessageBody, articleFeedback, createTicket as createTicketBody } from '../contract/ticket.ts';
import { hashOf } from '../secrets.ts';
import { createTicket } from '../ticket/create.ts';
import { addMessage } from '../ticket/reply.ts';
import { shownThread } from '../ticket/shown.ts';
import { answer, json } from './answer.ts';
import { readJson } from './body.ts';
import type { AppContext, AppEnv } from './env.ts';
import { readKey } from './key.ts';
import { limit } from './limit.ts';
import { problem } from './problem.ts';

/** What requesters use, from the widget and the request page. */
export function addRequestRoutes(app: Hono<AppEnv>): void {
  app.post(routes.tickets, limit('tickets'), async (c) => {
    const key = readKey(c);
    if (!key.ok) return key.response;
    const body = await readJson(c, createTicketBody);
    if (!body.ok) return body.response;
    return answer(c, await createTicket(c.var.deps, key.value, body.value));
  });

  app.get(routes.thread, limit('reads'), async (c) => {
    const capability = capabilityOf(c);
    const { store } = c.var.deps;
    const thread = capability && (await store.threadByCapability(await hashOf(capability)));
    if (!thread) return problem(c, 'capability-unknown');
    const { issue } = thread.ticket;
    return json(shownThread(thread, c.var.deps, issue === undefined ? undefined : await store.issueById(issue)));
  });

  app.post(routes.messages, limit('messages'), async (c) => {
    const capability = capabilityOf(c);
    if (!capability) return problem(c, 'capability-unknown');
    const key = readKey(c);
    if (!key.ok) return key.response;
    const body = await readJson(c, addMessageBody);
    if (!body.ok) return body.response;
    return answer(c, await addMessage(c.var.deps, capability, { key: key.value, text: body.value.text }));
  });

  app.post(routes.feedback, limit('feedback'), async (c) => {
    const body = await readJson(c, articleFeedback);
    if (!body.ok) return body.response;
    const { document, locale, helpful, reason, words } = body.value;
    const { store, now } = c.var.deps;
    // Nobody can be asked about it later, so what looks like a secret goes even though a person typed it.
    const kept = words === undefined ? undefined : redactText(words);
    await store.recordFeedback({ document, locale, helpful, reason, words: kept, at: now() });
    return new Response(null, { status: 204 });
  });

  app.get(routes.health, async (c) => {
    await c.var.deps.store.health();
    return json({ status: 'ok' });
  });
}

const capabilityOf = (c: AppContext): string | undefined =>
  /^Bearer ([\w-]{43})$/i.exec(c.req.header('authorization') ?? '')?.[1];
