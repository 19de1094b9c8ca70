import { expect, test } from 'vitest';
import { applyHeaders, parseHeaders } from '../../../api/runtime/headers-file.ts';
import { headerRules, headersFile } from '../../../site/build/headers.ts';

const pages = [
  '404.html',
  'index.html',
  'articles/embed-the-widget/index.html',
  'configure/index.html',
  'configure/preview/index.html',
  'de/index.html',
  'de/articles/embed-the-widget/index.html',
  'de/configure/index.html',
  'desk/index.html',
  'example/index.html',
  'request/index.html',
];

/** What an answer carries once every rule that matches has been applied, as the Node runtime does it. */
const headersOf = (path: string, base = '/'): Headers => {
  const [policy, examplePolicy, previewPolicy] = ['site-policy', 'example-policy', 'preview-policy'];
  const text = headersFile(headerRules({ base, pages, policy, examplePolicy, previewPolicy }));
  const headers = new Headers();
  applyHeaders(headers, parseHeaders(text), path);
  return headers;
};

test('gives every page exactly one policy', () => {
  for (const page of pages) {
    const path = `/${page.replace(/index\.html$/, '')}`;
    const policy = headersOf(path).get('Content-Security-Policy');
    const [, special] = /^\/(example|configure\/preview)\//.exec(path) ?? [];
    const expected = special ? `${special.replace('configure/', '')}-policy` : 'site-policy';
    expect([path, policy]).toEqual([path, /^\/(?:desk|request)\//.test(path) ? null : expected]);
  }
});

test('sets one cache rule on every path', () => {
  for (const path of ['/', '/articles/a/', '/de/', '/tz/en-search-1.txt', '/_astro/a.js', '/tierzero.js', '/sw.js']) {
    expect(headersOf(path).get('Cache-Control')).not.toContain('no-cache,');
    expect(
      headersOf(path)
        .get('Cache-Control')
        ?.match(/max-age|no-cache/g),
    ).toHaveLength(1);
  }
});

test('keeps hashed files for a year and lets other origins load them', () => {
  for (const path of ['/tz/shell-1a2b3c4d.js', '/tz/en-search-1a2b3c4d.txt', '/_astro/page.1a2b3c4d.css']) {
    const headers = headersOf(path);
    expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  }
});

test('says that sealed files are text, which hosts compress', () => {
  expect(headersOf('/tz/en-search-1a2b3c4d.txt').get('Content-Type')).toBe('text/plain; charset=utf-8');
  expect(headersOf('/tz/shell-1a2b3c4d.js').get('Content-Type')).toBeNull();
});

test('lets the loader and the manifest be a few minutes old', () => {
  for (const path of ['/tierzero.js', '/tierzero.json']) {
    const headers = headersOf(path);
    expect(headers.get('Cache-Control')).toBe('public, max-age=300, stale-while-revalidate=86400');
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  }
});

test('writes the base before every path', () => {
  expect(headersOf('/help/', '/help/').get('Content-Security-Policy')).toBe('site-policy');
  expect(headersOf('/help/tz/a-1.js', '/help/').get('Cache-Control')).toContain('immutable');
  expect([...headersOf('/articles/embed-the-widget/', '/help/')]).toEqual([]);
});
