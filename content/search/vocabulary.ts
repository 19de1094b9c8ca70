import { distance } from './distance.ts';
import { type Part, shortestBase } from './part.ts';
import type { SearchIndex } from './reader.ts';

/** A dictionary entry that stands for a word of the query, and how far it is trusted (0 to 1). */
export interface Candidate {
  part: Part;
  number: number;
  trust: number;
}

/** What a mistyped word was probably meant to be. */
export interface Correction {
  /** Letters that differ. */
  off: number;
  /** The word in full. */
  written: string;
}

/** While typing, at most this many continuations are looked up: the most frequent ones. */
const continuationLimit = 50;
/** A term is shorter than its words by an ending, seldom longer. */
const longestEnding = 9;

const frequencyOf = ({ part, number }: Candidate): number => part.frequency(number);

/** In a large index, fewer letters than this lead to too many parts, and a beginning to no more than so many of them. */
const largeIndex = { letters: 3, parts: 3 };
/** A typing mistake in the middle of a shorter word leaves fewer letters alone at its beginning and end. */
const shortWord = 7;

/**
 * Terms that begin with `prefix`, or have a word that does, trusted the more the less is missing: `verific` has more letters
 * than `verifi`, and begins `verification`.
 */
export function continuations(index: SearchIndex, prefix: string): Candidate[] {
  const found: Candidate[] = [];
  if (!index.whole && prefix.length < largeIndex.letters) return found;
  for (const part of index.parts(prefix, largeIndex.parts)) {
    for (let number = part.place(prefix); part.terms[number]?.startsWith(prefix); number++)
      found.push({ part, number, trust: Math.sqrt(prefix.length / part.terms[number]!.length) });
    for (let length = prefix.length - 1; length >= shortestBase; length--) {
      const number = part.find(prefix.slice(0, length));
      if (number >= 0 && part.written(number).some((word) => word.startsWith(prefix)))
        found.push({ part, number, trust: Math.sqrt(length / prefix.length) });
    }
  }
  // A term can differ from its words: `prici` begins `pricing`, which is a form of `price`.
  for (const part of found.length > 0 ? [] : index.parts(prefix, 1)) {
    const beginning = prefix.slice(0, Math.ceil(prefix.length / 3));
    for (let number = part.place(beginning); part.terms[number]?.startsWith(beginning); number++)
      if (part.written(number).some((word) => word.startsWith(prefix)))
        found.push({ part, number, trust: Math.sqrt(beginning.length / prefix.length) });
  }
  return found.sort((a, b) => frequencyOf(b) - frequencyOf(a)).slice(0, continuationLimit);
}

/** Beginnings of the words that a mistyped one may have been: the first letter is right, swapped, too much, missing or wrong. */
function beginnings(part: Part, word: string): Set<string> {
  const found = new Set([word[0]!, word[1]!]);
  for (let number = 0; number < part.terms.length; number = part.place(`${part.terms[number]![0]}\uffff`)) {
    const initial = part.terms[number]![0]!;
    found.add(initial + word[0]).add(initial + word[1]);
  }
  return found;
}

/** Marks entries that are words written backwards: a typing mistake at the beginning of a word leaves its end alone. */
export const backwards = '~';
/** Marks entries that are ids of documents. */
export const idTerm = '=';
export const reverse = (word: string): string => [...word].reverse().join('');

/** So many letters of a word that few parts begin with them: thousands of words begin with "con", and "contri" tells some. */
function beginningOf(index: SearchIndex, mark: string, word: string): string {
  let letters = word.length < shortWord ? largeIndex.letters - 1 : largeIndex.letters;
  while (letters < word.length - 2 && index.spread(mark + word.slice(0, letters)) > largeIndex.parts) letters++;
  return mark + word.slice(0, letters);
}

/** Calls back with the words a mistyped one may have been, and how many documents have each. */
function eachSimilar(index: SearchIndex, word: string, visit: (written: string, frequency: number) => void): void {
  const range = (part: Part, beginning: string, read: (number: number) => void) => {
    for (let number = part.place(beginning); part.terms[number]?.startsWith(beginning); number++) read(number);
  };
  const visitTerm = (part: Part) => (number: number) => {
    const { length } = part.terms[number]!;
    if (Math.abs(length - word.length) > 2 + longestEnding) return;
    for (const written of part.written(number)) visit(written, part.frequency(number));
  };
  if (index.whole) {
    const [part] = index.parts('');
    if (part) for (const beginning of beginnings(part, word)) range(part, beginning, visitTerm(part));
    return;
  }
  const start = beginningOf(index, '', word);
  for (const part of index.parts(start, largeIndex.parts)) range(part, start, visitTerm(part));
  const end = beginningOf(index, backwards, reverse(word));
  for (const part of index.parts(end, largeIndex.parts)) {
    range(part, end, (number) => visit(reverse(part.terms[number]!.slice(backwards.length)), part.frequency(number)));
  }
}

/** The one word that was probably meant: one letter off, two from eight letters on; shorter than four is left alone. */
export function nearest(index: SearchIndex, word: string): Correction | undefined {
  let limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  if (limit === 0) return undefined;
  let best: (Correction & { rank: number }) | undefined;
  eachSimilar(index, word, (written, frequency) => {
    const off = distance(word, written, limit);
    if (off > limit) return;
    // Between equally near words: the same first letter, then the one that more documents use.
    const rank = frequency + (written[0] === word[0] ? index.documents : 0);
    if (!best || off < best.off || rank > best.rank) best = { off, written, rank };
    limit = off;
  });
  return best;
}
