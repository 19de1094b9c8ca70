import { describe, expect, it } from 'vitest';
import { pinnedFor, pinOf } from '../../../content/search/pins.ts';
import { article, compileWith, errorsOf, type Files } from '../../support/content/help-center.ts';

const head = {
  locale: 'en',
  stopWords: '',
  records: [],
  categories: [],
  aliases: {},
  pins: { [pinOf('Sign in', 'en')]: ['article:sign-in' as const, 'faq:no-password' as const] },
};

describe('pins', () => {
  it.each(['sign in', ' Sign   IN?', 'sign-in', 'sígn in'])('hold for %j, however the query is written', (words) => {
    expect(pinnedFor(head, words)).toEqual(['article:sign-in', 'faq:no-password']);
  });
  it.each(['sign', 'sign i', 'sign in now', 'in sign', '', '?', 'constructor', 'toString'])(
    'do not hold for %j, which is another query',
    (words) => {
      expect(pinnedFor(head, words)).toEqual([]);
    },
  );
  it('know the letters of the language', () => {
    const swedish = { ...head, locale: 'sv', pins: { [pinOf('Hår', 'sv')]: ['article:hair' as const] } };
    expect(pinnedFor(swedish, 'hår')).toEqual(['article:hair']);
    expect(pinnedFor(swedish, 'har')).toEqual([]);
  });
  it('are none where nobody pinned anything', () => {
    const { pins: _, ...without } = head;
    expect(pinnedFor(without, 'sign in')).toEqual([]);
  });
});

const section = '\n\n## When no mail comes\n\nb';
const names = ['a', 'b', 'c', 'd'].map((name) => `en/articles/account/${name}.md`);
const pinning = (count: number): Files =>
  Object.fromEntries(
    names.slice(0, count).map((file, place) => [
      file,
      // The same query, typed in four ways.
      article('a', { pins: `[${['sign in', 'Sign in', 'sign-in', 'SIGN IN?'][place]}]`, title: `Title ${file}` }),
    ]),
  );

describe('pins that authors write', () => {
  it('are accepted from three documents, and refused from a fourth with the three that are there', async () => {
    expect((await compileWith(pinning(3))).ok).toBe(true);
    const refused = await compileWith(pinning(4));
    expect(refused.ok ? [] : refused.errors).toEqual([
      {
        file: 'en/articles/account/d.md',
        line: 6,
        field: 'pins[0]',
        found: '"SIGN IN?"',
        expected: 'a query that at most 3 documents pin',
        hint: 'it is pinned already by article:a, article:b, article:c; take one of them out',
      },
    ]);
  });
  it('are refused where they can never be typed, or stand twice', async () => {
    const at = 'en/articles/account/reset-password.md';
    const wrong = article(`a${section}`, { pins: '\n  - sign in\n  - "???"\n  - Sign-in' });
    expect(await errorsOf({ [at]: wrong })).toEqual([
      `${at}:8 pins[1]  found "???"; expected a query with at least one letter or digit`,
      `${at}:9 pins[2]  found "Sign-in"; expected each query once`,
    ]);
    const long = article(`a${section}`, { pins: `[${'a'.repeat(81)}]` });
    expect(await errorsOf({ [at]: long })).toEqual([expect.stringMatching(/:6 pins\[0\] {2}found .*at most 80/)]);
  });
});
