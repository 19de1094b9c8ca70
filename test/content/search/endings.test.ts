import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEndings, endingBetween } from '../../../content/search/endings.ts';
import { languageOf } from '../../../content/search/language/language.ts';

const word = fc.string({ unit: fc.constantFrom(...'abc-é'), maxLength: 8 });
/** A term with words it becomes, as a line of the index. */
const line = fc
  .tuple(word, fc.array(word, { minLength: 1, maxLength: 4 }))
  .map(([term, forms]) => ({ term, forms, line: forms.map((form) => endingBetween(term, form)).join(',') }));

describe('an ending', () => {
  test.each([
    ['categori', 'category', 'i>y'],
    ['cancel', 'canceling', '>ing'],
    ['cancel', 'cancel', '>'],
    ['knive', 'knife', 've>fe'],
    ['', 'a', '>a'],
  ])('makes of %s the word %s: %s', (term, form, ending) => {
    expect(endingBetween(term, form)).toBe(ending);
    expect(createEndings([ending]).written(term, 0)).toEqual([form]);
  });

  test('makes of any term any word, and drops no more than it has to', () => {
    fc.assert(
      fc.property(word, word, (term, form) => {
        const ending = endingBetween(term, form);
        expect(createEndings([ending]).written(term, 0)).toEqual([form]);
        const [drop = '', add = ''] = ending.split('>');
        expect(drop === '' || drop[0] !== add[0]).toBe(true);
      }),
    );
  });
});

describe('endings', () => {
  test('make the words of a line, in their order', () => {
    expect(createEndings(['>', '>s,>,i>y']).written('alibi', 1)).toEqual(['alibis', 'alibi', 'aliby']);
  });

  test('are none for a line that is not there', () => {
    expect(createEndings(['>']).written('alibi', 7)).toEqual([]);
  });

  test('lead from every word they make back to its term, by the line that makes it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
        const endings = createEndings(lines.map(({ line }) => line));
        lines.forEach(({ term, forms }, number) => {
          expect(endings.written(term, number)).toEqual(forms);
          for (const form of forms) {
            expect(endings.termsOf(form).find((found) => found.term === term && found.lists.has(number))).toBeDefined();
          }
        });
      }),
    );
  });

  test('lead to nothing that they do not make of it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), word, (lines, form) => {
        const endings = createEndings(lines.map(({ line }) => line));
        for (const { term, lists } of endings.termsOf(form)) {
          expect(lists.size).toBeGreaterThan(0);
          for (const list of lists) expect(endings.written(term, list)).toContain(form);
        }
      }),
    );
  });

  test('put the terms with the shortest endings first', () => {
    const endings = createEndings(['>ing', '>', '>g,>ing']);
    expect(endings.termsOf('going').map(({ term }) => term)).toEqual(['going', 'goin', 'go']);
  });

  test('are common in the first lines only, which most terms have', () => {
    const lines = Array.from({ length: 70 }, (_, number) => `>${String.fromCharCode(0x4e00 + number)}`);
    const endings = createEndings([...lines, `>x,${lines[3]}`]);
    const isCommon = (form: string) => endings.termsOf(form).map(({ common }) => common);
    expect(isCommon(`a${lines[63]![1]}`)).toEqual([true]);
    expect(isCommon(`a${lines[64]![1]}`)).toEqual([false]);
    expect(isCommon('ax')).toEqual([false]);
    expect(isCommon(`a${lines[3]![1]}`)).toEqual([true]);
  });

  test('of English lead from each word to what its stemmer makes of it', () => {
    const { term } = languageOf('en');
    const words = 'category categories canceling cancelled saved saving studies study running agreed easily'.split(' ');
    const { termsOf } = createEndings([words.map((word) => endingBetween(term(word), word)).join(',')]);
    for (const word of words) expect(termsOf(word).map((found) => found.term)).toContain(term(word));
  });
});
