import type { CompiledDocument } from '../schema/document.ts';
import { type Mark, marksOf, termsOf } from './marks.ts';
import { type Section, sectionsOf } from './plain.ts';

/** The sentence of a document that fits a search. */
export interface Passage {
  /** At most 180 characters; an ellipsis stands where a longer sentence is cut. */
  text: string;
  marks: Mark[];
  /** Heading and anchor of its section; absent before the first heading. */
  heading?: string;
  anchor?: string;
}
/** Undefined for an unknown document and when no text of it matches; then the description serves. */
export type PassageOf = (id: string, terms: readonly string[]) => Passage | undefined;

const longest = 180;

interface Sentence {
  section: Section;
  text: string;
  terms: Set<string>;
  headingTerms: Set<string>;
}

const termSet = (text: string, locale: string): Set<string> =>
  new Set(termsOf(text, locale).flatMap(({ terms }) => terms));

const sentencesOf = (document: CompiledDocument, locale: string): Sentence[] =>
  sectionsOf(document).flatMap((section) => {
    const headingTerms = termSet(section.heading ?? '', locale);
    return section.text
      .split(/\n|(?<=[.!?…。！？])\s+/u)
      .map((text) => ({ section, text, terms: termSet(text, locale), headingTerms }));
  });

/** Words of the sentence count most, then those its heading adds; the earlier of equals wins. */
function bestOf(sentences: readonly Sentence[], terms: readonly string[]): Sentence | undefined {
  let best: Sentence | undefined;
  let highest = 0;
  for (const sentence of sentences) {
    const inSentence = terms.filter((term) => sentence.terms.has(term)).length;
    const inHeading = terms.filter((term) => sentence.headingTerms.has(term) && !sentence.terms.has(term)).length;
    const score = inSentence * 3 + inHeading * 2;
    if (score > highest) {
      best = sentence;
      highest = score;
    }
  }
  return best;
}

/** The stretch between two spaces that holds most marks, as [start, end). */
function stretch(text: string, marks: readonly Mark[]): Mark {
  // Room for an ellipsis on either side.
  const room = longest - 2;
  const starts = [0, ...marks.map(([start]) => Math.max(0, text.lastIndexOf(' ', Math.max(0, start - 30)) + 1))];
  const within = (start: number) => marks.filter((mark) => mark[0] >= start && mark[1] <= start + room).length;
  const start = starts.reduce((best, next) => (within(next) > within(best) ? next : best), 0);
  if (text.length - start <= room) return [start, text.length];
  const space = text.lastIndexOf(' ', start + room);
  return [start, space > start ? space : start + room];
}

function cut(text: string, terms: readonly string[], locale: string): Pick<Passage, 'text' | 'marks'> {
  const marks = marksOf(text, terms, locale);
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

/** Finds passages in the library of a locale; each document is read when it is first asked for. `locale` is the index's. */
export function createPassages(documents: readonly CompiledDocument[], locale: string): PassageOf {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const read = new Map<string, Sentence[]>();
  return (id, terms) => {
    const document = byId.get(id);
    if (!document) return undefined;
    const sentences = read.get(id) ?? sentencesOf(document, locale);
    read.set(id, sentences);
    const best = bestOf(sentences, terms);
    if (!best) return undefined;
    const { heading, anchor } = best.section;
    return {
      ...cut(best.text, terms, locale),
      ...(heading === undefined ? {} : { heading }),
      ...(anchor === undefined ? {} : { anchor }),
    };
  };
}
