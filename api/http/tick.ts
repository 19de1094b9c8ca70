import type { Hono } from 'hono';
import { routes } from '../contract/routes.ts';
import { equalInTime, hashOf } from '../secrets.ts';
import { tick } from '../ticket/tick.ts';
import { json } from './answer.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';

/**
 * Lets the clocks of tickets say what they have to say, on platforms where no process stays awake: a timer calls it every
 * minute with `Authorization: Bearer TIERZERO_TICK`. GET as well, because some timers know nothing else. There is no such route
 * where the variable is not set.
 */
export function addTickRoute(app: Hono<AppEnv>): void {
  app.on(['GET', 'POST'], routes.tick, async (c) =>
    (await mayTick(c)) ? json(await tick(c.var.deps)) : problem(c, 'not-found'),
  );
}

async function mayTick(c: AppContext): Promise<boolean> {
  const { tickToken } = c.var.deps.config;
  const given = /^Bearer (\S{1,500})$/i.exec(c.req.header('authorization') ?? '')?.[1];
  return tickToken !== undefined && given !== undefined && equalInTime(await hashOf(given), await hashOf(tickToken));
}
