import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCursor } from '../../../content/search/columns.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { seal } from '../../../content/search/envelope.ts';
import { languageOf } from '../../../content/search/language/language.ts';
import type { Part } from '../../../content/search/part.ts';
import { openIndex, type SearchIndex } from '../../../content/search/reader.ts';
import { encodePart } from '../../../content/search/wire.ts';
import { head, indexBytes, opened, sources } from './help-center.ts';
import { documentCount, entry, payloadOf, sealed } from './sealed.ts';

const wholeOf = (index: SearchIndex): Part => {
  const [part] = index.parts('');
  if (!part) throw new Error('no part');
  return part;
};
/** Terms a word leads to. */
const termsOf = (index: SearchIndex, form: string) => index.termsOf(form).map(({ part, number }) => part.terms[number]);

describe('an index', () => {
  test('keeps its head and the order of its records', () => {
    const index = opened(indexBytes());
    const { stopWords, ...rest } = index.head;
    expect(rest).toEqual({ ...head, records: sources.map(({ record }) => record) });
    expect(new Set(stopWords.split(' '))).toEqual(languageOf('en').stopWords);
    expect(index.stopWords).toEqual(languageOf('en').stopWords);
  });

  test('is the same bytes for the same sources', () => {
    expect(indexBytes()).toEqual(indexBytes());
  });

  test('knows the words that stand in the texts for a term, the most frequent first', () => {
    const part = wholeOf(opened(indexBytes()));
    expect(part.written(part.find('password'))).toEqual(['password', 'passwords']);
    expect(part.written(part.find('invoic'))).toEqual(['invoices', 'invoice']);
  });

  test('leads every word of its texts to a term that has it', () => {
    const index = opened(indexBytes());
    const part = wholeOf(index);
    expect(part.terms.length).toBeGreaterThan(90);
    part.terms.forEach((term, number) => {
      for (const form of part.written(number)) expect(termsOf(index, form)).toContain(term);
    });
  });

  test('holds terms in code unit order', () => {
    const { terms } = wholeOf(opened(indexBytes()));
    expect([...terms]).toEqual([...terms].sort((a, b) => (a < b ? -1 : 1)));
  });

  test('of no documents opens', () => {
    expect(wholeOf(opened(sealed([]))).terms).toEqual([]);
  });
});

describe('a word', () => {
  const listing = [
    entry('archiv', { forms: ['archives'] }),
    entry('import', { forms: ['import', 'importing', 'imports'] }),
    entry('new', { forms: ['new'] }),
    entry('news', { forms: ['news'] }),
    entry('us', { forms: ['uses'] }),
  ];
  const index = opened(sealed(listing));

  test('that no text has is found by an ending that others have', () => {
    expect(termsOf(index, 'archiving')).toEqual(['archiv']);
    expect(termsOf(index, 'archived')).toEqual([]);
  });

  test('that a text has stands under its own terms only', () => {
    expect(termsOf(index, 'news')).toEqual(['news']);
    const without = opened(sealed(listing.filter(({ term }) => term !== 'news')));
    expect(termsOf(without, 'news')).toEqual(['new']);
  });

  test('is not guessed when two letters are left of it', () => {
    expect(termsOf(index, 'using')).toEqual([]);
    expect(termsOf(index, 'uses')).toEqual(['us']);
  });

  test('may stand under several terms', () => {
    const twice = opened(
      sealed(
        [entry('leav', { forms: ['leaves'] }), entry('leaf', { forms: ['leaves', 'leaf'] })].sort((a, b) =>
          a.term < b.term ? -1 : 1,
        ),
      ),
    );
    expect(termsOf(twice, 'leaves').sort()).toEqual(['leaf', 'leav']);
  });

  test('is answered the same when it is asked for again', () => {
    const first = index.termsOf('archiving');
    index.termsOf('news');
    expect(index.termsOf('archiving')).toEqual(first);
  });

  test('is not guessed by an ending that few words have', () => {
    const regular = Array.from({ length: 70 }, (_, at) => {
      const end = String.fromCharCode(97 + (at % 26)) + String.fromCharCode(97 + Math.floor(at / 26));
      // Two terms each, so that the irregular ending comes after all of them.
      return [entry(`x${end}`, { forms: [`x${end}q${end}`] }), entry(`y${end}`, { forms: [`y${end}q${end}`] })];
    }).flat();
    const entries = [...regular, entry('mous', { forms: ['mousee'] }), entry('hous', { forms: ['hous'] })];
    const rare = opened(sealed(entries.sort((a, b) => (a.term < b.term ? -1 : 1))));
    expect(termsOf(rare, 'mousee')).toEqual(['mous']);
    expect(termsOf(rare, 'housee')).toEqual([]);
    expect(termsOf(rare, 'housqaa')).toEqual(['hous']);
  });
});

describe('a file', () => {
  const notFollowed = { ok: false, reason: 'not in this format' };
  const last = entry('a', { postings: [{ document: documentCount - 1, weight: 9, section: 2 }] });
  const good = payloadOf([last]);

  test('is refused when it is cut, wherever', () => {
    const bytes = indexBytes();
    for (let end = 0; end < bytes.length; end++) expect(openIndex(bytes.slice(0, end)).ok).toBe(false);
  });

  test('is refused when a byte is another, whichever', () => {
    const bytes = indexBytes();
    for (let at = 0; at < bytes.length; at++) {
      bytes[at]! ^= 1 + (at % 255);
      expect(openIndex(bytes).ok).toBe(false);
      bytes[at]! ^= 1 + (at % 255);
    }
    expect(openIndex(bytes).ok).toBe(true);
  });

  test('is refused when it is sealed but does not follow the format', () => {
    expect(openIndex(seal('S', good)).ok).toBe(true);
    const beyond = entry('a', { postings: [{ document: documentCount, weight: 9, section: 2 }] });
    const payloads = [
      payloadOf([beyond]),
      payloadOf([last], encodePart([])).slice(0, -1),
      good.slice(0, -1),
      good.slice(0, 40),
      new Uint8Array(),
      Uint8Array.of(255, 255, 255, 255),
    ];
    for (const payload of payloads) expect(openIndex(seal('S', payload))).toEqual(notFollowed);
    expect(openIndex(seal('L', good))).toEqual({ ok: false, reason: 'file kind "L", expected "S"' });
  });

  test('never throws, whatever a sealed payload holds', () => {
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const payload = good.slice();
        payload[at] = byte;
        openIndex(seal('S', payload));
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  test('is refused or searched without an error when its dictionary holds other bytes', () => {
    const whole = indexBytes().slice(12);
    const cursor = createCursor(whole);
    cursor.column();
    const start = cursor.place();
    let searched = 0;
    const changes = fc.record({ at: fc.integer({ min: start, max: whole.length - 1 }), byte: fc.nat({ max: 255 }) });
    fc.assert(
      fc.property(changes, ({ at, byte }) => {
        const payload = whole.slice();
        payload[at] = byte;
        const read = openIndex(seal('S', payload));
        if (!read.ok) return;
        searched += 1;
        const { results } = createEngine(read.index).search('exporting all invoices pass', 10);
        for (const { record, terms } of results) expect([record.id, terms]).toBeDefined();
      }),
      { numRuns: 500, seed: 7 },
    );
    expect(searched).toBeGreaterThan(100);
  });
});
