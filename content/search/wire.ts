/**
 * A search index is a row of columns, each a varint length and its bytes: `head` (JSON) and, up to a thousand documents,
 * `part`. A larger one has its parts in files of their own (parts.ts). A part is a range of the dictionary, itself a row
 * of columns:
 *
 *  1. text      what each term adds to the one before it, UTF-8, terms in code unit order
 *  2. shared    bytes: code units a term shares with the one before it
 *  3. added     bytes: code units it adds
 *  4. endings   distinct lists of endings, a line each, as endings.ts reads them; those that many parts have stand in the
 *               head and are counted first
 *  5. ending    varints: which of those lists makes the term the words that are written
 *  6. counts    varints: postings of each term
 *  7. dropped   varints: documents that have the term but no posting, because it says next to nothing of them
 *  8. gaps      varints: documents of each term in order, as differences; the first one counted from -1
 *  9. weights   bytes: what the term says about that document, on the scale of weight.ts
 * 10. places    bytes: the section of the document that has most of the term, counted from 1; 0 is none; 32 more where the
 *               term stands in the title
 *
 * Like stands beside like, because the file travels compressed: columns are a quarter smaller than rows.
 */

/** A dictionary entry to be written; postings ascend by document. */
export interface Entry {
  term: string;
  /** What makes the term the words that stand in the texts, as `endings.ts` writes it. */
  endings: string;
  postings: Posting[];
  /** Documents that have the term beside those of the postings. */
  dropped: number;
}
export interface Posting {
  document: number;
  /** 1 to 127. */
  weight: number;
  /** 0 to 31. */
  section: number;
  /** The term stands in the title. Default false. */
  isInTitle?: boolean;
}

const varints = (values: readonly number[]): Uint8Array => {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
};

const sharedUnits = (before: string, term: string): number => {
  let shared = 0;
  while (shared < before.length && before[shared] === term[shared]) shared++;
  // Half of a surrogate pair cannot be written in UTF-8.
  return /[\uD800-\uDBFF]$/.test(term.slice(0, shared)) ? shared - 1 : shared;
};

const gapsOf = ({ postings }: Entry): number[] =>
  postings.map(({ document }, at) => document - (postings[at - 1]?.document ?? -1));

const bytesOf = (entries: readonly Entry[], value: (posting: Posting) => number): Uint8Array =>
  Uint8Array.from(entries.flatMap(({ postings }) => postings.map(value)));

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Columns behind each other, each with its length in front. */
export function writeColumns(columns: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const parts = columns.map((column) => ({ length: varints([column.length]), column }));
  const bytes = new Uint8Array(parts.reduce((sum, { length, column }) => sum + length.length + column.length, 0));
  let at = 0;
  for (const { length, column } of parts) {
    bytes.set(length, at);
    bytes.set(column, at + length.length);
    at += length.length + column.length;
  }
  return bytes;
}

/** Distinct lists of endings, the most frequent first: a term names its own by number. */
export function endingListsOf(entries: readonly Entry[]): string[] {
  const counts = new Map<string, number>();
  for (const { endings } of entries) counts.set(endings, (counts.get(endings) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)).map(([endings]) => endings);
}

/** Writes a part; entries ascend by term, terms have at most 255 code units. Lists of endings in `common` stand elsewhere. */
export function encodePart(entries: readonly Entry[], common: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const shared = entries.map(({ term }, at) => sharedUnits(entries[at - 1]?.term ?? '', term));
  const added = entries.map(({ term }, at) => term.slice(shared[at]));
  const elsewhere = new Set(common);
  const own = endingListsOf(entries.filter(({ endings }) => !elsewhere.has(endings)));
  const numbers = new Map([...common, ...own].map((list, number) => [list, number]));
  return writeColumns([
    utf8(added.join('')),
    Uint8Array.from(shared),
    Uint8Array.from(added, (text) => text.length),
    utf8(own.join('\n')),
    varints(entries.map(({ endings }) => numbers.get(endings) ?? 0)),
    varints(entries.map(({ postings }) => postings.length)),
    varints(entries.map(({ dropped }) => dropped)),
    varints(entries.flatMap(gapsOf)),
    bytesOf(entries, ({ weight }) => weight),
    bytesOf(entries, ({ section, isInTitle }) => section + (isInTitle ? 32 : 0)),
  ]);
}
