import { brotliBytes } from './bytes.ts';

/** What an index says, however it is written. */
export interface IndexContent {
  /** Terms in their order. */
  terms: readonly string[];
  /** What posting lists name: articles, and sections where the index has lists of them. */
  units: readonly { name: string; count: number; frequencies: readonly number[] }[];
  /** The weights that are stored, one list for each kind of them. */
  weights: readonly { name: string; values: readonly number[] }[];
}

/** Bytes below which nobody gets who knows the same about the texts and nothing about how words go together. */
export interface Floor {
  postings: Record<string, number>;
  weights: Record<string, number>;
  dictionary: number;
  total: number;
}

/** log2 of n! for every n up to `most`: log-gamma at whole numbers. */
const logFactorials = (most: number): Float64Array => {
  const sums = new Float64Array(most + 1);
  for (let n = 2; n <= most; n++) sums[n] = sums[n - 1]! + Math.log2(n);
  return sums;
};

/** Bytes that say which units have each term when nothing but their number is known: Σ log2 C(N, df) / 8. */
export function postingsFloor(count: number, frequencies: readonly number[]): number {
  const factorial = logFactorials(count);
  let bits = 0;
  for (const having of frequencies) bits += factorial[count]! - factorial[having]! - factorial[count - having]!;
  return bits / 8;
}

/** Bytes of values drawn one by one from their own distribution: their empirical entropy of order 0. */
export function entropy(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count * Math.log2(count / values.length);
  return bits / 8;
}

const total = (parts: Record<string, number>): number => Object.values(parts).reduce((sum, bytes) => sum + bytes, 0);
const rounded = (parts: [string, number][]): Record<string, number> =>
  Object.fromEntries(parts.map(([name, bytes]) => [name, Math.round(bytes)]));

/** The information floor: postings of every unit, entropy of the weights, and the dictionary, brotli 11. */
export function floorOf({ terms, units, weights }: IndexContent): Floor {
  const postings = rounded(units.map(({ name, count, frequencies }) => [name, postingsFloor(count, frequencies)]));
  const stored = rounded(weights.map(({ name, values }) => [name, entropy(values)]));
  const dictionary = brotliBytes(new TextEncoder().encode(terms.join('\n')));
  return { postings, weights: stored, dictionary, total: total(postings) + total(stored) + dictionary };
}
