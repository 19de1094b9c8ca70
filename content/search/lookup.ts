import { Index } from 'flexsearch';
import type { SearchIndex } from './reader.ts';

/** Documents and impacts of one dictionary term, packed. */
export type Lookup = (number: number) => number[];

/**
 * FlexSearch's Index over our lazy reader: `map` is where it finds the posting list of a term, as a list of slots.
 * One slot holds our packed numbers, which it takes for ids. A query of several words is never given to it: it would
 * join them with AND and order by position, where we sum impacts (see engine.ts).
 */
export function createLookup(index: SearchIndex): Lookup {
  const map = {
    get(term: string): number[][] | undefined {
      const number = index.find(term);
      return number < 0 ? undefined : [index.postings(number)];
    },
  };
  const flexsearch = Object.assign(new Index({ encode: (term: string) => [term] }), { map });
  const limit = index.head.records.length;
  return (number) =>
    flexsearch.search(index.terms[number] ?? '', { limit }).filter((packed) => typeof packed === 'number');
}
