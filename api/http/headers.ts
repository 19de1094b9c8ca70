import { createMiddleware } from 'hono/factory';
import { routes } from '../contract/routes.ts';
import type { AppEnv } from './env.ts';

const nothing = "default-src 'none'; frame-ancestors 'none'";
const desk =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const forms = `${desk}; form-action 'self'; base-uri 'none'`;

const policies = [
  [routes.desk, desk],
  [routes.request, forms],
  [routes.contact, forms],
  ['/api', nothing],
] as const;

/**
 * Headers of everything the app answers for. Pages of the help center bring their own. A referrer policy of `no-referrer`
 * would make browsers send `Origin: null` with our own forms; `same-origin` keeps addresses from others just as well.
 */
export const secureHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('x-content-type-options', 'nosniff');
  const path = c.req.path;
  const policy = policies.find(([top]) => path === top || path.startsWith(`${top}/`))?.[1];
  // A page of the help center, such as the one that says what is not there, comes with the policy that its scripts need.
  if (!policy || headers.has('content-security-policy')) return;
  headers.set('content-security-policy', policy);
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
});
