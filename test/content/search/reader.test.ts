import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seal } from '../../../content/search/envelope.ts';
import { documentOf, impactOf, openIndex } from '../../../content/search/reader.ts';
import { type Entry, encodeIndex } from '../../../content/search/wire.ts';
import { head, indexBytes, opened, sources } from './help-center.ts';

const records = Array.from({ length: 300 }, () => sources[0]!.record);
const searchHead = { ...head, records };

const posting = fc.record({ document: fc.nat({ max: 299 }), impact: fc.integer({ min: 1, max: 255 }) });
const dictionary = fc.uniqueArray(
  fc.record({
    term: fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'が', '𝒳', '😀'), minLength: 1, maxLength: 12 }),
    endings: fc.constantFrom('', ',s', 's,ing,1ies'),
    postings: fc.uniqueArray(posting, { minLength: 1, selector: ({ document }) => document }),
  }),
  { selector: ({ term }) => term, maxLength: 40 },
);
const sorted = (entries: readonly Entry[]): Entry[] =>
  entries
    .map((entry) => ({ ...entry, postings: entry.postings.toSorted((a, b) => a.document - b.document) }))
    .sort((a, b) => (a.term < b.term ? -1 : 1));

describe('an index', () => {
  test('reads back every term and posting that was written', () => {
    fc.assert(
      fc.property(dictionary.map(sorted), (entries) => {
        const index = opened(seal('S', encodeIndex(searchHead, entries)));
        expect(index.terms).toEqual(entries.map(({ term }) => term));
        for (const { term, postings } of entries) {
          const number = index.find(term);
          expect(index.frequency(number)).toBe(postings.length);
          expect(
            index.postings(number).map((packed) => ({ document: documentOf(packed), impact: impactOf(packed) })),
          ).toEqual(postings);
        }
        expect(index.find('c')).toBe(-1);
      }),
    );
  });

  test('keeps its head and the order of its records', () => {
    const index = opened(indexBytes());
    expect(index.head).toEqual({ ...head, records: sources.map(({ record }) => record) });
  });

  test('is the same bytes for the same sources', () => {
    expect(indexBytes()).toEqual(indexBytes());
  });

  test('knows the words that stand in the texts for a term, the most frequent first', () => {
    const index = opened(indexBytes());
    expect(index.written(index.find('password'))).toEqual(['password', 'passwords']);
    expect(index.written(index.find('cancel'))).toEqual(['cancel', 'cancelled', 'cancelling']);
    const entry = { term: 'category', endings: '1ies,', postings: [{ document: 0, impact: 1 }] };
    expect(opened(seal('S', encodeIndex(searchHead, [entry]))).written(0)).toEqual(['categories', 'category']);
  });

  test('of no documents opens', () => {
    expect(opened(seal('S', encodeIndex({ ...head, records: [] }, []))).terms).toEqual([]);
  });

  test('is refused when it is sealed but does not follow the format', () => {
    const good = encodeIndex(searchHead, [{ term: 'a', endings: '', postings: [{ document: 299, impact: 9 }] }]);
    const beyond = encodeIndex(searchHead, [{ term: 'a', endings: '', postings: [{ document: 300, impact: 9 }] }]);
    const payloads = [
      beyond,
      good.slice(0, -1),
      good.slice(0, 40),
      new Uint8Array(),
      Uint8Array.of(255, 255, 255, 255),
    ];
    for (const payload of payloads) {
      expect(openIndex(seal('S', payload))).toEqual({
        ok: false,
        reason: 'the content does not follow the format',
      });
    }
    expect(openIndex(seal('L', good))).toEqual({ ok: false, reason: 'file kind "L", expected "S"' });
  });

  test('never throws, whatever a sealed payload holds', () => {
    const good = encodeIndex(searchHead, [{ term: 'a', endings: '', postings: [{ document: 2, impact: 9 }] }]);
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const payload = good.slice();
        payload[at] = byte;
        openIndex(seal('S', payload));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
