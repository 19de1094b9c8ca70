import { type Language, languageOf } from './language/language.ts';
import type { SearchIndex } from './reader.ts';
import { queryWords } from './text.ts';
import { type Candidate, continuations, nearest } from './vocabulary.ts';

/** A query as the dictionary understands it. */
export interface Query {
  /** For each thing asked for, the terms that can stand for it; a document is given its best one. */
  slots: Candidate[][];
  /** The query with its corrected words, when there are any. */
  corrected?: string;
}

/** One word as the dictionary understands it; no slots when it is unknown and nothing is near. */
interface Reading {
  slots: Candidate[][];
  correction?: string;
}

/** So many neighbours are tried as one word: `log in` → `login`, `ERR_CONNECTION_REFUSED` → one identifier. */
const longestJoin = 4;

/** A pasted message is read up to here: the first words say what it is about, and typing stays quick. */
const longestQuery = 60;

/** Reads words with one index and the rules of its language. */
const wordReader = (index: SearchIndex, { term, stopWords }: Language, verbatim: boolean) => {
  const known = (word: string): Candidate[] => {
    const number = index.find(term(word));
    return number < 0 ? [] : [{ number, trust: 1 }];
  };
  /** Two known words written as one, `loginpage`: the longest first half that works. */
  const halves = (word: string): string[] => {
    for (let at = word.length - 3; at >= 3; at--) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => known(part).length > 0)) return parts;
    }
    return [];
  };
  const correct = (word: string): Reading => {
    const near = nearest(index, word);
    const parts = near?.off === 1 ? [] : halves(word);
    if (parts.length > 0) return { slots: parts.map(known), correction: parts.join(' ') };
    if (!near) return { slots: [] };
    return { slots: stopWords.has(near.written) ? [] : [[near]], correction: near.written };
  };
  return {
    read(word: string, unfinished: boolean): Reading {
      const slot = [...known(word), ...(unfinished ? continuations(index, word) : [])];
      if (slot.length > 0) return { slots: [slot] };
      return verbatim ? { slots: [] } : correct(word);
    },
    /** Neighbours that the dictionary also knows as one word. */
    joins: (words: readonly string[]): Candidate[][] =>
      words
        .flatMap((_, from) =>
          Array.from({ length: longestJoin - 1 }, (_, more) => words.slice(from, from + more + 2))
            .filter((run, more) => run.length === more + 2)
            .map((run) => known(run.join(''))),
        )
        .filter((slot) => slot.length > 0),
  };
};

/** Reads a query: known words, continuations of an unfinished last word, corrections of unknown words unless `verbatim`. */
export function readQuery(index: SearchIndex, text: string, verbatim = false): Query {
  const language = languageOf(index.head.locale);
  const words = queryWords(text, index.head.locale).slice(0, longestQuery);
  const telling = words.filter(({ form }) => !language.stopWords.has(form));
  const { read, joins } = wordReader(index, language, verbatim);
  const slots: Candidate[][] = [];
  let corrected = '';
  let copied = 0;
  for (const { form, start, end } of telling.length > 0 ? telling : words) {
    const reading = read(form, end === text.length);
    slots.push(...reading.slots);
    if (reading.correction === undefined) continue;
    corrected += text.slice(copied, start) + reading.correction;
    copied = end;
  }
  slots.push(...joins(words.map(({ form }) => form)));
  return copied > 0 ? { slots, corrected: corrected + text.slice(copied) } : { slots };
}
