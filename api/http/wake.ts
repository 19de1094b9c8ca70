import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env.ts';

/** After whatever may have changed something, open streams look; that nothing has changed costs them one short question. */
export const wakeStreams = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && c.res.ok) c.var.deps.streams?.wake();
});
