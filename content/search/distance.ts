/** Longest word that is compared; dictionary entries and what is typed are shorter. */
const longest = 64;
// Three rows of the table, used in turn: words are compared by the thousand.
const rows = [new Uint8Array(longest), new Uint8Array(longest), new Uint8Array(longest)] as const;

/**
 * Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of neighbours
 * that lead from one word to the other, or `limit + 1` as soon as there are more than `limit`.
 */
export function distance(from: string, to: string, limit: number): number {
  const over = limit + 1;
  let end = from.length;
  let toEnd = to.length;
  if (Math.abs(end - toEnd) > limit || Math.max(end, toEnd) >= longest) return over;
  let start = 0;
  while (start < end && start < toEnd && from[start] === to[start]) start++;
  while (end > start && toEnd > start && from[end - 1] === to[toEnd - 1]) {
    end--;
    toEnd--;
  }
  const width = toEnd - start;
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= width; j++) last[j] = j;
  let lastBest = 0;
  for (let i = 1; i <= end - start; i++) {
    row[0] = i;
    let best = i;
    const letter = from[start + i - 1];
    for (let j = 1; j <= width; j++) {
      const other = to[start + j - 1];
      let value = Math.min(last[j - 1]! + (letter === other ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && letter === to[start + j - 2] && from[start + i - 2] === other;
      if (swapped) value = Math.min(value, beforeLast[j - 2]! + 1);
      row[j] = value;
      best = Math.min(best, value);
    }
    // A swap reaches back two rows, so one row above the limit is not yet the end.
    if (best > limit && lastBest > limit) return over;
    lastBest = best;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[width]!, over);
}
