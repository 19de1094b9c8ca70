import { expect, test } from 'vitest';
import { routes } from '../../../api/contract/routes.ts';
import { handling, offlinePages } from '../../../site/worker/handling.ts';

test('never touches what the API answers', () => {
  for (const path of [...Object.values(routes), '/desk/', '/request/open', '/contact/', '/example/orders/']) {
    expect([path, handling(path, '/')]).toEqual([path, 'none']);
    expect([path, handling(`/help${path}`, '/help/')]).toEqual([path, 'none']);
  }
});

test('handles pages, the manifest and hashed files below the base', () => {
  expect(handling('/', '/')).toBe('page');
  expect(handling('/articles/contact/', '/')).toBe('page');
  expect(handling('/help/de/faqs/a/', '/help/')).toBe('page');
  expect(handling('/tierzero.json', '/')).toBe('manifest');
  expect(handling('/tz/shell-1.js', '/')).toBe('immutable');
  expect(handling('/_astro/page.css', '/')).toBe('immutable');
});

test('leaves other files and everything above the base to the browser', () => {
  expect(handling('/robots.txt', '/')).toBe('none');
  expect(handling('/sw.js', '/')).toBe('none');
  expect(handling('/', '/help/')).toBe('none');
  expect(handling('/shop/', '/help/')).toBe('none');
});

test('looks for the reader in the language of the address first', () => {
  expect(offlinePages('/help/de/articles/a/', '/help/')).toEqual(['/help/de/offline/', '/help/offline/']);
  expect(offlinePages('/articles/a/', '/')).toEqual(['/offline/']);
});

test('keeps files of a large index apart from code and documents', () => {
  expect(handling('/tz/en-part-1a2b3c.txt', '/')).toBe('part');
  expect(handling('/help/tz/pt-BR-records-1a2b3c.txt', '/help/')).toBe('part');
  for (const path of [
    '/tz/en-search-1a2b.txt',
    '/tz/en-library-1a2b.txt',
    '/tz/en-article-part-of-it-1a.txt',
    '/tz/shell-1.js',
  ])
    expect([path, handling(path, '/')]).toEqual([path, 'immutable']);
});
