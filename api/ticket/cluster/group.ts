import type { Weighed } from './compared.ts';
import { type Rarity, weightOf } from './rarity.ts';

/** Tickets that are alike so far. */
export interface Group {
  /** That all of its first members share. */
  code: string | undefined;
  topics: Set<string>;
  areas: Set<string>;
  members: Weighed[];
  /** How many members use a word. */
  users: Map<string, number>;
  /** Of the words of all members. */
  weight: number;
  /** What more than half of them say; known until somebody joins. */
  core: ReadonlySet<string> | undefined;
}

export const newGroup = (code?: string): Group => ({
  code,
  topics: new Set(),
  areas: new Set(),
  members: [],
  users: new Map(),
  weight: 0,
  core: undefined,
});

export function join(group: Group, ticket: Weighed): void {
  // What it is about is what the first said, or all who share a code: it does not grow with whoever is alike.
  if (group.members.length === 0 || isCoded(group, ticket)) {
    group.topics.add(ticket.ticket.topic);
    if (ticket.area !== undefined) group.areas.add(ticket.area);
  }
  group.members.push(ticket);
  group.weight += ticket.weight;
  group.core = undefined;
  for (const word of ticket.words.keys()) group.users.set(word, (group.users.get(word) ?? 0) + 1);
}

const isCoded = ({ code }: Group, ticket: Weighed): boolean => code !== undefined && ticket.codes.includes(code);

/** What more than half of them say. Whoever joins is compared with this, so that nobody comes in through one member alone. */
export function coreOf(group: Group): ReadonlySet<string> {
  const most = group.members.length / 2;
  group.core ??= new Set([...group.users].flatMap(([word, count]) => (count > most ? [word] : [])));
  return group.core;
}

/** So many words in common, and telling so much: three that everybody uses, or two of which one is rare. */
const least = { words: 2, told: 3 };
/** A share of what the core says, once there is one, and of what both the ticket and a member say as a rule. */
const share = { core: 0.5, both: 0.35 };

/**
 * How alike a ticket is to a group, 0 to 1; `undefined` when it is not: about something else, with another error, or with too
 * little in common.
 */
export function likeness(group: Group, ticket: Weighed, rarity: Rarity): number | undefined {
  if (isCoded(group, ticket)) return 1;
  if (ticket.codes.length > 0 && (group.code !== undefined || hasOtherCode(group, ticket))) return undefined;
  const isAbout = group.topics.has(ticket.ticket.topic) || (ticket.area !== undefined && group.areas.has(ticket.area));
  if (!isAbout) return undefined;
  const core = coreOf(group);
  const common = [...ticket.words.keys()].filter((word) => core.has(word));
  const told = weightOf(common, rarity);
  if (common.length < least.words || told < least.told) return undefined;
  const both = told / Math.sqrt((group.weight / group.members.length) * ticket.weight);
  const isInCore = group.members.length === 1 || told / weightOf(core, rarity) >= share.core;
  return isInCore && both >= share.both ? both : undefined;
}

const hasOtherCode = ({ members }: Group, { codes }: Weighed): boolean =>
  members.some((member) => member.codes.length > 0 && !member.codes.some((code) => codes.includes(code)));
