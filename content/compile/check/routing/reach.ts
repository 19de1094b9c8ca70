/** One way for a part of a condition to hold, and whether an earlier entry holds then too, as far as this part goes. */
export interface Alternative<Value, Earlier> {
  value: Value;
  takes(earlier: Earlier): boolean;
}

/** Comparisons that are left. Beyond them nothing is claimed, so that a huge table is no slow build. */
export interface Budget {
  left: number;
}

/** Values that no earlier entry takes, or the earlier entries that together take all; `unknown` where it was not worth the time. */
export type Reach<Value, Earlier> =
  | { is: 'free'; values: Value[] }
  | { is: 'taken'; by: Earlier[] }
  | { is: 'unknown' };

/**
 * Looks for one alternative of each part that no earlier entry takes. Exact: an entry takes a choice only when it takes
 * every part of it, and so it is out as soon as one part is not taken.
 */
export function reach<Value, Earlier>(
  parts: readonly (readonly Alternative<Value, Earlier>[])[],
  earlier: readonly Earlier[],
  budget: Budget,
): Reach<Value, Earlier> {
  if (parts.some((part) => part.length === 0)) return { is: 'unknown' };
  const taken: (readonly Earlier[])[] = [];
  const search = (place: number, left: readonly Earlier[]): Value[] | undefined => {
    if (left.length === 0) return parts.slice(place).map(([first]) => first!.value);
    const part = parts[place];
    if (!part) taken.push(left);
    if (!part || budget.left < 0) return undefined;
    for (const { value, rest } of fewest(part, left, budget)) {
      const found = search(place + 1, rest);
      if (found) return [value, ...found];
    }
    return undefined;
  };
  const values = search(0, earlier);
  if (values) return { is: 'free', values };
  return budget.left < 0 ? { is: 'unknown' } : { is: 'taken', by: together(taken, earlier) };
}

/** Alternatives by what is left after them; one that leaves all that another leaves cannot do better. */
function fewest<Value, Earlier>(
  part: readonly Alternative<Value, Earlier>[],
  left: readonly Earlier[],
  budget: Budget,
): { value: Value; rest: Earlier[] }[] {
  const kept: { value: Value; rest: Earlier[] }[] = [];
  const all: typeof kept = [];
  for (const { value, takes } of part) {
    if (budget.left < 0) return [];
    budget.left -= left.length;
    const rest = left.filter(takes);
    if (rest.length === 0) return [{ value, rest }];
    all.push({ value, rest });
  }
  for (const one of all.sort((a, b) => a.rest.length - b.rest.length)) {
    budget.left -= kept.length;
    const inside = new Set(one.rest);
    if (!kept.some(({ rest }) => rest.every((entry) => inside.has(entry)))) kept.push(one);
  }
  return kept;
}

/** Few entries of which every choice has one, in their order. */
function together<Earlier>(taken: readonly (readonly Earlier[])[], earlier: readonly Earlier[]): Earlier[] {
  const named = new Set<Earlier>();
  let open = taken;
  while (open.length > 0) {
    const counts = new Map<Earlier, number>();
    for (const entry of open.flat()) counts.set(entry, (counts.get(entry) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const next = earlier.find((entry) => counts.get(entry) === most)!;
    named.add(next);
    open = open.filter((entries) => !entries.includes(next));
  }
  return earlier.filter((entry) => named.has(entry));
}
