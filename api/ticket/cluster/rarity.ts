import type { Compared, Weighed } from './compared.ts';

/**
 * How much a word tells: 1 when everybody in the window uses it, 1 more each time that half as many do. What one person alone says
 * is a way to put it: no more than 1 against whoever says it.
 */
export type Rarity = (word: string) => number;

export function rarityIn(all: readonly Compared[]): Rarity {
  const users = new Map<string, number>();
  for (const { words } of all) for (const word of words.keys()) users.set(word, (users.get(word) ?? 0) + 1);
  return (word) => {
    const count = users.get(word) ?? 1;
    return count === 1 ? 1 : Math.log2(1 + all.length / count);
  };
}

export const weightOf = (words: Iterable<string>, rarity: Rarity): number => {
  let sum = 0;
  for (const word of words) sum += rarity(word);
  return sum;
};

export const weigh = (ticket: Compared, rarity: Rarity): Weighed => ({
  ...ticket,
  weight: weightOf(ticket.words.keys(), rarity),
});
