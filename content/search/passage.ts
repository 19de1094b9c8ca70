import type { CompiledDocument } from '../schema/document.ts';
import { type Dictionary, type Mark, marksOf } from './marks.ts';
import { type LinedSection, linedSectionsOf } from './plain.ts';
import { isCodeLike, isPointer, isQuestion, sentencesOf } from './sentences.ts';
import { termSet } from './term-set.ts';

/** The sentence of a document that fits a search. */
export interface Passage {
  /** At most 180 characters; an ellipsis stands where a longer sentence is cut. */
  text: string;
  marks: Mark[];
  /** Heading and anchor of its section; absent before the first heading. */
  heading?: string;
  anchor?: string;
}
/**
 * Undefined for an unknown document and when its description says as much of the terms: then that is shown. `section` is
 * the one where most of the query stands together, counted from 1.
 */
export type PassageOf = (id: string, terms: readonly string[], section?: number) => Passage | undefined;

const longest = 180;
/** Whoever has more of them in one sentence reads a log file. */
const mostMarks = 50;

interface Sentence {
  section: LinedSection;
  /** Of its section, from 1. */
  place: number;
  text: string;
  /** A row of a table, a label, a question, signs, or it only sends the reader elsewhere. */
  isWeak: boolean;
  terms: Set<string>;
  headingTerms: Set<string>;
}

/** A document as it is searched for passages. */
interface Read {
  description: Set<string>;
  sentences: Sentence[];
}

const readSentences = (document: CompiledDocument, dictionary: Dictionary): Sentence[] =>
  linedSectionsOf(document).flatMap((section, before) => {
    const headingTerms = termSet(section.heading ?? '', dictionary);
    // A line of code is no sentence.
    const lines = section.lines.filter(({ kind }) => kind !== 'code');
    return lines.flatMap(({ kind, text }) =>
      sentencesOf(text).map((sentence) => ({
        section,
        place: before + 1,
        text: sentence,
        isWeak:
          kind === 'row' || kind === 'label' || isPointer(sentence) || isQuestion(sentence) || isCodeLike(sentence),
        terms: termSet(sentence, dictionary),
        headingTerms,
      })),
    );
  });

/** How many of the terms a sentence has, alone and with the heading it stands under. */
const countTerms = ({ terms, headingTerms }: Sentence, wanted: readonly string[]) => ({
  alone: wanted.filter((term) => terms.has(term)).length,
  withHeading: wanted.filter((term) => terms.has(term) || headingTerms.has(term)).length,
});

/** What standing in the likely section is worth: one more word, said by the sentence itself. */
const likelyWorth = 3;

/**
 * The sentence with most of the terms, the earlier of equals, when it has more of them than the description. A weak
 * one is taken where there is no other.
 */
function bestOf({ description, sentences }: Read, wanted: readonly string[], likely: number): Sentence | undefined {
  const described = wanted.filter((term) => description.has(term)).length;
  let best: Sentence | undefined;
  let highest = 0;
  for (const sentence of sentences) {
    const { alone, withHeading } = countTerms(sentence, wanted);
    // What the heading adds is worth less than what the sentence says itself.
    const worth = alone + 2 * withHeading + (sentence.place === likely ? likelyWorth : 0);
    const score = withHeading > described ? (sentence.isWeak ? worth / 1000 : worth) : 0;
    if (score > highest) {
      best = sentence;
      highest = score;
    }
  }
  return best;
}

/** The stretch between two spaces that holds most marks, as [start, end). */
function stretch(text: string, all: readonly Mark[]): Mark {
  const marks = all.slice(0, mostMarks);
  // Room for an ellipsis on either side.
  const room = longest - 2;
  const starts = [0, ...marks.map(([start]) => Math.max(0, text.lastIndexOf(' ', Math.max(0, start - 30)) + 1))];
  const within = (start: number) => marks.filter((mark) => mark[0] >= start && mark[1] <= start + room).length;
  const start = starts.reduce((best, next) => (within(next) > within(best) ? next : best), 0);
  if (text.length - start <= room) return [start, text.length];
  const space = text.lastIndexOf(' ', start + room);
  return [start, space > start ? space : start + room];
}

function cut(text: string, terms: readonly string[], dictionary: Dictionary): Pick<Passage, 'text' | 'marks'> {
  const marks = marksOf(text, terms, dictionary);
  if (text.length <= longest) return { text, marks };
  const [start, end] = stretch(text, marks);
  const before = start > 0 ? '…' : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + (end < text.length ? '…' : ''),
    marks: marks
      .filter((mark) => mark[0] >= start && mark[1] <= end)
      .map(([from, to]): Mark => [from + shift, to + shift]),
  };
}

/** Finds passages in the library of a locale; each document is read when it is first asked for. */
export function createPassages(documents: readonly CompiledDocument[], dictionary: Dictionary): PassageOf {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const read = new Map<string, Read>();
  return (id, terms, section = 0) => {
    const document = byId.get(id);
    if (!document) return undefined;
    const text = read.get(id) ?? {
      description: termSet(document.description, dictionary),
      sentences: readSentences(document, dictionary),
    };
    read.set(id, text);
    const best = bestOf(text, terms, section);
    if (!best) return undefined;
    const { heading, anchor } = best.section;
    return {
      ...cut(best.text, terms, dictionary),
      ...(heading === undefined ? {} : { heading }),
      ...(anchor === undefined ? {} : { anchor }),
    };
  };
}
