import { expect, test } from 'vitest';
import { places } from '../../../site/build/places.ts';

const baseOf = (base?: string): string | undefined => {
  const found = places(base === undefined ? {} : { BASE: base });
  return found.ok ? found.places.base : undefined;
};

test('puts a slash on both ends of the base', () => {
  expect([undefined, '', '/', 'help', '/help', '/help/', '/a/b'].map(baseOf)).toEqual([
    '/',
    '/',
    '/',
    '/help/',
    '/help/',
    '/help/',
    '/a/b/',
  ]);
});

test('names every wrong variable at once', () => {
  const found = places({ BASE: '/a b', SITE_URL: 'help.example.com' });
  expect(found).toEqual({
    ok: false,
    errors: [
      'BASE: found "/a b", expected a path such as /help',
      'SITE_URL: found "help.example.com", expected an origin such as https://help.example.com',
    ],
  });
});

test('keeps what depends on the address in the folder of OUT', () => {
  const found = places({ OUT: 'dist/help' });
  expect(found.ok && found.places.public.endsWith('/dist/help/public')).toBe(true);
  expect(found.ok && found.places.content.endsWith('/dist/content')).toBe(true);
});
