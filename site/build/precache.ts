import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Manifest } from '../../content/schema/manifest.ts';

/** What the service worker fetches when it is installed: `revision` is null where the name carries a hash. */
export interface PrecacheEntry {
  url: string;
  revision: string | null;
}

/** A library above this is read page by page: nobody asked for ten megabytes of help. */
const largestLibrary = 3_000_000;

/** What is there before anybody is offline: the shell, the reader, the index and the library of the default locale. */
export interface Shell {
  base: string;
  manifest: Manifest;
  /** Every public file that may be part of it, by path below the public folder. */
  read: (path: string) => string;
  /** Built pages, paths below the public folder. */
  pages: string[];
}

/** Pages of the desk, requests, the host page and the configurator take no part: nobody needs them offline. */
const apart = /^(?:desk|request|example|(?:[\w-]+\/)?configure)\//;

/** Names the shell's files. */
export const precache = ({ base, manifest, read, pages }: Shell): PrecacheEntry[] => {
  const own = pages.filter((page) => !apart.test(page));
  const assets = new Set(own.flatMap((page) => referenced(read(page), base)));
  const code = reachable([...assets, manifest.widget.pageSearch], read);
  // The first locale has no folder.
  const folders = manifest.settings.locales.map((locale, place) => (place === 0 ? '' : `${locale}/`));
  const readers = own.filter((page) =>
    folders.some((folder) => page === `${folder}offline/index.html` || page === `${folder}search/index.html`),
  );
  const versioned = [...readers, 'tierzero.js', 'favicon.svg'];
  const [locale = ''] = manifest.settings.locales;
  const content = manifest.content[locale];
  const data = content ? [content.index, ...(content.libraryBytes <= largestLibrary ? [content.library] : [])] : [];
  return [
    ...[...code, ...data].sort().map((path) => ({ url: base + path, revision: null })),
    ...versioned.map((path) => ({ url: base + path.replace(/index\.html$/, ''), revision: digest(read(path)) })),
    // A second address, so that the file under its own name stays network-first.
    { url: `${base}tierzero.json?offline`, revision: digest(JSON.stringify(manifest)) },
  ];
};

/** Scripts and styles a page names. */
const referenced = (page: string, base: string): string[] =>
  [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)]
    .map(([, url = '']) => url)
    .filter((url) => url.startsWith(`${base}_astro/`))
    .map((url) => url.slice(base.length));

/** Those files and every chunk they import, at once or later. */
const reachable = (paths: string[], read: Shell['read']): Set<string> => {
  const seen = new Set<string>();
  const queue = [...paths];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    for (const [, name = ''] of read(path).matchAll(/["'`]\.\/([\w.-]+\.js)["'`]/g)) {
      queue.push(posix.join(posix.dirname(path), name));
    }
  }
  return seen;
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
