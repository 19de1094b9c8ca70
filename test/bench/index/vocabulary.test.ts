import { expect, it } from 'vitest';
import { seeded } from '../../support/random.ts';
import { createSpeller, expectedWords, growthOf } from './vocabulary.ts';

it('fits a vocabulary that grows with the square root of the text', () => {
  // The nth text has n words, of which one is new.
  const texts = Array.from({ length: 400 }, (_, at) => `word${at} ${'word0 '.repeat(at)}`);
  const growth = growthOf(texts);
  expect(growth.exponent).toBeCloseTo(0.5, 2);
  expect(expectedWords(growth, (400 * 401) / 2)).toBeCloseTo(400, 0);
});

it('makes up words of the letters that follow each other in the given ones', () => {
  const runs = (word: string) => Array.from(word, (_, at) => `   ${word}`.slice(at, at + 4));
  const given = new Set(['banana', 'bandana'].flatMap(runs));
  const spell = createSpeller(['banana', 'bandana'], seeded(3));
  const made = Array.from({ length: 50 }, spell);
  expect(made.flatMap(runs).filter((run) => !given.has(run))).toEqual([]);
  expect(new Set(made).size).toBeGreaterThan(1);
  expect(made.every(({ length }) => length <= 24)).toBe(true);
});
