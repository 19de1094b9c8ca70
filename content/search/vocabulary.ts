import { distance } from './distance.ts';
import type { SearchIndex } from './reader.ts';

/** A dictionary entry that stands for a word of the query, and how far it is trusted (0 to 1). */
export interface Candidate {
  number: number;
  trust: number;
}

/** While typing, at most this many continuations are looked up: the most frequent ones. */
const continuationLimit = 50;
/** What one letter, and two letters, of difference leave of a word's weight. */
const trustByDistance = [1, 0.7, 0.45];

/** Terms that begin with `prefix`, trusted the more the less is missing. */
export function continuations(index: SearchIndex, prefix: string): Candidate[] {
  const found: Candidate[] = [];
  let low = 0;
  let high = index.terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (index.terms[middle]! < prefix) low = middle + 1;
    else high = middle;
  }
  for (let number = low; index.terms[number]?.startsWith(prefix); number++) {
    found.push({ number, trust: prefix.length / index.terms[number]!.length });
  }
  const byFrequency = (a: Candidate, b: Candidate) => index.frequency(b.number) - index.frequency(a.number);
  return found.sort(byFrequency).slice(0, continuationLimit);
}

/** The one term a word was most probably meant to be: 1 letter off, 2 from 8 letters; words below 4 letters are left. */
export function nearest(index: SearchIndex, word: string): Candidate | undefined {
  let limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best: { number: number; off: number; rank: number } | undefined;
  for (let number = 0; limit > 0 && number < index.terms.length; number++) {
    const term = index.terms[number]!;
    if (Math.abs(term.length - word.length) > limit) continue;
    const off = distance(word, term, limit);
    if (off > limit) continue;
    // Between equally near words: the same first letter, then the one that more documents use.
    const rank = index.frequency(number) + (term[0] === word[0] ? index.head.records.length : 0);
    if (!best || off < best.off || rank > best.rank) best = { number, off, rank };
    limit = off;
  }
  return best && { number: best.number, trust: trustByDistance[best.off]! };
}
