import type { SearchHead, SearchRecord } from '../schema/search-record.ts';
import { createLookup, type Lookup } from './lookup.ts';
import type { Dictionary } from './marks.ts';
import { documentOf } from './part.ts';
import { pinnedFor } from './pins.ts';
import { readQuery } from './query.ts';
import { createRanker, type Ranked } from './rank.ts';
import type { Files, SearchIndex } from './reader.ts';
import type { Candidate } from './vocabulary.ts';

/**
 * Search of a help center, in the page, without a request while typing.
 *
 * Goals: a sentence in the reader's words finds the answer among the first five; a half-typed or mistyped word costs
 * little; the same query gives the same order everywhere (compile step, widget, site); a file of some twenty kilobytes,
 * of which only the dictionary is decoded before the first search.
 *
 * How: a query becomes slots, one for each thing asked for (query.ts). FlexSearch looks up each term of a slot alone
 * (lookup.ts) and returns impacts: BM25 of every field, saturated on its own and summed at build time (build.ts). An
 * impact is weighted by the term's rarity and by trust, a slot gives a document its best term, and slots add up.
 *
 * Non-goals: all words required (AND finds nothing for sentences), word order and phrases, synonyms nobody wrote down,
 * changing an index in place.
 */

export interface SearchResult {
  record: SearchRecord;
  /** Comparable within one answer only. */
  score: number;
  /** Dictionary terms that matched; for passages and marks. */
  readonly terms: string[];
  /** The section where most of the query stands together, counted from 1 as `sectionsOf` lists them; absent for none. */
  section?: number;
}

export interface SearchAnswer {
  /** Best first, at most `limit`. */
  results: SearchResult[];
  /** Documents that match, of which `results` are the first. */
  count: number;
  /** The whole query as it was understood, present only when a word was corrected. */
  corrected?: string;
  /** Files of a large index that the answer would be better with; take them, then ask again. */
  missing?: string[];
  /** A file it would be better with is out of reach. */
  partial?: true;
}

export interface SearchOptions {
  /**
   * A document that is not meant takes no part, so that a better match nobody may see does not push the others out.
   * Default every document is.
   */
  isMeant?: (document: { audience: readonly string[] }) => boolean;
  /** Words stay as they were typed: "search instead for …". Default false. */
  verbatim?: boolean;
  /**
   * More is being typed: of a large index, only what finished words need is asked for; ask again without it when the
   * typing pauses. Default false.
   */
  hurried?: boolean;
  /** Of a large index, records of so many results are asked for. Default 5: what is seen first. */
  shown?: number;
}

export interface Engine {
  readonly index: SearchIndex;
  readonly head: SearchHead;
  /** Of a large index; nothing is ever missing of a small one. */
  readonly files: Pick<Files, 'missing' | 'take' | 'lose' | 'forgive'>;
  /** Synchronous and deterministic; the last word counts as unfinished unless something follows it. */
  search(words: string, limit: number, options?: SearchOptions): SearchAnswer;
  /** Finds the words of a text, for marks and passages. */
  readonly dictionary: Dictionary;
}

/** What fits a panel. */
const shownResults = 5;

/** Makes an opened index answer queries. */
export function createEngine(index: SearchIndex): Engine {
  const { head, files } = index;
  const lookup = createLookup(index);
  const { rank } = createRanker(lookup, index.documents);

  /** What the author has pinned to these words stands on top, whatever else matches. */
  const pinsOf = (words: string, isMeant: (document: number) => boolean): readonly number[] =>
    pinnedFor(head, words)
      .map((id) => head.records.findIndex((record) => record?.id === id))
      .filter((document) => document >= 0 && isMeant(document));
  const withPins = (pins: readonly number[], first: readonly Ranked[]): readonly Ranked[] => {
    const score = first[0]?.score ?? 0;
    const pinned = pins.map(
      (document) => first.find((one) => one.document === document) ?? { document, score, section: 0 },
    );
    return [...pinned, ...first.filter(({ document }) => !pins.includes(document))];
  };

  /** Results whose records are here. */
  const resultsOf = (ranked: readonly Ranked[], slots: readonly Candidate[][], shown: number): SearchResult[] =>
    ranked.flatMap(({ document, score, section }, place) => {
      // Records are asked for once the ranking stands.
      const record = place < shown ? index.record(document) : head.records[document];
      return record
        ? [
            {
              record,
              score,
              ...(section > 0 && { section }),
              get terms() {
                return termsIn(document, slots, lookup);
              },
            },
          ]
        : [];
    });

  return {
    index,
    head,
    files,
    search(words, limit, { isMeant, verbatim = false, hurried = false, shown = shownResults } = {}) {
      files.wanted.clear();
      files.lacking.clear();
      const query = readQuery(index, words, { verbatim, hurried });
      const isOne = (document: number) => !isMeant || isMeant({ audience: index.audience(document) });
      const { first, matches } = rank(query, isOne, limit);
      const pins = pinsOf(words, isOne);
      const ranked = withPins(pins, first);
      return {
        results: resultsOf(ranked.slice(0, limit), query.slots, hurried || files.wanted.size > 0 ? 0 : shown),
        // A pinned document need not match.
        count: new Set([...matches, ...pins]).size,
        ...(query.corrected !== undefined && { corrected: query.corrected }),
        ...(files.wanted.size > 0 && { missing: [...files.wanted] }),
        ...(files.lacking.size > 0 && { partial: true as const }),
      };
    },
    dictionary: {
      locale: head.locale,
      termsOf: (form) => index.termsOf(form).map(({ part, number }) => part.terms[number]!),
    },
  };
}

/** The terms of a query that a document has. */
const termsIn = (document: number, slots: readonly Candidate[][], lookup: Lookup): string[] => [
  ...new Set(
    slots
      .flat()
      .filter(({ part, number }) => lookup(part, number).some((packed) => documentOf(packed) === document))
      .map(({ part, number }) => part.terms[number]!),
  ),
];
