import { Index } from 'flexsearch';
import type { Part } from './part.ts';
import type { SearchIndex } from './reader.ts';

/** Postings of one dictionary term, packed. */
export type Lookup = (part: Part, number: number) => readonly number[];

/** So many posting lists stay decoded: typing asks for the same words with every letter. */
const keptLists = 500;

/**
 * FlexSearch's Index over our lazy reader: `map` is where it finds the posting list of a term, as a list of slots.
 * One slot holds our packed numbers, which it takes for ids. A query of several words is never given to it: it would
 * join them with AND and order by position, where we sum weights (see rank.ts).
 */
export function createLookup(index: SearchIndex): Lookup {
  const map = {
    get(term: string): number[][] | undefined {
      const part = index.partFor(term);
      const number = part ? part.find(term) : -1;
      return part && number >= 0 ? [part.postings(number)] : undefined;
    },
  };
  const flexsearch = Object.assign(new Index({ encode: (term: string) => [term] }), { map });
  const limit = index.documents;
  const kept = new Map<string, number[]>();
  return (part, number) => {
    const term = part.terms[number] ?? '';
    let found = kept.get(term);
    if (!found) {
      found = flexsearch.search(term, { limit }).filter((packed) => typeof packed === 'number');
      if (kept.size >= keptLists) kept.clear();
      kept.set(term, found);
    }
    return found;
  };
}
