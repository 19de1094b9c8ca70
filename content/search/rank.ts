import type { Lookup } from './lookup.ts';
import { documentOf, isInTitle, sectionOf, weightOf } from './part.ts';
import type { Query } from './query.ts';
import type { Candidate } from './vocabulary.ts';
import { rarity, scores } from './weight.ts';

/**
 * A document matches when its score is at least this share of the best one's, or when it has this share of the query,
 * each word weighing as much as it is rare. So one common word of a sentence is no match, and a single word asked for
 * is one wherever it stands.
 */
const matchShare = { score: 0.25, query: 0.75 };
/** How much of a score depends on that completeness: more than this, and one odd word spoils a good answer. */
const coverageShare = 0.3;
/** What it adds that words of the query have their best place in one and the same section, each as much as it is rare. */
const sectionShare = 0.5;
/** What a title counts more that has every word: "rename repository" is Renaming a repository, whatever else renames. */
const titleShare = 1.3;
/** Only documents that may come first are looked at section by section. */
const sectionLimit = 100;
/** As a posting can name, and none. */
const mostSections = 32;

/** A document that matches. */
export interface Ranked {
  document: number;
  score: number;
  /** The section that has most of the query, counted from 1; 0 when none has. */
  section: number;
}

/** What a slot says about the documents that have it: each has its best term's posting, score, and weight in the query. */
interface Hits {
  postings: number[];
  scores: number[];
  weights: number[];
}

export interface Ranker {
  /**
   * How many documents match, and the first of them, at least `limit`, best first; equal ones keep their order. Slots add
   * up, `isMeant` leaves documents out.
   */
  rank(query: Query, isMeant: (document: number) => boolean, limit: number): { first: Ranked[]; matches: number[] };
}

/** Ranks so many documents. Its tables are as long as there are documents, and are used again for every query. */
export function createRanker(lookup: Lookup, documents: number): Ranker {
  const sums = new Float64Array(documents);
  const covered = new Float64Array(documents);
  /** Slots of words, not of joins, that stand in the title. */
  const titled = new Uint8Array(documents);
  const places = new Int32Array(documents);
  const matched: number[] = [];

  const countTogether = (lists: readonly (readonly number[])[]): number => {
    places.fill(0);
    let together = 0;
    for (const list of lists) {
      for (const packed of list) {
        const document = documentOf(packed);
        together += 1 - places[document]!;
        places[document] = 1;
      }
    }
    return together;
  };

  /**
   * What each term of a slot counts. Continuations of an unfinished word stand for one word, and so are as rare as all
   * of them together. Where the word itself is known, they count no more than it does: the name of the product says
   * little, and `tierzero.js` must not say a lot to somebody who typed the name.
   */
  const weigh = (slot: readonly Candidate[], lists: readonly (readonly number[])[]): number[] => {
    const rarities = slot.map(({ part, number }) => rarity(part.frequency(number), documents));
    if (slot.length === 1) return [slot[0]!.trust * rarities[0]!];
    const exact = slot.findIndex(({ trust }) => trust === 1);
    const most = Math.min(rarity(countTogether(lists), documents), rarities[exact] ?? Number.POSITIVE_INFINITY);
    return slot.map(({ trust }, at) => trust * (trust === 1 ? rarities[at]! : Math.min(most, rarities[at]!)));
  };

  /** Every document gets its best term of the slot. */
  const collect = (lists: readonly (readonly number[])[], weights: readonly number[]): Hits => {
    const hits: Hits = { postings: [], scores: [], weights: [] };
    if (lists.length > 1) places.fill(-1);
    lists.forEach((list, at) => {
      const weight = weights[at]!;
      for (const packed of list) {
        const score = weight * scores[weightOf(packed)]!;
        let place = hits.postings.length;
        if (lists.length > 1) {
          const before = places[documentOf(packed)]!;
          if (before >= 0 && hits.scores[before]! >= score) continue;
          if (before >= 0) place = before;
          places[documentOf(packed)] = place;
        }
        hits.postings[place] = packed;
        hits.scores[place] = score;
        hits.weights[place] = weight;
      }
    });
    return hits;
  };

  const add = (slot: readonly Candidate[], isWord: boolean): Hits => {
    const lists = slot.map(({ part, number }) => lookup(part, number));
    const weights = weigh(slot, lists);
    const hits = collect(lists, weights);
    const most = Math.max(...weights);
    for (let at = 0; at < hits.postings.length; at++) {
      const document = documentOf(hits.postings[at]!);
      if (covered[document] === 0) matched.push(document);
      sums[document]! += hits.scores[at]!;
      covered[document]! += most;
      if (isWord && isInTitle(hits.postings[at]!)) titled[document]! += 1;
    }
    return hits;
  };

  /** The first of the documents by their sums. Most are never looked at, so they are not put in order either. */
  const best = (matches: number[], limit: number): number[] => {
    const least =
      matches.length > limit
        ? Float64Array.from(matches, (document) => sums[document]!)
            .sort()
            .at(-limit)!
        : 0;
    return matches
      .filter((document) => sums[document]! >= least)
      .sort((a, b) => sums[b]! - sums[a]! || a - b)
      .slice(0, limit);
  };

  /** Adds what the section says in which most of the query has its best place, the first of equals. */
  const addSections = (
    ranked: readonly Ranked[],
    slots: readonly Hits[],
    whole: (document: number) => number,
  ): void => {
    const inSections = new Float64Array(ranked.length * mostSections);
    places.fill(-1);
    ranked.forEach(({ document }, at) => {
      places[document] = at;
    });
    for (const { postings, weights } of slots) {
      for (let at = 0; at < postings.length; at++) {
        const place = places[documentOf(postings[at]!)]!;
        if (place >= 0) inSections[place * mostSections + sectionOf(postings[at]!)]! += weights[at]!;
      }
    }
    ranked.forEach((one, place) => {
      let most = 0;
      for (let section = 1; section < mostSections; section++) {
        const score = inSections[place * mostSections + section]!;
        if (score <= most) continue;
        one.section = section;
        most = score;
      }
      one.score += sectionShare * most * whole(one.document);
    });
  };

  return {
    rank({ slots, words }, isMeant, limit) {
      sums.fill(0);
      covered.fill(0);
      titled.fill(0);
      matched.length = 0;
      const hits = slots.map((slot, at) => add(slot, at < words));
      const meant = matched.filter(isMeant);
      const most = highest(meant, covered);
      const whole = (document: number): number => 1 - coverageShare * (1 - covered[document]! / most);
      for (const document of meant) sums[document]! *= whole(document) * (titled[document] === words ? titleShare : 1);
      const enough = highest(meant, sums) * matchShare.score;
      const matches = meant.filter(
        (document) => sums[document]! >= enough || covered[document]! >= most * matchShare.query,
      );
      const first = best(matches, Math.max(limit, sectionLimit)).map(
        (document): Ranked => ({ document, score: sums[document]!, section: 0 }),
      );
      addSections(first.slice(0, sectionLimit), hits, whole);
      return { first: first.sort((a, b) => b.score - a.score || a.document - b.document), matches };
    },
  };
}

const highest = (documents: readonly number[], values: Float64Array): number => {
  let found = 0;
  for (const document of documents) found = Math.max(found, values[document]!);
  return found;
};
