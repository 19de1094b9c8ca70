import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { routes } from '../../contract/routes.ts';
import type { AppContext } from '../env.ts';
import { isSecure } from '../origin.ts';

const cookie = 'tierzero-request';

/** For the request page alone, until the browser is closed: a shared computer should not keep it. */
const options = (c: AppContext) => ({
  httpOnly: true,
  sameSite: 'Strict' as const,
  path: requestPath(c),
  secure: isSecure(c),
});

/** `/request` below the base. */
export const requestPath = (c: AppContext): string => c.var.deps.config.base + routes.request.slice(1);

export function readRequestCookie(c: AppContext): string | undefined {
  const value = getCookie(c, cookie);
  return value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

export const forgetRequest = (c: AppContext): void => {
  deleteCookie(c, cookie, options(c));
};

/** Leads to the request page. The fragment is for the page with JavaScript; the cookie lets the server show it without. */
export function openRequest(c: AppContext, capability: string): Response {
  setCookie(c, cookie, capability, options(c));
  c.header('cache-control', 'no-store');
  return c.redirect(`${requestPath(c)}#${capability}`, 303);
}
