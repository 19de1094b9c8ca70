import { describe, expect, test } from 'vitest';
import { families } from '../../../../content/search/language/english.ts';
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
    ['add adds added adding'],
    ['connect connected connection connections'],
    ['delete deleting deletion'],
    ['permission permissions'],
    ['verify verification'],
    ['subscribe subscribed subscription subscriptions'],
    ['lose lost losing'],
    ['pay paid paying'],
    ['steal stole stolen'],
    ['organisation organization organizations'],
    ['authorise authorized authorisation'],
    ['colour colors'],
    ['licence license licensing'],
  ])('finds one form by another: %s', (words) => {
    expect(new Set(words.split(' ').map(term)).size).toBe(1);
  });

  test.each([
    'care car',
    'plane plan',
    'status state',
    'string strip',
    'need nee',
    'red reed',
    'general genius',
    'apply application',
    'policy police',
    'sent sentence',
  ])('keeps apart: %s', (words) => {
    expect(new Set(words.split(' ').map(term)).size).toBe(2);
  });

  test('leaves words that end with a digit or are of foreign letters alone', () => {
    expect(['ipv6', 'oauth2', 'кошка'].map(term)).toEqual(['ipv6', 'oauth2', 'кошка']);
  });

  test('joins every word of a family', () => {
    for (const [own, words] of Object.entries(families))
      expect([own, ...new Set(words.split(' ').map(term))]).toEqual([own, own]);
  });

  test('joins no two families', () => {
    const words = Object.values(families).flatMap((family) => family.split(' '));
    expect(new Set(words).size).toBe(words.length);
  });

  test('knows the words that say nothing', () => {
    expect(['how', 'do', 'the', 'cant'].every((word) => stopWords.has(word))).toBe(true);
  });

  test('ranks by words that longer lists take for empty', () => {
    expect(['more', 'new', 'last', 'first'].some((word) => stopWords.has(word))).toBe(false);
  });
});
