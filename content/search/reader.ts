import type { SearchHead } from '../schema/search-record.ts';
import { unseal } from './envelope.ts';

/** An opened index: its dictionary is in memory, a posting list is decoded when it is asked for. */
export interface SearchIndex {
  readonly head: SearchHead;
  /** Every term, in code unit order. */
  readonly terms: readonly string[];
  /** Number of the first term that is not before `text`. */
  place(text: string): number;
  /** Number of a term, -1 when it is not in the dictionary. */
  find(term: string): number;
  /** In how many documents a term stands. */
  frequency(number: number): number;
  /** The words that stand in the texts for a term, most frequent first. */
  written(number: number): string[];
  /** Documents of a term with their impacts, packed by `pack`. */
  postings(number: number): number[];
}
export type OpenedIndex = { ok: true; index: SearchIndex } | { ok: false; reason: string };

/** A document's number and an impact of 1 to 255 in one number, so that a lookup returns both. */
const pack = (document: number, impact: number): number => document * 256 + impact;
export const documentOf = (packed: number): number => packed >>> 8;
export const impactOf = (packed: number): number => packed & 255;

/** Reads forward through bytes; running out of them is a RangeError. */
const cursor = (bytes: Uint8Array<ArrayBuffer>) => {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw new RangeError('an index column ends early');
    return value;
  };
  const varint = (): number => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const next = byte();
      value |= (next & 127) << shift;
      if (next < 128) return value;
    }
    throw new RangeError('a number in the index is too large');
  };
  return {
    byte,
    varint,
    place: () => at,
    column: () => {
      const length = varint();
      at += length;
      if (at > bytes.length) throw new RangeError('an index column ends early');
      return bytes.subarray(at - length, at);
    },
  };
};

const textOf = (bytes: Uint8Array<ArrayBuffer>): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

const termsOf = (text: string, shared: Uint8Array, added: Uint8Array): string[] => {
  const terms: string[] = [];
  let term = '';
  let at = 0;
  for (let number = 0; number < added.length; number++) {
    term = term.slice(0, shared[number]) + text.slice(at, at + added[number]!);
    at += added[number]!;
    terms.push(term);
  }
  return terms;
};

/** `,1ies` → nothing dropped or added; one dropped, ies added. */
const endingsOf = (list: string) =>
  list.split(',').map((ending) => ({ drop: -Number.parseInt(ending, 10) || 0, add: ending.replace(/^\d/, '') }));

/** Where each term's gaps start, after every posting has been seen to name a document that exists. */
function placesOf(counts: readonly number[], gaps: Uint8Array<ArrayBuffer>, documents: number): number[] {
  const { varint, place } = cursor(gaps);
  return counts.map((count) => {
    const start = place();
    for (let document = -1, left = count; left > 0; left--) {
      document += varint();
      if (document >= documents) throw new RangeError('a posting names no document');
    }
    return start;
  });
}

function decode(payload: Uint8Array<ArrayBuffer>): SearchIndex {
  const { column } = cursor(payload);
  const head: SearchHead = JSON.parse(textOf(column()));
  const text = textOf(column());
  const shared = column();
  const terms = termsOf(text, shared, column());
  const endings = textOf(column()).split('\n').map(endingsOf);
  const ending = column();
  const count = cursor(column()).varint;
  const counts = terms.map(count);
  const gaps = column();
  const impacts = column();
  const places = placesOf(counts, gaps, head.records.length);
  const before = [0];
  for (const many of counts) before.push(before.at(-1)! + many);
  if (before.at(-1) !== impacts.length || ending.length !== terms.length) {
    throw new RangeError('index columns differ in length');
  }
  const place = (text: string): number => {
    let low = 0;
    let high = terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (terms[middle]! < text) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    head,
    terms,
    place,
    find(term) {
      const number = place(term);
      return terms[number] === term ? number : -1;
    },
    frequency: (number) => counts[number] ?? 0,
    written: (number) =>
      (endings[ending[number]!] ?? []).map(({ drop, add }) => terms[number]!.slice(0, drop || undefined) + add),
    postings(number) {
      const { varint } = cursor(gaps.subarray(places[number]));
      let document = -1;
      return Array.from({ length: counts[number] ?? 0 }, (_, at) => {
        document += varint();
        return pack(document, impacts[before[number]! + at]!);
      });
    },
  };
}

/** Opens a sealed index, or says why it is refused. Never throws. */
export function openIndex(bytes: Uint8Array<ArrayBuffer>): OpenedIndex {
  const opened = unseal('S', bytes);
  if (!opened.ok) return opened;
  try {
    return { ok: true, index: decode(opened.payload) };
  } catch {
    // The checksum held, so a builder wrote what this reader does not know.
    return { ok: false, reason: 'the content does not follow the format' };
  }
}
