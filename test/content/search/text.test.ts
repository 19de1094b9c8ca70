import { describe, expect, test } from 'vitest';
import { fold, queryWords, textWords } from '../../../content/search/text.ts';

const forms = (text: string) => textWords(text).map((word) => word.forms.join(' '));

describe('folding', () => {
  test.each([
    ['Zürich', 'zurich'],
    ['Straße', 'strasse'],
    ['ＷＩＤＥ', 'wide'],
    ['ﬁle', 'file'],
    ['ΟΔΟΣ', fold('οδός')],
    ["don't", 'dont'],
    ["customer's", 'customer'],
    ['customer’s', 'customer'],
    // Marks are letters outside the Latin, Greek and Cyrillic scripts.
    ['が', 'が'],
    ['हिन्दी', 'हिन्दी'],
  ])('reads %s as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('bounds what a word can be', () => {
    expect(fold('x'.repeat(500))).toHaveLength(40);
  });
});

describe('words of a text', () => {
  test.each([
    ['data-base', 'data base database'],
    ['ERR_CONNECTION_REFUSED', 'err connection refused errconnectionrefused'],
    ['tierzero.js', 'tierzero js tierzerojs'],
    ['getToken', 'gettoken get token'],
    ['GitHub', 'github'],
    ['HTTP 404', 'http|404'],
    ['0.8.212', '0 8 212 08212'],
  ])('finds %s by its parts and as a whole', (text, expected) => {
    expect(forms(text)).toEqual(expected.split('|'));
  });

  test('keep their place in the text', () => {
    const text = 'Öffne “data-base”, then go.';
    expect(textWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Öffne',
      'data-base',
      'then',
      'go',
    ]);
  });
});

test('a query is split at every separator and its case is not read', () => {
  expect(queryWords('getToken data-base ERR_X').map(({ form }) => form)).toEqual([
    'gettoken',
    'data',
    'base',
    'err',
    'x',
  ]);
});
