import { distance } from './distance.ts';
import type { SearchIndex } from './reader.ts';

/** A dictionary entry that stands for a word of the query, and how far it is trusted (0 to 1). */
export interface Candidate {
  number: number;
  trust: number;
}

/** What a mistyped word was probably meant to be. */
export interface Correction extends Candidate {
  /** Letters that differ. */
  off: number;
  /** The word in full. */
  written: string;
}

/** While typing, at most this many continuations are looked up: the most frequent ones. */
const continuationLimit = 50;
/** What is left of a word's weight when none, one or two letters differ. */
const trustByDistance = [1, 0.9, 0.7];

/** Terms that begin with `prefix`, trusted the more the less is missing. */
export function continuations(index: SearchIndex, prefix: string): Candidate[] {
  const found: Candidate[] = [];
  for (let number = index.place(prefix); index.terms[number]?.startsWith(prefix); number++) {
    found.push({ number, trust: prefix.length / index.terms[number]!.length });
  }
  const byFrequency = (a: Candidate, b: Candidate) => index.frequency(b.number) - index.frequency(a.number);
  return found.sort(byFrequency).slice(0, continuationLimit);
}

/** Whether the first two letters agree in some way that two typing mistakes leave: spares most of the comparisons. */
const beginAlike = (a: string, b: string): boolean => a[0] === b[0] || a[1] === b[0] || a[0] === b[1] || a[1] === b[1];

/** The one word that was probably meant: one letter off, two from eight letters on; shorter than four is left alone. */
export function nearest(index: SearchIndex, word: string): Correction | undefined {
  let limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best: { number: number; off: number; written: string; rank: number } | undefined;
  for (let number = 0; limit > 0 && number < index.terms.length; number++) {
    const term = index.terms[number]!;
    if (!beginAlike(word, term)) continue;
    for (const written of index.written(number)) {
      const off = distance(word, written, limit);
      if (off > limit) continue;
      // Between equally near words: the same first letter, then the one that more documents use.
      const rank = index.frequency(number) + (term[0] === word[0] ? index.head.records.length : 0);
      if (!best || off < best.off || rank > best.rank) best = { number, off, written, rank };
      limit = off;
    }
  }
  return best && { ...best, trust: trustByDistance[best.off]! };
}
