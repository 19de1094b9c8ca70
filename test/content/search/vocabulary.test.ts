import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from '../../../content/search/distance.ts';
import { continuations, nearest } from '../../../content/search/vocabulary.ts';
import { indexBytes, opened } from './help-center.ts';

/** The definition, without bounds. */
const definition = (a: string, b: string): number => {
  if (!a || !b) return a.length + b.length;
  const shorter = [a.slice(1), b.slice(1)] as const;
  let best = Math.min(definition(shorter[0], b) + 1, definition(a, shorter[1]) + 1);
  best = Math.min(best, definition(...shorter) + (a[0] === b[0] ? 0 : 1));
  const swapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0];
  return swapped ? Math.min(best, definition(a.slice(2), b.slice(2)) + 1) : best;
};
const shortWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

describe('the distance of two words', () => {
  test.each([
    ['password', 'passwrod', 1],
    ['password', 'pasword', 1],
    ['password', 'passwordd', 1],
    ['password', 'qassword', 1],
    ['password', 'apsswrod', 2],
    ['password', 'password', 0],
    ['password', 'pass', 3],
  ])('from %s to %s is %i', (a, b, expected) => {
    expect(distance(a, b, 2)).toBe(expected);
  });

  test('is the one of the definition, up to its limit', () => {
    fc.assert(
      fc.property(shortWord, shortWord, fc.constantFrom(1, 2), (a, b, limit) => {
        expect(distance(a, b, limit)).toBe(Math.min(definition(a, b), limit + 1));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the dictionary', () => {
  const index = opened(indexBytes());

  test('continues a beginning', () => {
    const found = continuations(index, 'inv').map(({ number }) => index.terms[number]);
    expect(found).toEqual(['invoic']);
    expect(continuations(index, 'zz')).toEqual([]);
  });

  test.each([
    ['passwrod', 'password'],
    ['pasword', 'password'],
    ['apssword', 'password'],
    ['passwodrs', 'passwords'],
    ['subscirptoin', 'subscription'],
    ['invocies', 'invoices'],
    ['wigdet', 'widget'],
  ])('finds what %s was meant to be', (word, meant) => {
    expect(nearest(index, word)?.written).toBe(meant);
  });

  test('leaves short and far words alone', () => {
    expect(nearest(index, 'fyl')).toBeUndefined();
    expect(nearest(index, 'pssaord')).toBeUndefined();
    expect(nearest(index, 'giraffe')).toBeUndefined();
  });
});
