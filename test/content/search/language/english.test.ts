import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../../content/search/language/language.ts';

const { term, stopWords } = languageOf('en');

describe('English', () => {
  test.each([
    ['save saves saved saving'],
    ['use uses used using'],
    ['install installs installed installing'],
    ['category categories'],
    ['verify verifies verified verifying'],
    ['change changes changed changing'],
    ['cache caches cached caching'],
    ['price prices priced pricing'],
    ['cancel cancels canceled canceling cancelled cancelling'],
    ['plan plans planned planning'],
    ['class classes'],
    ['box boxes'],
    ['api apis'],
    ['update updates updated updating'],
    ['create creates created creating'],
    ['reply replies replied replying'],
    ['account account’s accounts'],
    ['Invoice INVOICES'],
  ])('finds one form by another: %s', (words) => {
    expect(new Set(words.split(' ').map(term)).size).toBe(1);
  });

  test.each(['care car', 'plane plan', 'status state', 'string strip', 'need nee', 'red reed', 'general genius'])(
    'keeps apart: %s',
    (words) => {
      expect(new Set(words.split(' ').map(term)).size).toBe(2);
    },
  );

  test('leaves words that end with a digit or are of foreign letters alone', () => {
    expect(['ipv6', 'oauth2', 'кошка'].map(term)).toEqual(['ipv6', 'oauth2', 'кошка']);
  });

  test('knows the words that say nothing', () => {
    expect(['how', 'do', 'the', 'cant'].every((word) => stopWords.has(word))).toBe(true);
  });

  test('ranks by words that longer lists take for empty', () => {
    expect(['more', 'new', 'last', 'first'].some((word) => stopWords.has(word))).toBe(false);
  });
});
