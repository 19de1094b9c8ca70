/**
 * How a term becomes a word that is written: these letters at its end give way to those. `i>y` makes `categori`
 * category, `>ing` makes `cancel` canceling, `>` leaves it as it is. The index carries the endings it saw, so whoever
 * reads it needs no stemmer: the words of the texts lead to their terms, and so do endings that other words have.
 */
interface Ending {
  drop: string;
  add: string;
}

/** The ending that makes `term` the word `form`. */
export function endingBetween(term: string, form: string): string {
  let shared = 0;
  while (shared < term.length && term[shared] === form[shared]) shared++;
  return `${term.slice(shared)}>${form.slice(shared)}`;
}

/** A line that stands for no endings: the word is to be looked up under that term. */
export const pointerTo = (term: string): string => `<${term}`;
const isPointer = (line: string): boolean => line.startsWith('<');

/** A line of the index: endings with a comma between, the most frequent word's first. */
const parse = (line: string): Ending[] =>
  (isPointer(line) ? '>' : line).split(',').map((ending) => {
    const at = ending.indexOf('>');
    return { drop: ending.slice(0, at), add: ending.slice(at + 1) };
  });

/** The words that a term becomes by a line of endings. */
export const wordsBy = (line: string, term: string): string[] =>
  parse(line).map(({ drop, add }) => term.slice(0, term.length - drop.length) + add);

/** An ending of lists so far from the most frequent one belongs to irregular words, and tells nothing of others. */
export const commonLists = 64;

/** A term a word may stand under, if there is such a term. */
interface Possible {
  term: string;
  /** Lists that have this ending. */
  lists: ReadonlySet<number>;
  /** Many words have it, so that this one may too. */
  common: boolean;
}

export interface Endings {
  /** The term that a word with this list is to be looked up under. */
  pointer(list: number): string | undefined;
  /** The words a term with this list becomes, most frequent first. */
  written(term: string, list: number): string[];
  /** Terms that become `form` by some ending, the shortest endings first. */
  termsOf(form: string): Possible[];
}

export function createEndings(lines: readonly string[]): Endings {
  const lists = lines.map(parse);
  const known = new Map<string, Map<string, Set<number>>>();
  let longest = 0;
  lists.forEach((list, number) => {
    for (const { drop, add } of list) {
      const drops = known.get(add) ?? new Map<string, Set<number>>();
      known.set(add, drops);
      drops.set(drop, (drops.get(drop) ?? new Set()).add(number));
      longest = Math.max(longest, add.length);
    }
  });
  return {
    pointer: (list) => (isPointer(lines[list] ?? '') ? lines[list]!.slice(1) : undefined),
    written: (term, list) => (lists[list] ?? []).map(({ drop, add }) => term.slice(0, term.length - drop.length) + add),
    termsOf(form) {
      const found: Possible[] = [];
      for (let cut = 0; cut <= Math.min(longest, form.length); cut++) {
        const base = form.slice(0, form.length - cut);
        for (const [drop, lists] of known.get(form.slice(base.length)) ?? [])
          found.push({ term: base + drop, lists, common: Math.min(...lists) < commonLists });
      }
      return found;
    },
  };
}
