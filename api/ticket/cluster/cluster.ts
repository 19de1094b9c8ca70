import { asWritten } from './as-written.ts';
import { byAge, type Comparable, type Compared, compared, type Weighed } from './compared.ts';
import { coreOf, type Group, join, likeness, newGroup } from './group.ts';
import { type Rarity, rarityIn, weigh } from './rarity.ts';
import { wordsOf } from './words.ts';

/** Tickets that are alike, the oldest first. */
export interface Found {
  tickets: Comparable[];
  topic: string;
  code: string | undefined;
  /** What most of them say, the most telling first, as one of them wrote it. */
  words: string[];
}

/** Two are a coincidence. */
const fewest = 3;
/** A word of more groups than this tells none of them from another. */
const mostGroups = 50;
/** Of those that share the most, so many are compared. */
const mostCompared = 8;
const shownWords = 5;

/**
 * Tickets that are alike, the largest group first. The same error code makes tickets alike, whatever language they are written in;
 * otherwise topic or area, and enough of the telling words. Pure: the same tickets in any order give the same answer.
 */
export function clustersOf(tickets: readonly Comparable[]): Found[] {
  const steps = clustering(tickets);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Some ten milliseconds of work. */
const slice = 25;

/** The same, in steps: whoever has others to serve does so in between. */
export function* clustering(tickets: readonly Comparable[]): Generator<undefined, Found[], undefined> {
  const read: Compared[] = [];
  for (const ticket of tickets) {
    read.push(compared(ticket));
    if (read.length % (4 * slice) === 0) yield undefined;
  }
  const rarity = rarityIn(read);
  const all = read.map((ticket) => weigh(ticket, rarity)).sort(byAge);
  const groups = byCode(all);
  const index = createIndex(groups);
  const placed = new Set(groups.flatMap(({ members }) => members));
  for (const [place, ticket] of all.entries()) {
    if (place % slice === slice - 1) yield undefined;
    if (placed.has(ticket)) continue;
    const best = bestOf(index.near(ticket, rarity), ticket, rarity);
    const group = best ?? newGroup();
    join(group, ticket);
    index.add(group, ticket);
    if (!best) groups.push(group);
  }
  return groups
    .map((group) => withoutStrangers(group, rarity))
    .filter(({ members }) => members.length >= fewest)
    .map((group) => described(group, rarity))
    .sort(bySize);
}

/** Whoever gives several codes stands with the one that most others give. */
function byCode(all: readonly Weighed[]): Group[] {
  const counts = new Map<string, number>();
  for (const { codes } of all) for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const groups = new Map<string, Group>();
  for (const ticket of all) {
    const [code] = ticket.codes
      .filter((one) => (counts.get(one) ?? 0) >= fewest)
      .sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1));
    if (code === undefined) continue;
    const group = groups.get(code) ?? newGroup(code);
    groups.set(code, group);
    join(group, ticket);
  }
  return [...groups.values()];
}

/** Groups by the words of their members: only those that share enough of them are compared. */
function createIndex(groups: readonly Group[]) {
  const having = new Map<string, Set<Group>>();
  const add = (group: Group, { words }: Weighed) => {
    for (const word of words.keys()) {
      const known = having.get(word);
      if (known) known.add(group);
      else having.set(word, new Set([group]));
    }
  };
  for (const group of groups) for (const member of group.members) add(group, member);
  return {
    add,
    /** Words that are everywhere find nothing; they count once a group is found. */
    near({ words }: Weighed, rarity: Rarity): Group[] {
      const shared = new Map<Group, number>();
      for (const word of words.keys()) {
        const some = having.get(word);
        if (!some || some.size > mostGroups) continue;
        const told = rarity(word);
        for (const group of some) shared.set(group, (shared.get(group) ?? 0) + told);
      }
      return [...shared]
        .sort(([, one], [, other]) => other - one)
        .slice(0, mostCompared)
        .map(([group]) => group);
    },
  };
}

function bestOf(groups: Iterable<Group>, ticket: Weighed, rarity: Rarity): Group | undefined {
  let best: { group: Group; alike: number } | undefined;
  for (const group of groups) {
    const alike = likeness(group, ticket, rarity);
    if (alike !== undefined && (!best || alike > best.alike)) best = { group, alike };
  }
  return best?.group;
}

/** What a group is about may have moved since somebody joined: in the end each of them is like what most of them say. */
function withoutStrangers(group: Group, rarity: Rarity): Group {
  let current = group;
  for (;;) {
    const stay = current.members.filter((member) => likeness(current, member, rarity) !== undefined);
    if (stay.length === current.members.length) return current;
    const next = newGroup(current.code);
    for (const member of stay) join(next, member);
    next.topics = current.topics;
    next.areas = current.areas;
    current = next;
  }
}

function described(group: Group, rarity: Rarity): Found {
  const { members, code } = group;
  const sorted = members.toSorted(byAge);
  const shared = sorted.map(({ ticket }) => ticket);
  // What the code says already says nothing more beside it.
  const said = wordsOf(code ?? '');
  const words = [...coreOf(group)]
    .filter((word) => !said.has(word))
    .sort((one, other) => rarity(other) - rarity(one) || (one < other ? -1 : 1))
    .slice(0, shownWords)
    .map((word) => sorted.find(({ words }) => words.has(word))?.words.get(word) ?? word);
  return { tickets: shared, topic: commonTopic(sorted), code: code && asWritten(code, shared), words };
}

/** What most of them are about; of two, what the oldest is. */
function commonTopic(members: readonly Weighed[]): string {
  const counts = new Map<string, number>();
  for (const { ticket } of members) counts.set(ticket.topic, (counts.get(ticket.topic) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const bySize = ({ tickets: one }: Found, { tickets: other }: Found): number =>
  other.length - one.length || ((one[0]?.id ?? '') < (other[0]?.id ?? '') ? -1 : 1);
