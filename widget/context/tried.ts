import { redactItem } from '../../api/contract/redact-context.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { Entry, Tried } from './entry.ts';

/** Long enough to try what an article says; tomorrow's problem is another one. */
const forgottenAfterMs = 2 * 3_600_000;
/** With 20 facts of the host, page and browser: the contract's 80. */
const mostEntries = 58;
/** A search typed on within this time is the same search. */
const sameSearchMs = 30_000;

const findItem = (entries: Entry[], id: string): Entry | undefined => entries.find(({ item }) => item.id === id);

/** What replaces an entry moves to the end: the list stays in the order things happened. */
const put = (entries: Entry[], item: Tried, { at, ms = 0 }: { at: number; ms?: number }): Entry[] => {
  const kept = redactItem(item);
  if (kept.kind !== 'search' && kept.kind !== 'read' && kept.kind !== 'step') return entries;
  return [...entries.filter((entry) => entry.item.id !== item.id), { at, item: kept, ms }];
};

export const fresh = (entries: Entry[], now: number): Entry[] =>
  entries.filter(({ at }) => now - at < forgottenAfterMs).slice(-mostEntries);

/** The entry that this search continues or repeats. */
const sameSearch = (entries: Entry[], words: string, at: number): Entry | undefined => {
  const last = entries.at(-1);
  if (last?.item.kind === 'search' && at - last.at < sameSearchMs) {
    const { query } = last.item;
    if (words.startsWith(query) || query.startsWith(words)) return last;
  }
  return entries.find(({ item }) => item.kind === 'search' && item.query === words);
};

export const addSearch = (entries: Entry[], found: { query: string; results: number }, at: number): Entry[] => {
  const query = found.query.trim();
  if (query === '') return entries;
  const id = sameSearch(entries, query, at)?.item.id ?? `search-${at.toString(36)}`;
  return put(entries, { kind: 'search', id, query, results: found.results }, { at });
};

export const readId = (document: DocumentId): string => `read-${document}`;

/** Reading it again adds to the seconds and keeps what was said of it. */
export const addReading = (entries: Entry[], { id, title }: { id: DocumentId; title: string }, at: number): Entry[] => {
  const before = findItem(entries, readId(id));
  const kept = before?.item.kind === 'read' ? before.item : { seconds: 0 };
  return put(entries, { ...kept, kind: 'read', id: readId(id), document: id, title }, { at, ms: before?.ms ?? 0 });
};

/** What the contract takes: a tab may stay open for days, and a clock may be set back. */
const withinDay = (seconds: number): number => Math.min(86_400, Math.max(0, Math.round(seconds)));

export const addSeconds = (entries: Entry[], id: string, spentMs: number): Entry[] =>
  entries.map((entry) => {
    if (entry.item.id !== id || entry.item.kind !== 'read') return entry;
    const ms = entry.ms + spentMs;
    return { ...entry, ms, item: { ...entry.item, seconds: withinDay(ms / 1_000) } };
  });

export const addOpinion = (
  entries: Entry[],
  { document, yes, reason }: { document: DocumentId; yes: boolean; reason?: string | undefined },
  at: number,
): Entry[] => {
  const entry = findItem(entries, readId(document));
  if (entry?.item.kind !== 'read') return entries;
  const { reason: _, ...item } = entry.item;
  return put(entries, { ...item, helpful: yes, ...(reason ? { reason } : {}) }, { at, ms: entry.ms });
};

/** A walkthrough step, counted from 1. `done: false` takes the mark back. */
export interface StepMark {
  walkthrough: DocumentId;
  title: string;
  step: number;
  of: number;
  done: boolean;
  /** Its name, and how long it took, where a page was led through it. */
  name?: string;
  seconds?: number;
  /** Why it could not go on. It is not done then, and kept all the same. */
  blocked?: string;
}

export const markStep = (entries: Entry[], { done, seconds, ...step }: StepMark, at: number): Entry[] => {
  const id = `step-${step.walkthrough}-${step.step}`;
  const took = seconds === undefined ? {} : { seconds: withinDay(seconds) };
  return done || step.blocked
    ? put(entries, { kind: 'step', id, ...step, ...took }, { at })
    : entries.filter(({ item }) => item.id !== id);
};
