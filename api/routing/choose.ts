import type { Group } from '../../content/schema/group.ts';
import type { Tier } from '../../content/schema/tier.ts';

/** What a ticket asks of a group. */
export interface Needs {
  skills: readonly string[];
  access: readonly string[];
  language: string;
  exhausted: number;
}

export interface Choice {
  tier: Tier;
  group: Group;
  /** Nobody is left who could and has not: whoever leads has to know. */
  isLast: boolean;
}

export const tiers: readonly Tier[] = [1, 2, 3];

const has = (all: readonly string[], wanted: readonly string[]) => wanted.every((one) => all.includes(one));
export const isCapable = (group: Group, { skills, access }: Pick<Needs, 'skills' | 'access'>): boolean =>
  has(group.skills, skills) && has(group.access, access);

/**
 * The lowest tier where a group can solve it and that is not exhausted. When there is none, the highest that could, and
 * that failing the highest there is: every ticket has a group.
 */
export function choose(groups: readonly Group[], needs: Needs, isOpen: (group: Group) => boolean): Choice {
  const of = (tier: Tier) => groups.filter((group) => group.tier === tier && isCapable(group, needs));
  const lowest = tiers.find((tier) => tier > needs.exhausted && of(tier).length > 0);
  if (lowest !== undefined) return { tier: lowest, group: best(of(lowest), needs, isOpen), isLast: false };
  const highest = tiers.findLast((tier) => of(tier).length > 0);
  const left = highest === undefined ? groups.filter(({ tier }) => tier === highestOf(groups)) : of(highest);
  const group = best(left, needs, isOpen);
  return { tier: group.tier, group, isLast: true };
}

const highestOf = (groups: readonly Group[]): number => Math.max(...groups.map(({ tier }) => tier));

export const speaks = (group: Group, language: string): boolean =>
  group.languages.length === 0 || group.languages.includes(language);

/** Who speaks the language before who does not, own people before partners, who works now before who sleeps, then the order of the file. */
function best(groups: readonly Group[], { language }: Needs, isOpen: (group: Group) => boolean): Group {
  const rank = (group: Group) => (speaks(group, language) ? 0 : 4) + (group.partner ? 2 : 0) + (isOpen(group) ? 0 : 1);
  const [first] = groups.map((group) => ({ group, rank: rank(group) })).toSorted((one, other) => one.rank - other.rank);
  if (!first) throw new Error('Routing has no group.');
  return first.group;
}
