import type { ContextItem } from '../../api/contract/page-context.ts';
import { redactItem } from '../../api/contract/redact-context.ts';
import type { DeviceStorage } from '../client/storage.ts';
import type { Entry } from './entry.ts';
import { createKeeper } from './keeper.ts';
import { type Stopwatch, startStopwatch } from './reading.ts';
import { type Place, surroundings } from './surroundings.ts';
import type { Trail } from './trail.ts';
import { addOpinion, addReading, addSearch, addSeconds, fresh, markStep, readId } from './tried.ts';

const mostFacts = 20;
type Fact = Extract<ContextItem, { kind: 'host' }>;

/** What the host application said of itself. A name past the twentieth is not taken. */
const addFacts = (facts: Map<string, Fact>, values: Parameters<Trail['host']>[0]): void => {
  for (const [name, value] of Object.entries(values)) {
    const fact = redactItem({ kind: 'host', id: `host-${name}`.slice(0, 120), name, value: String(value) });
    if (value === null || fact.kind !== 'host') facts.delete(name);
    else if (facts.has(name) || facts.size < mostFacts) facts.set(name, fact);
  }
};

/** The trail itself. `trail.ts` loads it beside the panel: nobody waits for it to search. */
export const createRecorder = ({ storage, now }: { storage: DeviceStorage; now: () => number }): Trail => {
  let entries: Entry[] = [];
  let place: Place = {};
  let reading: { id: string; watch: Stopwatch } | undefined;
  let lastAt = 0;
  let wiped = false;
  const facts = new Map<string, Fact>();
  const hidden = new Set<string>();
  const listeners = new Set<() => void>();
  const keeper = createKeeper(storage, () => ({ entries, hidden: [...hidden] }));

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const change = (next: Entry[]) => {
    entries = fresh(next, now());
    keeper.write();
    tell();
  };
  /** Grows even when the clock does not: entries are told apart by it. */
  const stamp = (): number => {
    lastAt = Math.max(now(), lastAt + 1);
    return lastAt;
  };
  const bankReading = () => {
    if (reading) entries = addSeconds(entries, reading.id, reading.watch.take());
  };
  const stopReading = () => {
    bankReading();
    reading?.watch.stop();
    reading = undefined;
  };
  const everything = (): ContextItem[] => {
    bankReading();
    entries = fresh(entries, now());
    return [...entries.map(({ item }) => item), ...surroundings(place), ...facts.values()];
  };
  const forgetTried = () => {
    stopReading();
    wiped = true;
    hidden.clear();
    change([]);
  };

  const ready = keeper
    .read()
    .then((kept) => {
      if (wiped) return;
      const newer = new Set(entries.map(({ item }) => item.id));
      for (const id of kept.hidden) hidden.add(id);
      if (kept.entries.length > 0) change([...kept.entries.filter(({ item }) => !newer.has(item.id)), ...entries]);
    })
    .catch(() => {});

  return {
    search: (query, results) => change(addSearch(entries, { query, results }, stamp())),
    open(document, title) {
      stopReading();
      const watch = startStopwatch(now, () => {
        bankReading();
        keeper.write();
      });
      reading = { id: readId(document), watch };
      change(addReading(entries, { id: document, title }, stamp()));
    },
    leave() {
      if (!reading) return;
      stopReading();
      change(entries);
    },
    helpful: (document, yes, reason) => change(addOpinion(entries, { document, yes, reason }, stamp())),
    step: (mark) => change(markStep(entries, mark, stamp())),
    host(values) {
      addFacts(facts, values);
      tell();
    },
    page(next) {
      place = next ?? {};
      tell();
    },
    items: () => everything().filter(({ id }) => !hidden.has(id)),
    remove(id) {
      hidden.add(id);
      change(entries);
    },
    removed: () => everything().filter(({ id }) => hidden.has(id)).length,
    restore() {
      hidden.clear();
      change(entries);
    },
    ready: () => ready,
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sent: forgetTried,
    clear() {
      facts.clear();
      forgetTried();
    },
  };
};
