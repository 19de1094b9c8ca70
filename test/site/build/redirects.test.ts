import { expect, test } from 'vitest';
import { parseRedirects } from '../../../api/runtime/redirects-file.ts';
import { redirectsFile } from '../../../site/build/redirects.ts';

test('leads an old address to the new one, with and without the last slash', () => {
  const redirects = parseRedirects(redirectsFile({ '/articles/old/': '/articles/new/' }, '/'));
  expect(redirects.get('/articles/old/')).toEqual({ to: '/articles/new/', status: 301 });
  expect(redirects.get('/articles/old')).toEqual({ to: '/articles/new/', status: 301 });
});

test('keeps both addresses below the base', () => {
  const redirects = parseRedirects(redirectsFile({ '/de/faqs/old/': '/de/faqs/new/' }, '/help/'));
  expect(redirects.get('/help/de/faqs/old/')).toEqual({ to: '/help/de/faqs/new/', status: 301 });
});

test('is empty when nothing was renamed', () => {
  expect(redirectsFile({}, '/')).toBe('');
});
