import { strongest } from './bounds.ts';
import { type CountedDocument, countDocument, fieldNames } from './counted.ts';
import { endingBetween } from './endings.ts';
import { seal } from './envelope.ts';
import type { IndexHead, IndexSource } from './index-source.ts';
import { type Language, languageOf } from './language/language.ts';
import { type AddFile, largeIndex } from './large.ts';
import { rarity, toWeight } from './weight.ts';
import { type Entry, encodePart, writeColumns } from './wire.ts';

/**
 * How much a field says about what a document answers, and how much its length dampens (BM25's b): title, keywords,
 * headings, description, body. Each field saturates on its own: ten mentions in the body never outweigh the title.
 */
const fieldRules = [
  { weight: 4, dampening: 0.4 },
  { weight: 3, dampening: 0.3 },
  { weight: 2, dampening: 0.5 },
  { weight: 2, dampening: 0.75 },
  { weight: 1, dampening: 0.75 },
] as const;
const body = fieldNames.indexOf('body');
const title = fieldNames.indexOf('title');
const keywords = fieldNames.indexOf('keywords');

/** BM25's k1: how soon another occurrence stops to matter. */
const saturation = 1.2;
/** A word that no title, heading, keyword or description has, as "apparently", says less than its rarity promises. */
const onlyInBodies = 0.85;
/** So do words that people put around a question. */
const framing = 0.6;
/** A posting that can add less than this share of the rarest word's weight is left out, unless it is of a title: nobody is found by it. */
const leastShare = 0.155;
/** A help center of fewer documents keeps everything: each of them may be the one. */
const fewDocuments = 200;
/** Listings and news come up by their words, not by a section that has them all. */
const leastPriorOfSections = 0.8;
/** A word that is less than this rare, of the rarest, stands in most sections and tells none from another. */
const leastRarityOfSections = 0.4;

/** A document's counts of a term before they are weighed. */
interface Occurrence {
  document: number;
  counts: readonly number[];
  section: number;
}

/** The endings of every term, the most frequent word's first. */
function endingsOf(documents: readonly CountedDocument[]): Map<string, string> {
  const times = new Map<string, { form: string; term: string; times: number }>();
  for (const [form, term, more] of documents.flatMap(({ written }) => written)) {
    const key = `${form} ${term}`;
    const known = times.get(key) ?? { form, term, times: 0 };
    times.set(key, known);
    known.times += more;
  }
  const lists = new Map<string, string[]>();
  for (const { form, term } of [...times.values()].sort((a, b) => b.times - a.times || (a.form < b.form ? -1 : 1))) {
    const list = lists.get(term) ?? [];
    lists.set(term, list);
    list.push(endingBetween(term, form));
  }
  return new Map([...lists].map(([term, endings]) => [term, endings.join(',')]));
}

const averageLengths = (documents: readonly CountedDocument[]): number[] =>
  fieldNames.map((_, field) => {
    const lengths = documents.map(({ lengths }) => lengths[field]!).filter(Boolean);
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    // In steps of a twentieth: a changed sentence in one article is to leave the others' weights alone.
    return average > 0 ? 1.05 ** Math.round(Math.log(average) / Math.log(1.05)) : 1;
  });

/** Weighs the counts of one term in every document that has it. */
const weigher =
  (sources: readonly IndexSource[], documents: readonly CountedDocument[], language: Language) =>
  (term: string, endings: string, occurrences: readonly Occurrence[], averages: readonly number[]): Entry => {
    const isKnown = occurrences.some(({ counts }) => counts.some((count, field) => count > 0 && field !== body));
    const telling = (isKnown ? 1 : onlyInBodies) * (language.framing.has(term) ? framing : 1);
    const scoreOf = ({ document, counts }: Occurrence): number => {
      let score = 0;
      counts.forEach((count, field) => {
        if (count === 0) return;
        const { weight, dampening } = fieldRules[field]!;
        const relative = documents[document]!.lengths[field]! / averages[field]!;
        score += (weight * count * (saturation + 1)) / (count + saturation * (1 - dampening + dampening * relative));
      });
      return score * (sources[document]!.prior ?? 1) * telling;
    };
    const all = sources.length;
    const most = rarity(1, all);
    const own = rarity(occurrences.length, all);
    const isSmall = all < fewDocuments;
    const least = isSmall ? 0 : (leastShare * most) / own;
    const isTelling = isSmall || own >= leastRarityOfSections * most;
    const scored = occurrences.map((occurrence) => ({
      ...occurrence,
      score: scoreOf(occurrence),
      isInTitle: occurrence.counts[title]! > 0,
      isNamed: occurrence.counts[title]! + occurrence.counts[keywords]! > 0,
    }));
    const kept = scored.filter(({ score, isInTitle }) => score >= least || isInTitle);
    const postings = strongest(kept.length > 0 ? kept : scored, occurrences.length, all).map(
      ({ document, score, section, isInTitle }) => ({
        document,
        weight: toWeight(score),
        isInTitle,
        section: isTelling && (sources[document]!.prior ?? 1) >= leastPriorOfSections ? section : 0,
      }),
    );
    return { term, endings, postings, dropped: occurrences.length - postings.length };
  };

/** The dictionary of all documents, terms in code unit order. */
function entriesOf(
  sources: readonly IndexSource[],
  documents: readonly CountedDocument[],
  language: Language,
): Entry[] {
  const averages = averageLengths(documents);
  const endings = endingsOf(documents);
  const occurrences = new Map<string, Occurrence[]>();
  documents.forEach(({ terms }, document) => {
    for (const { term, counts, section } of terms) {
      const list = occurrences.get(term) ?? [];
      occurrences.set(term, list);
      list.push({ document, counts, section });
    }
  });
  const weigh = weigher(sources, documents, language);
  return [...occurrences]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, list]) => weigh(term, endings.get(term) ?? '>', list, averages));
}

export interface BuildOptions {
  /** What a document has of each term; given by who has counted it before. Default it is counted. */
  counted?: (source: IndexSource) => CountedDocument;
  /** Puts a file beside the index and says its name. Without it everything stays in one file, whatever its size. */
  add?: AddFile;
}

/** Up to here an index is one file: then a query needs nothing more, and offline holds. */
export const mostInOneFile = 1000;

const utf8 = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** The sealed search index of one locale; documents keep the order of `sources`. */
export function buildIndex(
  head: IndexHead,
  sources: readonly IndexSource[],
  { counted, add }: BuildOptions = {},
): Uint8Array<ArrayBuffer> {
  const language = languageOf(head.locale);
  const count = counted ?? (({ fields }: IndexSource) => countDocument(fields, head.locale, language));
  const entries = entriesOf(sources, sources.map(count), language);
  const stopWords = [...language.stopWords].join(' ');
  const records = sources.map(({ record }) => record);
  if (!add || records.length <= mostInOneFile)
    return seal('S', writeColumns([utf8({ ...head, stopWords, records }), encodePart(entries)]));

  return largeIndex({ ...head, stopWords }, entries, records, add);
}
