import { languageOf } from './language.ts';
import type { SearchIndex } from './reader.ts';
import { queryWords, type Word } from './text.ts';
import { type Candidate, continuations, nearest } from './vocabulary.ts';

/** A query as the dictionary understands it. */
export interface Query {
  /** For each thing asked for, the terms that can stand for it; a document is given its best one. */
  slots: Candidate[][];
  /** The query with its corrected words, when there are any. */
  corrected?: string;
}

/** Compounds up to this many parts are tried joined: `log in` → `login`, `ERR_CONNECTION_REFUSED` → one word. */
const longestJoin = 4;

const joinedSlots = (index: SearchIndex, words: readonly Word[], stem: (word: string) => string): Candidate[][] =>
  words.flatMap((_, from) =>
    Array.from({ length: Math.min(longestJoin, words.length - from) - 1 }, (_, more) => {
      const joined = words.slice(from, from + more + 2).flatMap(({ forms }) => forms);
      const number = index.find(stem(joined.join('')));
      return number < 0 ? [] : [{ number, trust: 1 }];
    }).filter((slot) => slot.length > 0),
  );

/** Two known words written as one, `loginpage`: the halves, the longest first half that works. */
const halves = (index: SearchIndex, word: string, stem: (word: string) => string): string[] => {
  for (let at = word.length - 3; at >= 3; at--) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => index.find(stem(part)) >= 0)) return parts;
  }
  return [];
};

/** Reads a query: known words, continuations of an unfinished last word, corrections of unknown words. */
export function readQuery(index: SearchIndex, text: string): Query {
  const { stem, stopWords } = languageOf(index.head.locale);
  const all = queryWords(text);
  const telling = all.filter(({ forms }) => !forms.every((form) => stopWords.has(form)));
  const slots: Candidate[][] = [];
  let corrected = '';
  let copied = 0;
  const correct = (word: Word, replacement: string) => {
    corrected += text.slice(copied, word.start) + replacement;
    copied = word.end;
  };
  for (const word of telling.length > 0 ? telling : all) {
    const form = word.forms[0]!;
    const number = index.find(stem(form));
    const known = number < 0 ? [] : [{ number, trust: 1 }];
    const unfinished = word.end === text.length ? continuations(index, form) : [];
    if (known.length + unfinished.length > 0) {
      slots.push([...known, ...unfinished]);
      continue;
    }
    const near = nearest(index, stem(form));
    const parts = near?.trust === 0.7 ? [] : halves(index, form, stem);
    if (parts.length > 0) {
      slots.push(...parts.map((part) => [{ number: index.find(stem(part)), trust: 1 }]));
      correct(word, parts.join(' '));
    } else if (near) {
      slots.push([near]);
      correct(word, index.written(near.number));
    }
  }
  slots.push(...joinedSlots(index, all, stem));
  return copied > 0 ? { slots, corrected: corrected + text.slice(copied) } : { slots };
}
