import { expect, test } from 'vitest';
import type { Manifest } from '../../../content/schema/manifest.ts';
import { precache } from '../../../site/build/precache.ts';

const manifest: Manifest = {
  format: 1,
  build: 'b',
  settings: {
    name: 'Help',
    locales: ['en', 'de'],
    firstReplyHours: 8,
    topics: [{ id: 'other', title: { en: 'Other' } }],
  },
  content: {
    en: { index: 'tz/en-search-1.txt', library: 'tz/en-library-1.txt', libraryBytes: 9_000 },
    de: { index: 'tz/de-search-1.txt', library: 'tz/de-library-1.txt', libraryBytes: 9_000 },
  },
  routing: 'tz/routing-1.txt',
  widget: { shell: 'tz/shell-1.js', resume: 'tz/resume-1.js', pageSearch: 'tz/page-search-1.js' },
};
const files: Record<string, string> = {
  'index.html': '<link href="/help/_astro/site.css"><script src="/help/_astro/page.js"></script>',
  'offline/index.html': '<script src="/help/_astro/page.js"></script>',
  'de/offline/index.html': '',
  'articles/offline/index.html': '',
  'desk/index.html': '<script src="/help/_astro/desk.js"></script>',
  'configure/index.html': '<script src="/help/_astro/configure.js"></script>',
  'de/configure/index.html': '<script src="/help/_astro/configure.js"></script>',
  'tierzero.js': 'loader',
  'favicon.svg': '<svg/>',
  '_astro/page.js': 'import("./workbox.js")',
  '_astro/workbox.js': '',
  'tz/page-search-1.js': 'import{a}from"./preact-1.js";import("./de-1.js")',
  'tz/preact-1.js': 'import"./page-search-1.js"',
  'tz/de-1.js': '',
};
const list = (changed: Manifest['content'] = {}) =>
  precache({
    base: '/help/',
    manifest: { ...manifest, content: { ...manifest.content, ...changed } },
    read: (path) => files[path] ?? '',
    pages: Object.keys(files).filter((path) => path.endsWith('.html')),
  });
const urls = (entries = list()) => entries.map(({ url }) => url);

test('names the shell, the reader, every chunk they reach, and the content of the first locale', () => {
  expect(urls()).toEqual([
    '/help/_astro/page.js',
    '/help/_astro/site.css',
    '/help/_astro/workbox.js',
    '/help/tz/de-1.js',
    '/help/tz/en-library-1.txt',
    '/help/tz/en-search-1.txt',
    '/help/tz/page-search-1.js',
    '/help/tz/preact-1.js',
    '/help/offline/',
    '/help/de/offline/',
    '/help/tierzero.js',
    '/help/favicon.svg',
    '/help/tierzero.json?offline',
  ]);
});

test('gives a revision to files whose name stays', () => {
  for (const { url, revision } of list()) {
    expect([url, revision === null]).toEqual([url, /\/(?:tz|_astro)\//.test(url)]);
  }
});

test('leaves a library of several megabytes to those who read it', () => {
  const large = { index: 'tz/en-search-1.txt', library: 'tz/en-library-1.txt', libraryBytes: 9_000_000 };
  expect(urls(list({ en: large }))).not.toContain('/help/tz/en-library-1.txt');
});
