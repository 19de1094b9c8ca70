import { describe, expect, it } from 'vitest';
import { plain } from '../../../site/desk/plain.ts';

describe('a name or address', () => {
  it.each(['\u202e', '\u202a', '\u2066', '\u2069', '\u200e', '\u200f', '\u061c', '\u200b', '\ufeff'])(
    'shows the character %j that would turn or hide what follows',
    (character) => {
      expect(plain(`ada@${character}example.com`)).toBe('ada@\ufffdexample.com');
    },
  );

  it('keeps scripts, accents and joined emoji as they are', () => {
    for (const name of ['Łukasz', 'عائشة', 'שרה', 'می‌خواهم', '👩‍🚀', '李']) expect(plain(name)).toBe(name);
  });
});
