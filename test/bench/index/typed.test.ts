import { expect, it } from 'vitest';
import { brotliBytes } from './bytes.ts';
import { type Bytes, textBytes } from './contender.ts';
import { transferOf } from './typed.ts';

/** A file for each first letter of a word, fetched when the word begins. */
const files = new Map<string, Bytes>([
  ['root', textBytes('root of all')],
  ['a', textBytes('about a and more of it')],
  ['b', textBytes('b')],
]);
const needs = (typed: string) =>
  ['root', ...typed.split(' ').map((word) => word.charAt(0))].filter((name) => files.has(name));
const published = { files, needs, parts: { index: [], display: [] }, terms: 0, postings: 0, open: () => undefined };
const sizeOf = (name: string) => brotliBytes(files.get(name) ?? textBytes(''));

it('fetches what any beginning of a query needs, once', () => {
  const { bytes, requests } = transferOf(published, ['an apple a day bites']);
  expect(requests).toEqual({ p50: 3, p95: 3 });
  expect(bytes.p50).toBe(sizeOf('root') + sizeOf('a') + sizeOf('b'));
});

it('starts every query from nothing', () => {
  expect(transferOf(published, ['a', 'b', 'b']).bytes.p50).toBe(sizeOf('root') + sizeOf('b'));
});

it('refuses a file that nobody published', () => {
  expect(() => transferOf({ ...published, needs: () => ['c'] }, ['c'])).toThrow('c is asked for');
});
