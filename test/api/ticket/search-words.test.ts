import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundIn } from '../../../api/ticket/found.ts';
import { readWords } from '../../../api/ticket/search-words.ts';

const term = (text: string, isPrefix = false) => ({ text, isPrefix });

describe('words of a search', () => {
  it('are all needed, the last one may go on, and quotes keep them together', () => {
    expect(readWords(' blank  pa').terms).toEqual([term('blank'), term('pa', true)]);
    expect(readWords('"blank page" safari').terms).toEqual([term('blank page'), term('safari', true)]);
    expect(readWords('safari "blank page"').terms).toEqual([term('safari'), term('blank page')]);
    expect(readWords('safari "blank pa').terms).toEqual([term('safari'), term('blank pa')]);
  });

  it('have a letter or a digit', () => {
    expect(readWords('- !!! "" "?" *').terms).toEqual([]);
    expect(readWords('a - 7').terms).toEqual([term('a'), term('7', true)]);
  });

  it('can be a reference, with the letters that are read as digits', () => {
    expect(readWords('tz-7k2mop').reference).toBe('TZ-7K2M0P');
    expect(readWords('TZ7K2MIL').reference).toBe('TZ-7K2M11');
    expect(readWords('TZ-7K2M4P please').reference).toBeUndefined();
  });
});

describe('where words were found', () => {
  const find = (text: string, words: string) => foundIn([{ in: 'message', text }], readWords(words).terms);

  it('is marked by position, without case and accents', () => {
    expect(find('Die Größe der RECHNUNG', 'große rech')).toEqual({
      ...{ in: 'message', text: 'Die Größe der RECHNUNG' },
      marks: [
        [4, 9],
        [14, 22],
      ],
    });
  });

  it('is the piece with most of them, in one line', () => {
    const text = `one ${'filler '.repeat(50)}\n\n one   two\nthree ${'more '.repeat(50)}`;
    const found = find(text, 'one two three');
    expect(found?.text).toMatch(/^….*one two three more/);
    expect(found?.text).not.toMatch(/\n/);
  });

  it('is the newest text of those that have as many, and nothing where none has any', () => {
    const texts = [
      { in: 'note' as const, text: 'newest word' },
      { in: 'message' as const, text: 'older word' },
    ];
    expect(foundIn(texts, readWords('word').terms)).toMatchObject({ in: 'note', text: 'newest word' });
    expect(foundIn(texts, readWords('nothing').terms)).toBeUndefined();
  });

  it('marks words of the text, whatever it is, and cuts no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ maxLength: 20 }), (text, words) => {
        const found = find(`${text} word ${text}`, `${words} word`);
        expect(found).toBeDefined();
        for (const [from, to] of found?.marks ?? []) {
          expect(from).toBeLessThan(to);
          expect(`${text} word ${text}`).toContain(found?.text.slice(from, to));
        }
        expect(found?.text.isWellFormed()).toBe(`${text}`.isWellFormed());
      }),
      { numRuns: 300 },
    );
  });
});
