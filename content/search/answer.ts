import type { CompiledDocument } from '../schema/document.ts';
import type { SearchRecord } from '../schema/search-record.ts';
import { bestOf, type Chosen } from './choice.ts';
import type { Engine, SearchAnswer } from './engine.ts';
import { type Mark, marksOf } from './marks.ts';
import { isTrouble } from './sentences.ts';
import { stretchesIn } from './stretch.ts';
import { termSet } from './term-set.ts';
import { queryWords, textWords } from './text.ts';

/**
 * One passage that answers, word for word, or nothing. Search is right about its first result for two questions of
 * three; whoever shows an answer has to know for which. Three things tell, each a share from 0 to 1:
 *
 * - lead: how far the third result is behind the first. The second one is often another page about the same.
 * - title: how much of the first result's title was asked for. A query that is about a document names it.
 * - passage: how much of the query the passage has with its heading and title, each word weighing as much as it is rare.
 *
 * Weights and threshold were set once, on questions that people asked in three help centers (`bench:relevance --answers`
 * prints what comes of them, and the curve): lead tells most, the others tell it apart where it alone is wrong.
 */
const worth = { lead: 1, title: 1 / 3, passage: 1 / 3 };

/**
 * Below it nothing is shown. At most 10 of 100 answers shall come from a wrong document. From here on it is 7 for 168
 * questions as they were asked, of which 24 of 100 get an answer, and 8 with the 641 made from them by rule (typos,
 * keywords). A twentieth less holds too, by a hair: a threshold that is exact for two of the help centers lets through 13
 * in the third.
 */
export const leastEvidence = 0.85;

/** One or two words are no question: what they mean, nobody knows. */
const fewestWords = 3;
/** With its heading a passage has this share of the query, or else it is about something else in the right document. */
const leastPassage = 0.3;
/** A question with what the engine found. */
export interface Asked {
  engine: Pick<Engine, 'head' | 'search' | 'dictionary'>;
  query: string;
  answer: SearchAnswer;
}

export interface Answer {
  record: SearchRecord;
  /** Word for word; items of a list are lines. */
  text: string;
  marks: Mark[];
  /** Of the section it stands in; absent before the first heading. */
  heading?: string;
  anchor?: string;
  /** How sure it is: comparable between questions. */
  evidence: number;
}

/** A word of the query: the terms it stands under, and what it tells. */
interface Telling {
  terms: ReadonlySet<string>;
  weight: number;
}

/** Words of the query that tell something, each once. */
function tellingOf({ engine, query, answer }: Asked): Telling[] {
  const { head, dictionary } = engine;
  const text = answer.corrected ?? query;
  const stopWords = new Set(head.stopWords.split(' '));
  const words = new Map(queryWords(text, head.locale).map((word) => [word.form, word]));
  return [...words.values()]
    .filter(({ form }) => !stopWords.has(form))
    .map(({ form, forms, end }) => {
      const own = dictionary.termsOf(form);
      const unfinished = end === text.length ? (answer.results[0]?.terms ?? []) : [];
      const terms = [
        ...(own.length > 0 ? own : forms.flatMap(dictionary.termsOf)),
        ...unfinished.filter((term) => term.startsWith(form)),
      ];
      // A finished word alone matches every document that has it.
      const having = engine.search(`${form} `, 0, { verbatim: true }).count;
      return { terms: new Set(terms), weight: Math.log(1 + (head.records.length - having + 0.5) / (having + 0.5)) };
    });
}

/** The share of the query that texts have, by their terms. */
const shareOf = (telling: readonly Telling[], texts: readonly ReadonlySet<string>[]): number => {
  let all = 0;
  let had = 0;
  for (const { terms, weight } of telling) {
    all += weight;
    if ([...terms].some((term) => texts.some((text) => text.has(term)))) had += weight;
  }
  return all > 0 ? had / all : 0;
};

/** The share of a title's words that were asked for. */
function titleShare(title: string, telling: readonly Telling[], { head, dictionary }: Asked['engine']): number {
  const stopWords = new Set(head.stopWords.split(' '));
  const words = textWords(title, head.locale)
    .filter(({ form }) => !stopWords.has(form))
    .map(({ forms }) => forms.flatMap(dictionary.termsOf))
    .filter((terms) => terms.length > 0);
  const asked = words.filter((terms) => terms.some((term) => telling.some((word) => word.terms.has(term))));
  return words.length > 0 ? asked.length / words.length : 0;
}

/** What may answer, before its text is looked at. */
interface Promising {
  record: SearchRecord;
  section: number | undefined;
  telling: Telling[];
  /** Evidence without the passage. */
  evidence: number;
}

/** The first result, when a good passage would make it an answer: its document is worth having. */
export function promising(asked: Asked, least = leastEvidence): Promising | undefined {
  const { results, missing, partial } = asked.answer;
  const [first, , third] = results;
  if (!first || missing || partial) return undefined;
  const telling = tellingOf(asked);
  if (telling.length < fewestWords) return undefined;
  const lead = first.score > 0 ? 1 - (third?.score ?? 0) / first.score : 0;
  const evidence = worth.lead * lead + worth.title * titleShare(first.record.title, telling, asked.engine);
  const { record, section } = first;
  return evidence + worth.passage >= least ? { record, section, telling, evidence } : undefined;
}

/** The stretch of its document that answers best. */
function passageOf(document: CompiledDocument, found: Promising, { engine, query }: Asked): Chosen | undefined {
  const { dictionary, head } = engine;
  const title = termSet(found.record.title, dictionary);
  const headings = new Map<string, ReadonlySet<string>>();
  return bestOf(stretchesIn(document, dictionary, new Set(head.stopWords.split(' '))), {
    shareOf: (texts) => shareOf(found.telling, texts),
    title,
    likely: found.section,
    isTrouble: isTrouble(query),
    headingTerms({ section: { heading } }) {
      // What stands before the first heading stands under the title.
      if (heading === undefined) return title;
      const terms = headings.get(heading) ?? termSet(heading, dictionary);
      headings.set(heading, terms);
      return terms;
    },
  });
}

/** The passage of the first result's document that answers, where there is evidence enough. */
export function answerOf(asked: Asked, document: CompiledDocument, least = leastEvidence): Answer | undefined {
  const found = promising(asked, least);
  const best = found && document.id === found.record.id ? passageOf(document, found, asked) : undefined;
  if (!found || !best || best.own < leastPassage) return undefined;
  const evidence = found.evidence + worth.passage * best.share;
  if (evidence < least) return undefined;
  const { text, section } = best.stretch;
  const { heading, anchor } = section;
  const terms = found.telling.flatMap((word) => [...word.terms]);
  return {
    record: found.record,
    text,
    marks: marksOf(text, terms, asked.engine.dictionary),
    ...(heading === undefined ? {} : { heading }),
    ...(anchor === undefined ? {} : { anchor }),
    evidence,
  };
}
