import type { Tier } from '../../content/schema/tier.ts';

/** What happens to a ticket that says its tier cannot end it. */
export type Setback = { kind: 'reopened' } | { kind: 'handed-over'; from: Tier; to: Tier };

/** So often, and the tier has done what it can. */
const enough = 2;

/**
 * Up to which tier a ticket is exhausted by what happened to it, in order, since it came to `first`: reopened twice or
 * handed over twice adds the tier it happened at, and counting starts again there. So a ticket that goes back and forth
 * between two tiers leaves the lower one for good, and asking again without a new event gives the same.
 */
export function exhaustedBy(setbacks: readonly Setback[], first: Tier): 0 | Tier {
  let exhausted: 0 | Tier = 0;
  let tier = first;
  let count = { reopened: 0, 'handed-over': 0 };
  for (const setback of setbacks) {
    // Who hands up has tried; who gets it back will have tried.
    const at = setback.kind === 'handed-over' ? lower(setback.from, setback.to) : tier;
    if (setback.kind === 'handed-over') tier = setback.to;
    count[setback.kind] += 1;
    if (count[setback.kind] < enough) continue;
    exhausted = at > exhausted ? at : exhausted;
    count = { reopened: 0, 'handed-over': 0 };
  }
  return exhausted;
}

const lower = (one: Tier, other: Tier): Tier => (one < other ? one : other);
