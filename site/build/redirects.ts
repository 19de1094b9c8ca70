/** Addresses a document had, and the one it has: paths below the base, with a slash at both ends. */
export type Redirects = Record<string, string>;

/**
 * `_redirects` as Netlify, Cloudflare Pages and our Node runtime read it: one rule a line, 301.
 * Old links come with and without the last slash, and hosts differ in whether they match both: both are written.
 */
export const redirectsFile = (redirects: Redirects, base: string): string =>
  Object.entries(redirects)
    .flatMap(([from, to]) => {
      const old = base + from.replace(/^\/|\/$/g, '');
      const now = base + to.replace(/^\//, '');
      return [`${old} ${now} 301`, `${old}/ ${now} 301`];
    })
    .map((line) => `${line}\n`)
    .join('');
