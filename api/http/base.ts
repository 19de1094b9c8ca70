import { createMiddleware } from 'hono/factory';
import { getPath } from 'hono/utils/url';
import type { AppEnv } from './env.ts';

/** The widget finds the API at its origin whatever the base of the help center is; the desk's page does the same. */
const atOrigin = /^\/(?:desk\/)?api\//;
const movable = /^\/(?:$|contact$|desk(?:\/|$)|request(?:\/|$))/;

/** The path to route by: without the base. */
export const pathBelow =
  (base: string) =>
  (request: Request): string => {
    const path = getPath(request);
    return path.startsWith(base) ? `/${path.slice(base.length)}` : path;
  };

/** Leads who asks outside the base to the page that was meant. */
export const keepToBase = createMiddleware<AppEnv>(async (c, next) => {
  const { base } = c.var.deps.config;
  const url = new URL(c.req.url);
  if (url.pathname.startsWith(base) || atOrigin.test(url.pathname)) return next();
  const inBase = base + url.pathname.slice(1);
  if (`${url.pathname}/` === base) return c.redirect(base, 302);
  return movable.test(url.pathname) ? c.redirect(inBase + url.search, 307) : c.notFound();
});
