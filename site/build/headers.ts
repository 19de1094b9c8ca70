/** One path pattern and what answers under it carry; `*` stands for anything. */
export interface HeaderRule {
  path: string;
  headers: Record<string, string>;
}

/** What the rules depend on. */
export interface HeaderFacts {
  base: string;
  /** Built pages, paths below the public folder: `articles/a/index.html`. */
  pages: string[];
  /** Policy of the help center's pages. */
  policy: string;
  /** Policy of the host page at `example/`. */
  examplePolicy: string;
  /** Policy of the page that the configurator shows in a frame, at `configure/preview/`. */
  previewPolicy: string;
}

const immutable = 'public, max-age=31536000, immutable';
/** Its name stays and its bytes change: five minutes old at most, a day while the new one is fetched. */
const revalidated = 'public, max-age=300, stale-while-revalidate=86400';
const nosniff = { 'X-Content-Type-Options': 'nosniff' };
/** The widget loads these from pages of other origins. */
const crossOrigin = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Pages that pass through the API, which gives them a policy of their own. */
const servedByApi = new Set(['desk', 'request']);

/**
 * Rules for every built path. Hosts join the headers of all rules that match, and two policies on one page would
 * both hold: so no two rules here match the same path, except the type of `.txt` files, which nothing else sets.
 */
export const headerRules = ({ base, pages, policy, examplePolicy, previewPolicy }: HeaderFacts): HeaderRule[] => {
  const page = (csp: string): Record<string, string> => ({
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': csp,
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    ...nosniff,
  });
  const headersOf = (top: string): Record<string, string> =>
    servedByApi.has(top) ? { 'Cache-Control': 'no-cache' } : page(top === 'example' ? examplePolicy : policy);
  const tops = [...new Set(pages.map((path) => path.split('/')[0] ?? ''))].sort();
  const configure = pages.some((path) => path.startsWith('configure/'));
  return [
    // The frame and what is in it lie below one folder, and a pattern for both would give the frame two policies.
    ...(configure
      ? [
          { path: `${base}configure/`, headers: page(policy) },
          { path: `${base}configure/preview/*`, headers: page(previewPolicy) },
        ]
      : []),
    ...tops
      .filter((top) => top !== 'configure')
      .map((top) => ({
        path: base + (top === 'index.html' ? '' : top.endsWith('.html') ? top : `${top}/*`),
        headers: headersOf(top),
      })),
    { path: `${base}tz/*`, headers: { 'Cache-Control': immutable, ...crossOrigin, ...nosniff } },
    { path: `${base}tz/*.txt`, headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
    { path: `${base}_astro/*`, headers: { 'Cache-Control': immutable, ...crossOrigin, ...nosniff } },
    {
      path: `${base}tierzero.js`,
      headers: {
        'Cache-Control': revalidated,
        'Content-Type': 'text/javascript; charset=utf-8',
        ...crossOrigin,
        ...nosniff,
      },
    },
    {
      path: `${base}tierzero.json`,
      headers: {
        'Cache-Control': revalidated,
        'Content-Type': 'application/json; charset=utf-8',
        ...crossOrigin,
        ...nosniff,
      },
    },
    { path: `${base}sw.js`, headers: { 'Cache-Control': 'no-cache', ...nosniff } },
  ];
};

/** `_headers` as Netlify, Cloudflare Pages and our Node runtime read it. */
export const headersFile = (rules: HeaderRule[]): string =>
  rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
