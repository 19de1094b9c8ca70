import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from '../../../content/search/distance.ts';

/** Optimal string alignment as textbooks have it: the whole table, no limit. */
function textbook(from: string, to: string): number {
  const table = Array.from({ length: from.length + 1 }, (_, i) =>
    Array.from({ length: to.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const replaced = table[i - 1]![j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, replaced);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
    }
  }
  return table[from.length]![to.length]!;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
/** A word, and what some edits make of it: most pairs are near each other. */
const edited = fc
  .tuple(word, fc.array(fc.tuple(fc.nat(12), fc.constantFrom('', 'a', 'b', 'd'), fc.nat(2)), { maxLength: 4 }))
  .map(([from, edits]): [string, string] => {
    let to = from;
    for (const [at, letters, drop] of edits) to = to.slice(0, at) + letters + to.slice(at + drop);
    return [from, to];
  });

describe('the distance of two words', () => {
  test.each([
    ['password', 'passwrod', 1],
    ['password', 'pasword', 1],
    ['password', 'passwordd', 1],
    ['password', 'qassword', 1],
    ['password', 'apsswrod', 2],
    ['password', 'password', 0],
    ['password', 'pass', 3],
    ['', 'ab', 2],
    ['', '', 0],
    // A swap and an insertion within it are three edits here, not two.
    ['ca', 'abc', 3],
  ])('from %s to %s is %i', (from, to, expected) => {
    expect(distance(from, to, 2)).toBe(expected);
  });

  test.each([1, 2])('is the one of the textbook, up to a limit of %i', (limit) => {
    const isAsDefined = ([from, to]: [string, string]) => {
      expect(distance(from, to, limit)).toBe(Math.min(textbook(from, to), limit + 1));
    };
    fc.assert(fc.property(fc.tuple(word, word), isAsDefined), { numRuns: 500 });
    fc.assert(fc.property(edited, isAsDefined), { numRuns: 2_000 });
  });

  test('is the same in both directions', () => {
    fc.assert(
      fc.property(edited, ([from, to]) => {
        expect(distance(from, to, 2)).toBe(distance(to, from, 2));
      }),
      { numRuns: 500 },
    );
  });

  test('of words that no dictionary has, for their length, is above the limit', () => {
    const long = 'a'.repeat(64);
    expect(distance(long, long, 2)).toBe(3);
    expect(distance(long.slice(1), long.slice(2), 2)).toBe(1);
  });
});
