import { describe, expect, test } from 'vitest';
import { english } from '../../../../content/search/language/english.ts';

const { term, stopWords } = english;

describe('English', () => {
  test.each([
    ['save saves saved saving'],
    ['use uses used using'],
    ['install installs installed installing'],
    ['category categories'],
    ['verify verifies verified verifying'],
    ['embed embeds embedded embedding'],
    ['change changes changed changing'],
    ['cache caches cached caching'],
    ['price prices priced pricing'],
    ['cancel cancels cancelled canceled cancelling canceling'],
    ['class classes'],
    ['box boxes'],
    ['api apis'],
    ['alias aliases'],
    ['update updates updated updating'],
    ['create creates created creating'],
    ['reply replies replied replying'],
  ])('finds one form by another: %s', (words) => {
    expect(new Set(words.split(' ').map(term)).size).toBe(1);
  });

  test.each([
    'care car',
    'plane plan',
    'status state',
    'string strip',
    'need nee',
    'news new',
    'access acces',
    'red reed',
  ])('keeps apart: %s', (words) => {
    expect(new Set(words.split(' ').map(term)).size).toBe(2);
  });

  test('leaves words with digits or foreign letters alone', () => {
    expect(['ipv6s', 'кошкаs', 'sms'].map(term)).toEqual(['ipv6s', 'кошкаs', 'sms']);
  });

  test('knows the words that say nothing', () => {
    expect(['how', 'do', 'the', 'cant'].every((word) => stopWords.has(word))).toBe(true);
  });
});
