import type { SearchRecord } from '../schema/search-record.ts';
import { strongest } from './bounds.ts';
import { type CountedDocument, countDocument, fieldNames } from './counted.ts';
import { endingBetween } from './endings.ts';
import { seal } from './envelope.ts';
import type { IndexHead, IndexSource, TeamRecord } from './index-source.ts';
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

type AnySource = IndexSource<SearchRecord | TeamRecord>;

/** A term in all documents. */
interface Spread {
  /** That have it, in order. */
  documents: number[];
  /** Its number in each of them. */
  numbers: number[];
  /** How often each word of it is written. */
  forms: Map<string, number>;
}

/** The terms of all documents. */
function spreadsOf(documents: readonly CountedDocument[]): Map<string, Spread> {
  const spreads = new Map<string, Spread>();
  documents.forEach(({ terms, forms, termsOfForms, times }, document) => {
    const own = terms.map((term, number) => {
      const known: Spread = spreads.get(term) ?? { documents: [], numbers: [], forms: new Map() };
      if (known.documents.length === 0) spreads.set(term, known);
      known.documents.push(document);
      known.numbers.push(number);
      return known;
    });
    forms.forEach((form, at) => {
      const known = own[termsOfForms[at]!]!.forms;
      known.set(form, (known.get(form) ?? 0) + times[at]!);
    });
  });
  return spreads;
}

/** The endings of a term, the most frequent word's first. */
const endingsOf = (term: string, forms: Spread['forms']): string =>
  [...forms]
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([form]) => endingBetween(term, form))
    .join(',');

const averageLengths = (documents: readonly CountedDocument[]): number[] =>
  fieldNames.map((_, field) => {
    const lengths = documents.map(({ lengths }) => lengths[field]!).filter(Boolean);
    const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
    // In steps of a twentieth: a changed sentence in one article is to leave the others' weights alone.
    return average > 0 ? 1.05 ** Math.round(Math.log(average) / Math.log(1.05)) : 1;
  });

/** Weighs one term in every document that has it. */
function weigher(sources: readonly AnySource[], documents: readonly CountedDocument[], language: Language) {
  const averages = averageLengths(documents);
  const all = sources.length;
  const most = rarity(1, all);
  const isSmall = all < fewDocuments;
  const countOf = (document: number, number: number, field: number): number =>
    documents[document]!.counts[number * fieldNames.length + field]!;
  const scoreOf = (document: number, number: number, telling: number): number => {
    let score = 0;
    for (let field = 0; field < fieldRules.length; field++) {
      const count = countOf(document, number, field);
      if (count === 0) continue;
      const { weight, dampening } = fieldRules[field]!;
      const relative = documents[document]!.lengths[field]! / averages[field]!;
      score += (weight * count * (saturation + 1)) / (count + saturation * (1 - dampening + dampening * relative));
    }
    return score * (sources[document]!.prior ?? 1) * telling;
  };
  return (term: string, { documents: having, numbers, forms }: Spread): Entry => {
    const isKnown = having.some((document, at) =>
      fieldRules.some((_, field) => field !== body && countOf(document, numbers[at]!, field) > 0),
    );
    const telling = (isKnown ? 1 : onlyInBodies) * (language.framing.has(term) ? framing : 1);
    const own = rarity(having.length, all);
    const least = isSmall ? 0 : (leastShare * most) / own;
    const isTelling = isSmall || own >= leastRarityOfSections * most;
    const scored = having.map((document, at) => {
      const number = numbers[at]!;
      const isInTitle = countOf(document, number, title) > 0;
      const isNamed = isInTitle || countOf(document, number, keywords) > 0;
      return { document, number, score: scoreOf(document, number, telling), isInTitle, isNamed };
    });
    const kept = scored.filter(({ score, isInTitle }) => score >= least || isInTitle);
    const postings = strongest(kept.length > 0 ? kept : scored, having.length, all).map(
      ({ document, number, score, isInTitle }) => {
        const hasSection = isTelling && (sources[document]!.prior ?? 1) >= leastPriorOfSections;
        const section = hasSection ? documents[document]!.sections[number]! : 0;
        return { document, weight: toWeight(score), isInTitle, section };
      },
    );
    return { term, endings: endingsOf(term, forms) || '>', postings, dropped: having.length - postings.length };
  };
}

/** The dictionary of all documents, terms in code unit order. */
function entriesOf(sources: readonly AnySource[], documents: readonly CountedDocument[], language: Language): Entry[] {
  const weigh = weigher(sources, documents, language);
  return [...spreadsOf(documents)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, spread]) => weigh(term, spread));
}

export interface BuildOptions {
  /** What a document has of each term; given by who has counted it before. Default it is counted. */
  counted?: (source: IndexSource, place: number) => CountedDocument;
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
  if (!add || sources.length <= mostInOneFile) return wholeIndex(head, sources, count);

  const entries = entriesOf(sources, sources.map(count), language);
  const records = sources.map(({ record }) => record);
  return largeIndex({ ...head, stopWords: stopWordsOf(language) }, entries, records, add);
}

/** The same as one file, whatever its size; it may hold what agents alone find. */
export function wholeIndex<S extends AnySource>(
  head: IndexHead,
  sources: readonly S[],
  counted: (source: S, place: number) => CountedDocument,
): Uint8Array<ArrayBuffer> {
  const language = languageOf(head.locale);
  const entries = entriesOf(sources, sources.map(counted), language);
  const records = sources.map(({ record }) => record);
  return seal('S', writeColumns([utf8({ ...head, stopWords: stopWordsOf(language), records }), encodePart(entries)]));
}

const stopWordsOf = ({ stopWords }: Language): string => [...stopWords].join(' ');
