import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a build reads and writes, and the address it is made for. Paths are absolute. */
export interface Places {
  root: string;
  /** Folder of everything that depends on the address. Default `dist`. */
  out: string;
  /** Output of content/compile; the same for every address. */
  content: string;
  /** Output of Vite for the widget; the same for every address. */
  widget: string;
  pages: string;
  public: string;
  /** What the desk alone gets: read by the API, served by nobody. */
  team: string;
  stamps: string;
  releases: string;
  /** Path of the help center, with a slash at both ends. */
  base: string;
  /** Origin in canonical links and the sitemap. */
  siteUrl: string;
  /** Where documents are read: on pages of their own, or in the widget on the host page. */
  documents: 'pages' | 'widget';
}

/** Reads `BASE`, `SITE_URL` and `OUT`; answers what is wrong with them instead of building for an address nobody meant. */
export const places = (env: NodeJS.ProcessEnv): { ok: true; places: Places } | { ok: false; errors: string[] } => {
  const base = slashed(env['BASE'] ?? '/');
  const siteUrl = env['SITE_URL'] ?? 'http://localhost:4321';
  const errors: string[] = [];
  if (!/^\/(?:[\w.-]+\/)*$/.test(base)) errors.push(`BASE: found "${env['BASE']}", expected a path such as /help`);
  if (!/^https?:\/\/[^/?#\s]+\/?$/.test(siteUrl)) {
    errors.push(`SITE_URL: found "${siteUrl}", expected an origin such as https://help.example.com`);
  }
  if (errors.length > 0) return { ok: false, errors };
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const dist = join(root, 'dist');
  const out = env['OUT'] ? join(root, env['OUT']) : dist;
  return {
    ok: true,
    places: {
      root,
      out,
      content: join(dist, 'content'),
      widget: join(dist, 'widget'),
      pages: join(out, 'astro'),
      public: join(out, 'public'),
      team: join(out, 'team'),
      stamps: join(out, 'stamps.json'),
      releases: join(out, 'releases.json'),
      base,
      siteUrl: siteUrl.replace(/\/$/, ''),
      documents: 'pages',
    },
  };
};

const slashed = (path: string): string => `/${path.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
