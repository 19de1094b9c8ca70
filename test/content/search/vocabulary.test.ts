import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../content/search/build.ts';
import type { SearchIndex } from '../../../content/search/reader.ts';
import { continuations, nearest } from '../../../content/search/vocabulary.ts';
import { head, indexBytes, opened, source } from './help-center.ts';

/** An index of documents of one word or a few each. */
const indexOf = (titles: readonly string[]): SearchIndex =>
  opened(
    buildIndex(
      head,
      titles.map((title, number) => source(`page-${number}`, { title })),
    ),
  );

describe('the dictionary', () => {
  const index = opened(indexBytes());

  test('continues a beginning', () => {
    const found = continuations(index, 'inv').map(({ part, number }) => part.terms[number]);
    expect(found).toEqual(['invoic']);
    expect(continuations(index, 'zz')).toEqual([]);
  });

  test('trusts a continuation the more the less is missing, the most frequent first', () => {
    const found = continuations(indexOf(['account', 'accordion', 'account']), 'acco');
    expect(found.map(({ part, number }) => part.terms[number])).toEqual(['account', 'accordion']);
    expect(found[0]!.trust).toBeCloseTo(Math.sqrt(4 / 7));
    expect(found[1]!.trust).toBeLessThan(found[0]!.trust);
  });

  test('knows a word that its term does not begin as', () => {
    const prices = indexOf(['price', 'pricing', 'priority']);
    for (const typed of ['prici', 'pricin']) {
      expect(continuations(prices, typed).map(({ part, number }) => part.terms[number])).toEqual(['price']);
    }
  });

  test('stops at fifty continuations', () => {
    const letters = [...'abcdefgh'];
    const many = indexOf(letters.flatMap((one) => letters.map((other) => `pre${one}${other}`)));
    expect(many.parts('')[0]?.terms).toHaveLength(64);
    expect(continuations(many, 'pre')).toHaveLength(50);
  });
});

describe('the nearest word', () => {
  const index = opened(indexBytes());

  test.each([
    ['passwrod', 'password'],
    ['pasword', 'password'],
    ['apssword', 'password'],
    ['passwodrs', 'passwords'],
    ['subscirptoin', 'subscription'],
    ['invocies', 'invoices'],
    ['wigdet', 'widget'],
  ])('for %s is %s', (word, meant) => {
    expect(nearest(index, word)?.written).toBe(meant);
  });

  test('does not exist for short and far words', () => {
    expect(nearest(index, 'fyl')).toBeUndefined();
    expect(nearest(index, 'pssaord')).toBeUndefined();
    expect(nearest(index, 'giraffe')).toBeUndefined();
  });

  /** Far from each other, so that one wrong letter leads to one of them only. */
  const words = [
    'archive',
    'billing',
    'cancel',
    'export',
    'notification',
    'password',
    'spreadsheet',
    'subscription',
    'widget',
    'zürich',
  ];
  const small = indexOf(words);
  const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
  const typos = (word: string): Record<string, string[]> => {
    const places = [...word].map((_, at) => at);
    return {
      swapped: places.slice(1).map((at) => word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1)),
      missing: places.map((at) => word.slice(0, at) + word.slice(at + 1)),
      'too much': [...places, word.length].flatMap((at) =>
        alphabet.map((letter) => word.slice(0, at) + letter + word.slice(at)),
      ),
      wrong: places.flatMap((at) => alphabet.map((letter) => word.slice(0, at) + letter + word.slice(at + 1))),
    };
  };

  test.each(['swapped', 'missing', 'too much', 'wrong'])(
    'is found after a letter that is %s, wherever it is',
    (kind) => {
      for (const written of words.map((word) => word.replace('ü', 'u'))) {
        const mistyped = typos(written)[kind]!.filter((typo) => typo !== written);
        expect(mistyped.length).toBeGreaterThanOrEqual(written.length - 2);
        const lost = mistyped.filter((typo) => {
          const near = nearest(small, typo);
          return near?.written !== written || near.off !== 1;
        });
        expect(lost).toEqual([]);
      }
    },
  );

  test('is found after two wrong letters in a long word, not in a short one', () => {
    const typo = (letters: string) => fc.constantFrom(...Object.values(typos(letters)).flat());
    const long = fc.constantFrom('spreadsheet', 'subscription');
    const twice = long.chain((word) =>
      fc
        .tuple(fc.constant(word), typo(word.slice(0, 4)), typo(word.slice(4)))
        .map(([word, ...halves]) => [word, halves.join('')] as const),
    );
    fc.assert(
      fc.property(twice, ([word, typo]) => {
        expect(nearest(small, typo)?.written).toBe(word);
      }),
      { numRuns: 500 },
    );
    expect(nearest(small, 'wgidte')).toBeUndefined();
  });

  test('has the same first letter, though others are more frequent', () => {
    const several = indexOf(['maple', 'table', 'table', 'table']);
    expect(nearest(several, 'mable')?.written).toBe('maple');
  });

  test('is the most frequent of equally near ones', () => {
    expect(nearest(indexOf(['cable', 'table', 'table']), 'xable')?.written).toBe('table');
    expect(nearest(indexOf(['cable', 'cable', 'table']), 'xable')?.written).toBe('cable');
  });

  test('is nearer, though a farther one is more frequent', () => {
    const several = indexOf(['notation', 'rotation', 'rotation', 'rotational']);
    expect(nearest(several, 'notatoin')?.written).toBe('notation');
  });
});
