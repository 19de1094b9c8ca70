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
/** Undefined for an unknown document and when its description says as much of the terms: then that is shown. */
export type PassageOf = (id: string, terms: readonly string[]) => Passage | undefined;

const longest = 180;

interface Sentence {
  section: Section;
  text: string;
  terms: Set<string>;
  headingTerms: Set<string>;
}

/** A document as it is searched for passages. */
interface Read {
  description: Set<string>;
  sentences: Sentence[];
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

/** How many of the terms a sentence has, alone and with the heading it stands under. */
const countTerms = ({ terms, headingTerms }: Sentence, wanted: readonly string[]) => ({
  alone: wanted.filter((term) => terms.has(term)).length,
  withHeading: wanted.filter((term) => terms.has(term) || headingTerms.has(term)).length,
});

/** The sentence with most of the terms, the earlier of equals, when it has more of them than the description. */
function bestOf({ description, sentences }: Read, wanted: readonly string[]): Sentence | undefined {
  const described = wanted.filter((term) => description.has(term)).length;
  let best: Sentence | undefined;
  let highest = 0;
  for (const sentence of sentences) {
    const { alone, withHeading } = countTerms(sentence, wanted);
    // What the heading adds is worth less than what the sentence says itself.
    const score = withHeading > described ? alone + 2 * withHeading : 0;
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
  const read = new Map<string, Read>();
  return (id, terms) => {
    const document = byId.get(id);
    if (!document) return undefined;
    const text = read.get(id) ?? {
      description: termSet(document.description, locale),
      sentences: sentencesOf(document, locale),
    };
    read.set(id, text);
    const best = bestOf(text, terms);
    if (!best) return undefined;
    const { heading, anchor } = best.section;
    return {
      ...cut(best.text, terms, locale),
      ...(heading === undefined ? {} : { heading }),
      ...(anchor === undefined ? {} : { anchor }),
    };
  };
}
