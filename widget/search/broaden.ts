import type { SearchHead } from '../../content/schema/search-record.ts';

/** Shorter than this, a beginning means nothing. */
const shortest = 4;

/**
 * A query that finds something where the written one finds nothing: the beginning of one of its words, the longest
 * word first, cut letter by letter to three fifths.
 */
export const broaden = (query: string, finds: (words: string) => boolean): string | undefined => {
  const words = query.split(/\s+/).filter((word) => word.length > shortest);
  for (const word of words.sort((a, b) => b.length - a.length).slice(0, 4)) {
    const least = Math.max(shortest, Math.floor(word.length * 0.6));
    for (let length = word.length - 1; length >= least; length--) {
      const start = word.slice(0, length);
      if (finds(start)) return start;
    }
  }
  return undefined;
};

const beginnings = (text: string): Set<string> =>
  new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) => word.slice(0, 4)));

/** Categories for a query without results: those whose words begin like the query's, then the largest. */
export const nearestCategories = (query: string, categories: SearchHead['categories'], limit: number) => {
  const wanted = beginnings(query);
  const score = ({ title, description }: SearchHead['categories'][number]) =>
    [...beginnings(`${title} ${description}`)].filter((start) => wanted.has(start)).length;
  return categories
    .map((category) => ({ category, score: score(category) }))
    .sort((a, b) => b.score - a.score || b.category.count - a.category.count)
    .slice(0, limit)
    .map(({ category }) => category);
};
