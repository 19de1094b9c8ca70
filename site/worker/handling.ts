/** What the service worker does with a request of its own origin; `none` leaves it to the browser. */
export type Handling = 'page' | 'manifest' | 'part' | 'immutable' | 'none';

/** Never touched: what a person sends or signs in with, and the host page, which stands for somebody else's site. */
const untouched = /^(?:api|desk|request|contact|example)(?:\/|$)/;

/** Sorts a path by its place below `base`. */
export const handling = (path: string, base: string): Handling => {
  if (!path.startsWith(base)) return 'none';
  const below = path.slice(base.length);
  if (untouched.test(below)) return 'none';
  if (below === 'tierzero.json') return 'manifest';
  // Of a large search index, whose files would push the code out of its cache.
  if (/^tz\/[a-z]{2,3}(?:-\w{2,4})?-(?:part|records)-[^/]+$/i.test(below)) return 'part';
  if (/^(?:tz|_astro)\/./.test(below)) return 'immutable';
  return below === '' || below.endsWith('/') ? 'page' : 'none';
};

/** Where the offline reader may be, the reader's own language first: `/de/articles/a/` → `/de/offline/`, `/offline/`. */
export const offlinePages = (path: string, base: string): string[] => {
  const [, locale] = /^([a-z]{2,3}(?:-\w{2,4})?)\//.exec(path.slice(base.length)) ?? [];
  return [...(locale ? [`${base}${locale}/offline/`] : []), `${base}offline/`];
};
