export interface Redirect {
  to: string;
  status: 301 | 302 | 307 | 308;
}

/** Reads a `_redirects` file (Netlify, Cloudflare Pages) of whole paths: `/old /new 301`, the status 302 when left out. */
export function parseRedirects(text: string): Map<string, Redirect> {
  const redirects = new Map<string, Redirect>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [from = '', to = '', given] = line.trim().split(/\s+/);
    const status = statusOf(given);
    if (!/^\/[^*:]*$/.test(from) || !/^(?:\/|https?:\/\/)\S*$/.test(to) || !status) {
      throw new Error(`_redirects:${index + 1}: expected "/old /new 301" with whole paths.`);
    }
    // The first rule wins, as on those hosts.
    if (!redirects.has(from)) redirects.set(from, { to, status });
  }
  return redirects;
}

function statusOf(text = '302'): Redirect['status'] | undefined {
  return ([301, 302, 307, 308] as const).find((status) => String(status) === text);
}
