import type { SearchHead, SearchRecord } from '../schema/search-record.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { readQuery } from './query.ts';
import { documentOf, impactOf, type SearchIndex } from './reader.ts';
import type { Candidate } from './vocabulary.ts';

/**
 * Search of a help center, in the page, without a request while typing.
 *
 * Goals: a sentence in the reader's words finds the answer among the first three; a half-typed or mistyped word costs
 * little; the same query gives the same order everywhere (compile step, widget, site); a file of some ten kilobytes,
 * of which only the dictionary is decoded before the first search.
 *
 * How: a query becomes slots, one for each thing asked for (query.ts). FlexSearch looks up each term of a slot alone
 * (lookup.ts) and returns impacts: BM25 of every field, saturated on its own and summed at build time (build.ts). An
 * impact is weighted by the term's rarity and by trust, a slot gives a document its best term, and slots add up.
 *
 * Non-goals: all words required (AND finds nothing for sentences), word order and phrases, synonyms nobody wrote down,
 * sharded indexes, changing an index in place.
 */

export interface SearchResult {
  record: SearchRecord;
  /** Comparable within one answer only. */
  score: number;
  /** Dictionary terms that matched; for passages and marks. */
  terms: string[];
}

export interface SearchAnswer {
  /** Best first, at most `limit`. */
  results: SearchResult[];
  /** Documents that match, of which `results` are the first. */
  count: number;
  /** The whole query as it was understood, present only when a word was corrected. */
  corrected?: string;
}

export interface SearchOptions {
  /**
   * A record that is not meant takes no part, so that a better match nobody may see does not push the others out.
   * Default every record is.
   */
  isMeant?: (record: SearchRecord) => boolean;
  /** Words stay as they were typed: "search instead for …". Default false. */
  verbatim?: boolean;
}

export interface Engine {
  readonly head: SearchHead;
  /** Synchronous and deterministic; the last word counts as unfinished unless something follows it. */
  search(words: string, limit: number, options?: SearchOptions): SearchAnswer;
}

/**
 * A document matches when its score is at least this share of the best one's, or when it has this share of the query,
 * each word weighing as much as it is rare. So one common word of a sentence is no match, and a single word asked for
 * is one wherever it stands.
 */
const matchShare = { score: 0.25, query: 0.75 };
/** How much of a score depends on that completeness: more than this, and one odd word spoils a good answer. */
const coverageShare = 0.2;

/** A looked-up term with the documents it stands in, packed. */
interface Hit {
  number: number;
  postings: number[];
}

/** Inverse document frequency, BM25's: what a term that few documents have says about those. */
const rarity = (index: SearchIndex, number: number): number => {
  const having = index.frequency(number);
  return Math.log(1 + (index.head.records.length - having + 0.5) / (having + 0.5));
};

/**
 * What each term of a slot counts. Where the word itself is known, its continuations count no more than it does:
 * the name of the product says little, and `tierzero.js` must not say a lot to somebody who typed the name.
 */
function weigh(index: SearchIndex, slot: readonly Candidate[]): number[] {
  const exact = slot.find(({ trust }) => trust === 1);
  const most = exact ? rarity(index, exact.number) : Number.POSITIVE_INFINITY;
  return slot.map(({ number, trust }) => trust * Math.min(most, rarity(index, number)));
}

/** Each slot gives a document the best of its terms, slots add up; `covered` is how much of the query a document has. */
function scoreSlots(index: SearchIndex, lookup: Lookup, slots: readonly Candidate[][]) {
  const scores = new Float64Array(index.head.records.length);
  const covered = new Float64Array(scores.length);
  const hits: Hit[] = [];
  for (const slot of slots) {
    const best = new Float64Array(scores.length);
    const weights = weigh(index, slot);
    slot.forEach(({ number }, at) => {
      const postings = lookup(number);
      hits.push({ number, postings });
      for (const packed of postings) {
        const document = documentOf(packed);
        best[document] = Math.max(best[document]!, weights[at]! * impactOf(packed));
      }
    });
    const weight = Math.max(...weights);
    best.forEach((score, document) => {
      scores[document]! += score;
      covered[document]! += score > 0 ? weight : 0;
    });
  }
  return { scores, covered, hits };
}

const highest = (values: Iterable<number>): number => {
  let found = 0;
  for (const value of values) found = Math.max(found, value);
  return found;
};

/** Documents that match with their scores, best first; equal ones keep the order of the records. */
function rank(sums: Float64Array, covered: Float64Array): { document: number; score: number }[] {
  const most = highest(covered);
  const shareOf = (document: number): number => covered[document]! / most;
  const scored = [...sums.keys()]
    .filter((document) => sums[document]! > 0)
    .map((document) => ({ document, score: sums[document]! * (1 - coverageShare * (1 - shareOf(document))) }));
  const best = highest(scored.map(({ score }) => score));
  return scored
    .filter(({ document, score }) => score >= best * matchShare.score || shareOf(document) >= matchShare.query)
    .sort((a, b) => b.score - a.score || a.document - b.document);
}

/** Makes an opened index answer queries. */
export function createEngine(index: SearchIndex): Engine {
  const lookup = createLookup(index);
  return {
    head: index.head,
    search(words, limit, { isMeant = () => true, verbatim = false } = {}) {
      const { slots, corrected } = readQuery(index, words, verbatim);
      const { scores, covered, hits } = scoreSlots(index, lookup, slots);
      for (const [document, record] of index.head.records.entries()) {
        if (isMeant(record)) continue;
        scores[document] = 0;
        covered[document] = 0;
      }
      const ranked = rank(scores, covered);
      const termsIn = (document: number): string[] =>
        hits
          .filter(({ postings }) => postings.some((packed) => documentOf(packed) === document))
          .map(({ number }) => index.terms[number]!);
      const results = ranked.slice(0, limit).map(({ document, score }) => ({
        record: index.head.records[document]!,
        score,
        terms: [...new Set(termsIn(document))],
      }));
      return { results, count: ranked.length, ...(corrected === undefined ? {} : { corrected }) };
    },
  };
}
