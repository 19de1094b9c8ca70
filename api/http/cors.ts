import { createMiddleware } from 'hono/factory';
import { idempotencyKeyHeader, replayedHeader } from '../contract/routes.ts';
import type { AppEnv } from './env.ts';
import { printable } from './failure-log.ts';
import { isListed, ownOrigin } from './origin.ts';
import { problem } from './problem.ts';

const allowHeaders = ['Authorization', 'Content-Type', idempotencyKeyHeader].join(', ');
const exposeHeaders = ['Retry-After', replayedHeader].join(', ');

/**
 * Lets pages of listed origins use the API, without credentials: what protects a thread is its capability.
 *
 * A preflight always passes, and the refusal of an unlisted origin can be read by anyone: otherwise a browser reports a
 * network failure, and the widget would take "not allowed" for "offline" and try for ever. Neither says anything secret.
 */
export const cors = createMiddleware<AppEnv>(async (c, next) => {
  if (c.req.method === 'OPTIONS') {
    return new Response(null, {
      status: 204,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': allowHeaders,
        'access-control-max-age': '7200',
      },
    });
  }
  const origin = c.req.header('origin');
  const { config, log } = c.var.deps;
  if (origin !== undefined && origin !== ownOrigin(c) && !isListed(origin, config.origins)) {
    log(
      `origin ${JSON.stringify(printable(origin.slice(0, 200)))} is not allowed: add it to TIERZERO_ORIGINS if its pages carry the widget`,
    );
    const refusal = problem(c, 'origin-not-allowed');
    refusal.headers.set('access-control-allow-origin', '*');
    return refusal;
  }
  await next();
  c.res.headers.append('vary', 'Origin');
  if (origin === undefined) return;
  c.res.headers.set('access-control-allow-origin', origin);
  c.res.headers.set('access-control-expose-headers', exposeHeaders);
});
