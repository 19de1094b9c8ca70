import type { Hono } from 'hono';
import * as z from 'zod/mini';
import { type DeskChanges, deskPresence } from '../contract/desk-live.ts';
import { routes } from '../contract/routes.ts';
import { seenPerson, sightOf } from '../ticket/sight.ts';
import { scopeOf } from '../ticket/viewer.ts';
import { json } from './answer.ts';
import { readJson } from './body.ts';
import { requireAgent } from './desk.ts';
import { findAgent } from './desk-session.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';
import type { Streams } from './streams.ts';

/** Somebody who closed the page is gone this soon. A desk says it every 20 seconds. */
const presentMs = 45_000;
/** What another process has changed is noticed this late. */
const lookMs = 3_000;
/** Proxies end what is silent for longer, mostly a minute. */
const heartbeatMs = 20_000;
const busyMs = 60_000;

const after = z.object({ after: z.optional(z.string().check(z.regex(/^\d{1,15}$/))) });

/** What changes while a desk is open, and who is where. */
export function addLiveRoutes(app: Hono<AppEnv>): void {
  app.get(routes.deskChanges, requireAgent, async (c) => {
    const query = after.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-request');
    return json(await changesFor(c, numberOf(query.data.after)));
  });

  app.get(routes.deskStream, requireAgent, async (c) => {
    const { streams } = c.var.deps;
    const query = after.safeParse(c.req.query());
    if (!query.success) return problem(c, 'invalid-request');
    if (!streams) return problem(c, 'not-found');
    if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': 'text/event-stream' });
    const end = streams.open(c.var.agent.id);
    if (!end) return problem(c, 'rate-limited', { retryAfterMs: busyMs });
    const last = c.req.header('last-event-id');
    const from = numberOf(/^\d{1,15}$/.test(last ?? '') ? last : query.data.after);
    return new Response(streamOf(c, streams, from, end), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
        // nginx would hold it back until a buffer is full.
        'x-accel-buffering': 'no',
      },
    });
  });

  app.post(routes.deskPresence, requireAgent, async (c) => {
    const body = await readJson(c, deskPresence);
    if (!body.ok) return body.response;
    const { store, routing, now } = c.var.deps;
    const { ticket, left, doing } = body.value;
    const { agent } = c.var;
    const kept = await store.keepPresence({
      person: agent.id,
      ticket,
      left,
      doing,
      until: now() + presentMs,
      groups: scopeOf(agent, routing),
    });
    return kept ? c.body(null, 204) : problem(c, 'not-found');
  });
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

async function changesFor(c: AppContext, from: number | undefined): Promise<DeskChanges> {
  const { store, routing, now } = c.var.deps;
  const changes = await store.changesAfter({ after: from, groups: scopeOf(c.var.agent, routing), now: now() });
  const presence = changes.presence.map(({ person, name, ...rest }) => {
    const seen = seenPerson({ id: person, name }, c.var.sight);
    return { ...rest, person: seen.id, name: seen.name };
  });
  return { ...changes, presence };
}

/**
 * Says what has changed as often as there is something. A reader that is slow is told less often, never told from a heap: what
 * it is behind is one cursor. It ends with the session, with the process, and when the reader goes.
 */
function streamOf(c: AppContext, streams: Streams, from: number | undefined, end: () => void) {
  const encoder = new TextEncoder();
  let gone = false;
  let cursor = from;
  let presence = '';
  let spokeAt = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const say = (text: string) => {
          spokeAt = Date.now();
          controller.enqueue(encoder.encode(text));
        };
        const finish = () => {
          end();
          if (!gone) controller.close();
          gone = true;
        };
        try {
          while (!gone) {
            // Who was shut out, or signed out elsewhere, is told nothing more.
            const agent = streams.closed ? undefined : await findAgent(c);
            if (!agent) return finish();
            c.set('agent', agent);
            c.set('sight', await sightOf(c.var.deps, agent));
            const changes = await changesFor(c, cursor);
            if (gone) return;
            const here = JSON.stringify(changes.presence);
            const isNews = cursor === undefined || changes.tickets.length > 0 || here !== presence;
            const moved = changes.cursor !== cursor;
            cursor = changes.cursor;
            presence = here;
            if (isNews) return say(`id: ${cursor}\ndata: ${JSON.stringify(changes)}\n\n`);
            if (Date.now() - spokeAt > heartbeatMs) return say(': still here\n\n');
            // A reader that was away for long catches up without a pause.
            if (!moved) await streams.changed(lookMs);
          }
        } catch {
          // The database is busy: the reader comes again, from where it was.
          finish();
        }
      },
      cancel() {
        gone = true;
        end();
      },
    },
    { highWaterMark: 0 },
  );
}
