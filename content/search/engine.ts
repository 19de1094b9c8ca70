import type { SearchHead, SearchRecord } from '../schema/search-record.ts';
import { createLookup } from './lookup.ts';
import { readQuery } from './query.ts';
import { type SearchIndex, unpack } from './reader.ts';

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

export interface Engine {
  readonly head: SearchHead;
  /** Synchronous and deterministic; the last word counts as unfinished unless something follows it. */
  search(words: string, limit: number): SearchAnswer;
}

/** A document matches when it has at least this share of the best one's score: a stray common word is no match. */
const matchShare = 0.2;
/** How much of a score depends on how many of the words a document has: more than this, and one odd word spoils it. */
const coverageShare = 0.2;

export function createEngine(index: SearchIndex): Engine {
  const lookup = createLookup(index);
  const { records } = index.head;
  const rarity = (number: number): number => {
    const documents = index.frequency(number);
    return Math.log(1 + (records.length - documents + 0.5) / (documents + 0.5));
  };
  return {
    head: index.head,
    search(words, limit) {
      const { slots, corrected } = readQuery(index, words);
      const scores = new Float64Array(records.length);
      const covered = new Float64Array(records.length);
      const hits: { number: number; documents: number[] }[] = [];
      for (const slot of slots) {
        const best = new Float64Array(records.length);
        for (const { number, trust } of slot) {
          const weight = trust * rarity(number);
          const postings = lookup(number).map(unpack);
          hits.push({ number, documents: postings.map(([document]) => document) });
          for (const [document, impact] of postings) best[document] = Math.max(best[document]!, weight * impact);
        }
        best.forEach((score, document) => {
          scores[document]! += score;
          covered[document]! += score > 0 ? 1 : 0;
        });
      }
      covered.forEach((many, document) => {
        scores[document]! *= 1 - coverageShare + (coverageShare * many) / slots.length;
      });
      const threshold = scores.reduce((a, b) => Math.max(a, b), 0) * matchShare;
      const matching = [...scores.keys()].filter((document) => scores[document]! > 0 && scores[document]! >= threshold);
      matching.sort((a, b) => scores[b]! - scores[a]! || a - b);
      const results = matching.slice(0, limit).map((document) => ({
        record: records[document]!,
        score: scores[document]!,
        terms: [
          ...new Set(hits.filter((hit) => hit.documents.includes(document)).map((hit) => index.terms[hit.number]!)),
        ],
      }));
      return { results, count: matching.length, ...(corrected === undefined ? {} : { corrected }) };
    },
  };
}
