import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCursor } from '../../../content/search/columns.ts';
import { documentOf, isInTitle, openPart, sectionOf, weightOf } from '../../../content/search/part.ts';
import { type Entry, encodePart, writeColumns } from '../../../content/search/wire.ts';
import { documentCount, entry } from './sealed.ts';

const unit = fc.constantFrom('a', 'b', 'é', 'が', '𝒳', '😀', '😁');
const posting = fc.record({
  document: fc.nat({ max: documentCount - 1 }),
  weight: fc.integer({ min: 1, max: 127 }),
  section: fc.nat({ max: 31 }),
  isInTitle: fc.boolean(),
});
/** A term, the words that stand for it (its end may give way), and where it stands. */
const dictionary = fc
  .uniqueArray(
    fc.record({
      term: fc.string({ unit, minLength: 1, maxLength: 12 }),
      forms: fc.uniqueArray(fc.constantFrom('', 's', 'ing', 'ies', 'が'), { minLength: 1 }),
      postings: fc.uniqueArray(posting, { minLength: 1, maxLength: 40, selector: ({ document }) => document }),
      dropped: fc.nat({ max: 100_000 }),
    }),
    { selector: ({ term }) => term, maxLength: 40 },
  )
  .map((entries) =>
    entries
      .map(({ term, forms, postings, dropped }) => ({
        forms: forms.map((end) => term + end),
        ...entry(term, {
          forms: forms.map((end) => term + end),
          postings: postings.toSorted((a, b) => a.document - b.document),
          dropped,
        }),
      }))
      .sort((a, b) => (a.term < b.term ? -1 : 1)),
  );

const openEntries = (entries: readonly Entry[]) => openPart(encodePart(entries), documentCount);

describe('a part of the dictionary', () => {
  test('reads back every term, word, posting and count that was written', () => {
    fc.assert(
      fc.property(dictionary, (entries) => {
        const part = openEntries(entries);
        expect(part.terms).toEqual(entries.map(({ term }) => term));
        entries.forEach(({ term, forms, postings, dropped }, number) => {
          expect(part.find(term)).toBe(number);
          expect(part.place(term)).toBe(number);
          expect(part.frequency(number)).toBe(postings.length + dropped);
          expect(part.written(number)).toEqual(forms);
          const read = part.postings(number).map((packed) => ({
            document: documentOf(packed),
            weight: weightOf(packed),
            section: sectionOf(packed),
            isInTitle: isInTitle(packed),
          }));
          expect(read).toEqual(postings);
        });
        expect(part.find('c')).toBe(-1);
        expect(part.find('')).toBe(-1);
      }),
    );
  });

  test('tells the place of what is not there', () => {
    const part = openEntries([entry('bank'), entry('card'), entry('cart')]);
    expect(['a', 'bank', 'banking', 'car', 'cas', 'z'].map(part.place)).toEqual([0, 0, 1, 1, 3, 3]);
  });

  test('gives way at the end of a term for the words that are written', () => {
    const part = openEntries([
      entry('categori', { forms: ['categories', 'category'] }),
      entry('sav', { forms: ['saved'] }),
    ]);
    expect([part.written(0), part.written(1)]).toEqual([['categories', 'category'], ['saved']]);
  });

  test('knows a word for certain as the texts have it, and perhaps by an ending of others', () => {
    const part = openEntries([
      entry('archiv', { forms: ['archives'] }),
      entry('import', { forms: ['import', 'importing'] }),
      entry('us', { forms: ['uses'] }),
    ]);
    expect(part.known('archives')).toEqual({ certain: [0], perhaps: [] });
    expect(part.known('archiving')).toEqual({ certain: [], perhaps: [0] });
    expect(part.known('importing')).toEqual({ certain: [1], perhaps: [] });
    expect(part.known('using')).toEqual({ certain: [], perhaps: [] });
    expect(part.known('giraffe')).toEqual({ certain: [], perhaps: [] });
  });

  test('of the last document of a hundred thousand is found', () => {
    const far = { document: 99_999, weight: 127, section: 31, isInTitle: true };
    const entries = [entry('far', { postings: [{ document: 0, weight: 1, section: 0 }, far] })];
    const [, packed = 0] = openPart(encodePart(entries), 100_000).postings(0);
    expect([documentOf(packed), weightOf(packed), sectionOf(packed)]).toEqual([99_999, 127, 31]);
    expect(isInTitle(packed)).toBe(true);
  });
});

/** As wire.ts lists them. */
const columnCount = 10;
const [endingColumn, counts, dropped, gaps, weights, sections] = [4, 5, 6, 7, 8, 9] as const;

describe('a part that is damaged', () => {
  const entries = [
    entry('bank', {
      postings: [
        { document: 3, weight: 5, section: 1 },
        { document: documentCount - 1, weight: 6, section: 0 },
      ],
    }),
    entry('card'),
  ];
  const columns = (): Uint8Array[] => {
    const { column } = createCursor(encodePart(entries));
    return Array.from({ length: columnCount }, column);
  };
  const open = (changed: readonly Uint8Array[], documents = documentCount) =>
    openPart(writeColumns(changed), documents);

  test('opens when nothing was changed', () => {
    expect(open(columns()).terms).toEqual(['bank', 'card']);
  });

  test.each([
    ['counts that promise more postings than there are', counts, [2, 2]],
    ['counts that promise fewer postings than there are', counts, [1, 1]],
    ['too few counts', counts, [3]],
    ['too few lists of endings', endingColumn, [0]],
    ['too few numbers of dropped documents', dropped, [0]],
    ['too few weights', weights, [5, 6]],
    ['too many sections', sections, [1, 0, 0, 0]],
    ['too few gaps', gaps, [4]],
    ['a gap that does not end', gaps, [4, 255, 255, 255, 255, 255, 1]],
    ['a number that does not end', counts, [2, 129]],
  ])('is refused: %s', (_, at, bytes) => {
    const changed = columns();
    expect([...changed[at]!]).not.toEqual(bytes);
    changed[at] = Uint8Array.from(bytes);
    expect(() => open(changed)).toThrow(RangeError);
  });

  test('is refused when a posting is beyond the documents', () => {
    expect(() => open(columns(), documentCount - 1)).toThrow(new RangeError('no such document'));
  });

  test('is refused when a column is missing or longer than the bytes', () => {
    expect(() => open(columns().slice(0, -1))).toThrow(RangeError);
    const bytes = encodePart(entries);
    for (let end = 0; end < bytes.length; end++) {
      expect(() => openPart(bytes.slice(0, end), documentCount)).toThrow(RangeError);
    }
  });

  test('is refused when its text is not UTF-8', () => {
    const changed = columns();
    changed[0]!.set([255], 2);
    expect(() => open(changed)).toThrow(TypeError);
  });
});
