import type { SearchRecord } from '../schema/search-record.ts';
import { pointerTo, wordsBy } from './endings.ts';
import { placeIn } from './place.ts';
import { backwards, idTerm, reverse } from './vocabulary.ts';
import type { Entry } from './wire.ts';

/** Bytes of a part that travel, about. More where there would be too many parts. */
const partBytes = 4_000;
const mostParts = 625;
/** What an entry weighs in them beside its letters, and a posting beside its gap. */
const entryBytes = 4;
const postingBits = 7.5;
/** Ranges that nobody types into are longer: a mistyped word and a link are rare. */
const longer: Readonly<Record<string, number>> = { [backwards]: 5, [idTerm]: 16 };
/** So are words that few documents have: where there are many of them, a range is longer too. */
const rare = { most: 16, longer: 3 };
/** Rarer words are too seldom what a mistyped one was meant to be. */
const leastOfBackwards = 4;

const sizeOf = ({ term, postings: { length } }: Entry, documents: number): number =>
  (entryBytes + term.length / 4 + (length * (postingBits + Math.log2(documents / Math.max(1, length)))) / 8) /
  (longer[term[0]!] ?? (length > rare.most ? 1 : rare.longer));

/** A cut may be so much of a part away from where it would be equal. */
const play = 0.3;

const frequencyOf = ({ postings, dropped }: Entry): number => postings.length + dropped;

const wordsOf = ({ term, endings }: Entry): string[] => wordsBy(endings, term);

/** Letters that tell a term from the one before it: a range that begins with it begins with those. */
function startOfTerm(term: string, before: string | undefined): string {
  if (before === undefined) return '';
  let shared = 0;
  while (shared < before.length && before[shared] === term[shared]) shared++;
  return term.slice(0, shared + 1);
}

/** How many documents have words that a cut in front of each entry would part from their terms. */
function partedBy(entries: readonly Entry[]): number[] {
  const starts = entries.map(({ term }, at) => startOfTerm(term, entries[at - 1]?.term));
  const changes = new Float64Array(entries.length + 1);
  entries.forEach((entry, at) => {
    for (const word of wordsOf(entry)) {
      const place = Math.max(0, placeIn(starts, word));
      const [first, last] = place < at ? [place, at] : [at, place];
      changes[first + 1]! += frequencyOf(entry);
      changes[last + 1]! -= frequencyOf(entry);
    }
  });
  let parted = 0;
  return entries.map((_, at) => {
    parted += changes[at]!;
    return parted;
  });
}

/** Cuts a dictionary into ranges of about equal weight, and sees to it that a word leads to its term from the range it lies in. */
export function cutParts(entries: readonly Entry[], documents: number): Entry[][] {
  const sizes = entries.map((entry) => sizeOf(entry, documents));
  const parted = partedBy(entries);
  // Nobody who types is to fetch ids.
  const markOf = (entry: Entry | undefined) => (entry && longer[entry.term[0]!] ? entry.term[0] : '');
  const forced = new Set(entries.keys().filter((at) => markOf(entries[at]) !== markOf(entries[at - 1])));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  for (let enough = Math.max(partBytes, all / mostParts); ; enough *= 1.02) {
    const cuts = cutsOf(sizes, parted, forced, enough);
    if (cuts.length > mostParts) continue;
    return withPointers(cuts.map((from, at) => entries.slice(from, cuts[at + 1])));
  }
}

/** Where ranges begin that weigh about `enough`, and part as few words from their terms as can be; at `forced` one begins. */
function cutsOf(
  sizes: readonly number[],
  parted: readonly number[],
  forced: ReadonlySet<number>,
  enough: number,
): number[] {
  const cuts: number[] = [];
  for (let next: number | undefined = sizes.length > 0 ? 0 : undefined; next !== undefined; ) {
    cuts.push(next);
    let best: number | undefined;
    let size = 0;
    for (let at = next; at < sizes.length && size < enough * (1 + play); at++) {
      size += sizes[at]!;
      if (forced.has(at + 1)) {
        best = at + 1;
        break;
      }
      if (
        size >= enough * (1 - play) &&
        at + 1 < sizes.length &&
        (best === undefined || parted[at + 1]! < parted[best]!)
      )
        best = at + 1;
    }
    next = best;
  }
  return cuts;
}

/** A few words lie in another range than their term: `gits` behind `github`. There they stand and point to it. */
function withPointers(parts: readonly Entry[][]): Entry[][] {
  const starts = parts.map((part, place) => startOf(part, parts[place - 1]));
  const known = new Set(parts.flatMap((part) => part.map(({ term }) => term)));
  const pointers = parts.map((): Entry[] => []);
  parts.forEach((part, own) => {
    for (const entry of part) {
      for (const word of wordsOf(entry)) {
        const place = Math.max(0, placeIn(starts, word));
        if (place === own || known.has(word)) continue;
        known.add(word);
        pointers[place]!.push({ term: word, endings: pointerTo(entry.term), postings: [], dropped: 0 });
      }
    }
  });
  return parts.map((part, place) => [...part, ...pointers[place]!].sort(byTerm));
}

/** Where a range begins: no more letters of its first term than tell it from the last of the range before. */
export const startOf = (part: readonly Entry[], before: readonly Entry[] | undefined): string =>
  startOfTerm(part[0]!.term, before?.at(-1)?.term);

const byTerm = (a: Entry, b: Entry): number => (a.term < b.term ? -1 : 1);

/** Words written backwards: they lead to a word whose beginning was mistyped, without a look at every part. */
function backwardsOf(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const one of entries) {
    const frequency = frequencyOf(one);
    if (frequency < leastOfBackwards) continue;
    for (const word of wordsOf(one)) {
      const entry = backwards + reverse(word);
      const known = found.get(entry)?.dropped ?? 0;
      // Powers of two compress, and are enough to tell the frequent one of two corrections.
      const about = 2 ** Math.floor(Math.log2(frequency));
      found.set(entry, { term: entry, endings: '>', postings: [], dropped: Math.max(known, about) });
    }
  }
  return [...found.values()];
}

/** Ids, present and former, as terms: they lead to a document that a link names. */
function idsOf(records: readonly SearchRecord[], aliases: Readonly<Record<string, string>>): Entry[] {
  const numbers = new Map(records.map(({ id }, number) => [id as string, number]));
  const ids = [...numbers, ...Object.entries(aliases).map(([former, id]) => [former, numbers.get(id) ?? 0] as const)];
  return ids.map(([id, document]) => ({
    term: idTerm + id,
    endings: '>',
    postings: [{ document, weight: 1, section: 0 }],
    dropped: 0,
  }));
}

/** The dictionary of a large index, in parts. */
export const largeParts = (
  entries: readonly Entry[],
  records: readonly SearchRecord[],
  aliases: Readonly<Record<string, string>>,
): Entry[][] =>
  cutParts([...entries, ...backwardsOf(entries), ...idsOf(records, aliases)].sort(byTerm), records.length);
