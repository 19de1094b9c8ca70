import type { SearchHead } from '../schema/search-record.ts';

/**
 * The payload of a search index, a row of columns, each a varint length and its bytes:
 *
 *  1. head      SearchHead as JSON
 *  2. text      what each term adds to the one before it, UTF-8, terms in code unit order
 *  3. shared    bytes: code units a term shares with the one before it
 *  4. added     bytes: code units it adds
 *  5. endings   distinct endings, one a line, the first one empty
 *  6. ending    bytes: which ending makes the term the word most often written (`categor` + `ies`)
 *  7. counts    varints: documents of each term
 *  8. gaps      varints: documents of each term in order, as differences; the first one counted from -1
 *  9. impacts   bytes: weight of the term in that document, 1 to 255
 *
 * Like stands beside like, because the file travels compressed: columns are a quarter smaller than rows.
 */

/** A dictionary entry to be written; postings ascend by document. */
export interface Entry {
  term: string;
  ending: string;
  postings: { document: number; impact: number }[];
}

const varint = (value: number): number[] => {
  const bytes = [];
  for (; value > 127; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
};

const sharedUnits = (before: string, term: string): number => {
  let shared = 0;
  while (shared < before.length && before[shared] === term[shared]) shared++;
  // Half of a surrogate pair cannot be written in UTF-8.
  return /[\uD800-\uDBFF]$/.test(term.slice(0, shared)) ? shared - 1 : shared;
};

/** At most 256 endings have a number; the rest read as the bare term. */
const endingsOf = (entries: readonly Entry[]): string[] =>
  [...new Set(['', ...entries.map((entry) => entry.ending)])].slice(0, 256);

const gapsOf = ({ postings }: Entry): number[] =>
  postings.flatMap(({ document }, at) => varint(document - (postings[at - 1]?.document ?? -1)));

/** Writes the payload; entries ascend by term, terms have at most 255 code units. */
export function encodeIndex(head: SearchHead, entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const shared = entries.map(({ term }, at) => sharedUnits(entries[at - 1]?.term ?? '', term));
  const added = entries.map(({ term }, at) => term.slice(shared[at]));
  const endings = endingsOf(entries);
  const columns = [
    utf8.encode(JSON.stringify(head)),
    utf8.encode(added.join('')),
    Uint8Array.from(shared),
    Uint8Array.from(added, (text) => text.length),
    utf8.encode(endings.join('\n')),
    Uint8Array.from(entries, ({ ending }) => Math.max(0, endings.indexOf(ending))),
    Uint8Array.from(entries.flatMap(({ postings }) => varint(postings.length))),
    Uint8Array.from(entries.flatMap(gapsOf)),
    Uint8Array.from(entries.flatMap(({ postings }) => postings.map(({ impact }) => impact))),
  ];
  return Uint8Array.from(columns.flatMap((column) => [...varint(column.length), ...column]));
}
