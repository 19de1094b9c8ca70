import type { OriginRule } from '../config.ts';
import type { AppContext } from './env.ts';

/**
 * The origin this request came to, as a browser names it. Behind a proxy that ends TLS the request says http: SITE_URL
 * corrects that for its own host, X-Forwarded-Proto where proxies are trusted.
 */
export function ownOrigin(c: AppContext): string {
  const { siteUrl, proxies } = c.var.deps.config;
  const url = new URL(c.req.url);
  if (siteUrl && new URL(siteUrl).host === url.host) return siteUrl;
  const forwarded = proxies > 0 ? c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim() : undefined;
  return forwarded === 'https' ? `https://${url.host}` : url.origin;
}

/** Whether cookies of this request can be `Secure`. */
export const isSecure = (c: AppContext): boolean => ownOrigin(c).startsWith('https:');

/** Whether a page of `origin` may use the API. `null` (sandboxed frames, local files) only fits `*`. */
export function isListed(origin: string, rules: readonly OriginRule[]): boolean {
  if (rules.some((rule) => rule.kind === 'any')) return true;
  if (!URL.canParse(origin)) return false;
  const { protocol, host, hostname } = new URL(origin);
  return rules.some((rule) => {
    if (rule.kind === 'exact') return rule.origin === origin;
    if (rule.kind === 'subdomains') return protocol === rule.scheme && host.endsWith(rule.suffix);
    return /^https?:$/.test(protocol) && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  });
}

/**
 * Whether a browser says that the request comes from another site's page. Browsers send `Sec-Fetch-Site` or, when older,
 * `Origin` with every POST; programs send neither.
 */
export function comesFromElsewhere(c: AppContext): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site !== 'same-origin';
  const origin = c.req.header('origin');
  return origin !== undefined && origin !== ownOrigin(c);
}

/** Stricter, for what a cookie allows: the browser has to say that the page is ours. */
export function comesFromUs(c: AppContext): boolean {
  const told = c.req.header('sec-fetch-site') ?? c.req.header('origin');
  return told !== undefined && !comesFromElsewhere(c);
}
