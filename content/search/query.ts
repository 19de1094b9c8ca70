import type { SearchOptions } from './engine.ts';
import type { SearchIndex } from './reader.ts';
import { queryWords, type Word } from './text.ts';
import { type Candidate, continuations, nearest } from './vocabulary.ts';
import { rarity } from './weight.ts';

/** A query as the dictionary understands it. */
export interface Query {
  /** For each thing asked for, the terms that can stand for it; a document is given its best one. */
  slots: Candidate[][];
  /** So many of the slots are words; behind them stand neighbours that are also known as one word. */
  words: number;
  /** The query with its corrected words, when there are any. */
  corrected?: string;
}

/** One word as the dictionary understands it; no slots when it is unknown and nothing is near. */
interface Reading {
  slots: Candidate[][];
  correction?: string;
}

/** So many neighbours are tried as one word: `log in` → `login`, `ERR_CONNECTION_REFUSED` → one identifier. */
const joinable = [2, 3, 4];

/** A pasted message is read up to here: the first words say what it is about, and typing stays quick. */
const longestQuery = 60;
const longestText = 2000;

const keepOnly = (files: Set<string>, kept: readonly string[]): void => {
  files.clear();
  for (const file of kept) files.add(file);
};

const filled = (slots: Candidate[][]): Candidate[][] => slots.filter((slot) => slot.length > 0);

/** Reads words with one index. `alone`: only one word tells anything, so a common one is what is asked for. */
const wordReader = (index: SearchIndex, verbatim: boolean, alone: boolean) => {
  const known = (form: string): Candidate[] => index.termsOf(form).map((found) => ({ ...found, trust: 1 }));
  /** Two words written as one: an amount and its unit (`147mb`), or the longest first half that works of `loginpage`. */
  const halves = (word: string): string[] => {
    const [, ...amount] = /^(\d+)(\D.*)$/.exec(word) ?? [];
    if (amount.length > 0 && known(amount[1]!).length > 0) return amount;
    // Two numbers are no reading of a third.
    for (let at = /\D/.test(word) ? word.length - 3 : 0; at >= 3; at--) {
      const parts = [word.slice(0, at), word.slice(at)];
      if (parts.every((part) => known(part).length > 0)) return parts;
    }
    return [];
  };
  /** `how to` are two words; and no file is fetched for the chance that two are one. */
  const mayJoin = (run: readonly string[]): boolean =>
    index.whole
      ? run.some((word) => !index.stopWords.has(word))
      : !index.stopWords.has(run[0]!) && index.areClose(run[0]!, run.join(''));
  const rarityOf = ({ part, number }: Candidate): number => rarity(part.frequency(number), index.documents);
  /** As one word they are no rarer than the rarest of them: `githubActions` is in few documents, and not what was asked. */
  const join = (run: readonly string[]): Candidate[] => {
    const whole = known(run.join(''));
    const most = Math.max(
      ...(whole.length > 0 ? run : []).flatMap((word) => (index.stopWords.has(word) ? [] : known(word).map(rarityOf))),
    );
    return most > 0 ? whole.map((one) => ({ ...one, trust: Math.min(1, most / rarityOf(one)) })) : whole;
  };
  const correct = (word: string): Reading => {
    // Another number or error code is another thing.
    const near = /\d/.test(word) ? undefined : nearest(index, word);
    const parts = near?.off === 1 ? [] : halves(word);
    if (parts.length > 0) return { slots: filled(parts.map(known)), correction: parts.join(' ') };
    if (!near) return { slots: [] };
    // As if it had been typed: the list is that of the words it is said to be for.
    const slots = index.stopWords.has(near.written) && !alone ? [] : filled([known(near.written)]);
    return { slots, correction: near.written };
  };
  return {
    read({ form, forms }: Word, unfinished: boolean): Reading {
      const exact = known(form);
      const more = unfinished ? continuations(index, form) : [];
      const slot = [
        ...exact,
        ...more.filter(({ part, number }) => !exact.some((one) => one.part === part && one.number === number)),
      ];
      if (slot.length > 0) return { slots: [slot] };
      // What is not here yet may know it.
      if (!index.partFor(form)) return { slots: [] };
      // A word cut otherwise than in the texts: its letter pairs stand for it.
      const pairs = filled(forms.slice(1).map(known));
      if (pairs.length > 0 || verbatim) return { slots: pairs };
      return correct(form);
    },
    /** Neighbours that the dictionary also knows as one word. */
    joins: (words: readonly string[]): Candidate[][] =>
      filled(
        words.flatMap((_, from) =>
          joinable
            .map((many) => words.slice(from, from + many))
            .filter((run, at) => run.length === joinable[at] && mayJoin(run))
            .map(join),
        ),
      ),
  };
};

/** Reads a query: known words, continuations of an unfinished last word, corrections of unknown words unless `verbatim`. */
export function readQuery(
  index: SearchIndex,
  text: string,
  { verbatim = false, hurried = false }: Pick<SearchOptions, 'verbatim' | 'hurried'> = {},
): Query {
  const { wanted } = index.files;
  const words = queryWords(text.slice(0, longestText), index.head.locale).slice(0, longestQuery);
  const telling = words.filter(({ form }) => !index.stopWords.has(form));
  const slots: Candidate[][] = [];
  let corrected = '';
  let copied = 0;
  // Nobody asks for "how to": what tells something is still to be typed.
  const read = telling.length > 0 || hurried ? telling : words;
  const reader = wordReader(index, verbatim, read.length === 1);
  for (const word of read) {
    const isUnfinished = word.end === text.length;
    const before = [...wanted];
    const reading = reader.read(word, isUnfinished);
    // The next letter may make it another word: nothing is fetched for this one.
    if (hurried && isUnfinished) keepOnly(wanted, before);
    slots.push(...reading.slots);
    if (reading.correction === undefined) continue;
    corrected += text.slice(copied, word.start) + reading.correction;
    copied = word.end;
  }
  const query = { slots: [...slots, ...reader.joins(words.map(({ form }) => form))], words: slots.length };
  return copied > 0 ? { ...query, corrected: corrected + text.slice(copied) } : query;
}
