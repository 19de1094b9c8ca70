import type { SearchHead } from '../schema/search-record.ts';

/**
 * The payload of a search index, a row of columns, each a varint length and its bytes:
 *
 *  1. head      SearchHead as JSON
 *  2. text      what each term adds to the one before it, UTF-8, terms in code unit order
 *  3. shared    bytes: code units a term shares with the one before it
 *  4. added     bytes: code units it adds
 *  5. endings   distinct lists of endings, one a line, see `Entry`
 *  6. ending    bytes: which list makes a term the words that are written
 *  7. counts    varints: documents of each term
 *  8. gaps      varints: documents of each term in order, as differences; the first one counted from -1
 *  9. impacts   bytes: weight of the term in that document, 1 to 255
 *
 * Like stands beside like, because the file travels compressed: columns are a quarter smaller than rows.
 */

/** A dictionary entry to be written; postings ascend by document. */
export interface Entry {
  term: string;
  /**
   * What makes the term the words that stand in the texts, most frequent first: letters to drop when there are any,
   * then what is added. `,s,ing` after `cancel` is cancel, cancels, canceling; `,1ies` after `category` has categories.
   */
  endings: string;
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

/** A byte numbers 256 lists of endings: the most frequent ones; the rest read as the bare term, number 0. */
function endingListsOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const { endings } of entries) counts.set(endings, (counts.get(endings) ?? 0) + 1);
  counts.delete('');
  const byCount = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return ['', ...byCount.slice(0, 255).map(([endings]) => endings)];
}

const gapsOf = ({ postings }: Entry): number[] =>
  postings.flatMap(({ document }, at) => varint(document - (postings[at - 1]?.document ?? -1)));

/** Writes the payload; entries ascend by term, terms have at most 255 code units. */
export function encodeIndex(head: SearchHead, entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const utf8 = new TextEncoder();
  const shared = entries.map(({ term }, at) => sharedUnits(entries[at - 1]?.term ?? '', term));
  const added = entries.map(({ term }, at) => term.slice(shared[at]));
  const endingLists = endingListsOf(entries);
  const columns = [
    utf8.encode(JSON.stringify(head)),
    utf8.encode(added.join('')),
    Uint8Array.from(shared),
    Uint8Array.from(added, (text) => text.length),
    utf8.encode(endingLists.join('\n')),
    Uint8Array.from(entries, ({ endings }) => Math.max(0, endingLists.indexOf(endings))),
    Uint8Array.from(entries.flatMap(({ postings }) => varint(postings.length))),
    Uint8Array.from(entries.flatMap(gapsOf)),
    Uint8Array.from(entries.flatMap(({ postings }) => postings.map(({ impact }) => impact))),
  ];
  return Uint8Array.from(columns.flatMap((column) => [...varint(column.length), ...column]));
}
