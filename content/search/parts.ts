import type { SearchRecord } from '../schema/search-record.ts';
import { createEndings, pointerTo } from './endings.ts';
import { placeIn } from './place.ts';
import { backwards, idTerm, reverse } from './vocabulary.ts';
import type { Entry } from './wire.ts';

/** Bytes a part has before it is compressed, about: half of them travel. More where there would be too many parts. */
const partBytes = 5_000;
const mostParts = 550;
/** What an entry and a posting weigh in them. */
const entryBytes = 6;
const postingBytes = 2.4;
/** Rarer words are too seldom what a mistyped one was meant to be. */
const leastOfBackwards = 4;

const sizeOf = ({ term, postings }: Entry): number => entryBytes + term.length / 2 + postings.length * postingBytes;

const wordsOf = ({ term, endings }: Entry): string[] => createEndings([endings]).written(term, 0);

/** Cuts a dictionary into ranges of about equal weight, and sees to it that a word leads to its term from the range it lies in. */
export function cutParts(entries: readonly Entry[]): Entry[][] {
  const all = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  const enough = Math.max(partBytes, all / mostParts);
  const parts: Entry[][] = [];
  let size = enough;
  for (const entry of entries) {
    if (size >= enough) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)!.push(entry);
    size += sizeOf(entry);
  }
  return withPointers(parts);
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
export function startOf(part: readonly Entry[], before: readonly Entry[] | undefined): string {
  const first = part[0]!.term;
  const last = before?.at(-1)?.term ?? first;
  let shared = 0;
  while (shared < last.length && last[shared] === first[shared]) shared++;
  return before ? first.slice(0, shared + 1) : '';
}

const byTerm = (a: Entry, b: Entry): number => (a.term < b.term ? -1 : 1);

/** Words written backwards: they lead to a word whose beginning was mistyped, without a look at every part. */
function backwardsOf(entries: readonly Entry[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const one of entries) {
    const { postings, dropped } = one;
    const frequency = postings.length + dropped;
    if (frequency < leastOfBackwards) continue;
    for (const word of wordsOf(one)) {
      const entry = backwards + reverse(word);
      const known = found.get(entry)?.dropped ?? 0;
      found.set(entry, { term: entry, endings: '>', postings: [], dropped: Math.max(known, frequency) });
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
): Entry[][] => cutParts([...entries, ...backwardsOf(entries), ...idsOf(records, aliases)].sort(byTerm));
