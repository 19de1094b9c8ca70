import { readBlock } from '../../content/search/block.ts';
import { fetchOpened } from './fetch-sealed.ts';
import type { FillParts } from './late-fill.ts';
import { fillAtLeisure } from './leisure.ts';

/** Requests at the same time. */
const atOnce = 4;
/** Whoever types no letter for so long has written the word. */
const pauseMs = 150;
/** After so long, what has come is shown, whatever else is on its way. */
const slowMs = 300;
/** Whoever types nothing for so long reads the list to its end. */
const restMs = 600;
/** What was out of reach is tried again after so long, each time twice as long as before. */
const againMs = { first: 5_000, most: 80_000 };
const mostRows = 20;

/** Brings files of a large index to the engine. */
export interface LoadedFill {
  /**
   * What the newest answer lacks, and its words: while they are being typed, only what finished ones need is fetched.
   * What an earlier answer lacked and nobody has started to fetch is let go.
   */
  want(files: readonly string[], words: string): void;
  /** Asks until nothing is missing any more. Rejects when a file is out of reach. */
  until<T extends { missing: string[] }>(ask: () => T): Promise<T>;
  /** Tries again what was out of reach. */
  retry(): void;
  /** Another index has taken the place of this one. */
  end(): void;
}

/** Fetches files of a large index, each once at a time, and hands them to the engine. */
export const startFill = (parts: FillParts): LoadedFill => {
  const { base, engine, renew = async () => {}, changed = () => {} } = parts;
  const { files } = engine;
  const keep = keeperOf(parts);
  const running = new Set<string>();
  /** Those that nobody waits for do not count: they take no place from a file that a query needs. */
  let leisurely = 0;
  /** What the newest answer lacks. */
  let wanted = new Set<string>();
  /** What somebody waits for, with who that is. */
  const needed = new Map<string, ((had: boolean) => void)[]>();
  let renewal: Promise<void> | undefined;
  let slow: ReturnType<typeof setTimeout> | undefined;
  let typed: string | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let patience = againMs.first;
  let ended = false;

  const fetchOne = async (file: string, isWanted: boolean): Promise<boolean> => {
    const kept = await keep.read(file);
    if (kept && files.take(file, kept, readBlock).ok) return true;
    const fetched = await fetchOpened(base + file, (bytes) => {
      const taken = files.take(file, bytes, readBlock);
      return taken.ok ? { ok: true, value: undefined } : taken;
    });
    if (!fetched.ok) return false;
    patience = againMs.first;
    void keep.write(file, fetched.bytes, isWanted);
    return true;
  };
  const retry = () => {
    clearTimeout(again);
    again = undefined;
    renewal = undefined;
    files.forgive();
    changed();
    leisure.start();
  };
  /** A deploy may have taken the file away: the help center is asked once before it counts as out of reach. */
  const lose = async (file: string) => {
    renewal ??= renew().catch(() => {});
    await renewal;
    files.lose(file);
    if (ended) return;
    addEventListener('online', retry, { once: true });
    if (again) return;
    again = setTimeout(retry, patience);
    patience = Math.min(2 * patience, againMs.most);
  };
  const settle = (file: string, had: boolean) => {
    running.delete(file);
    for (const tell of needed.get(file) ?? []) tell(had);
    needed.delete(file);
    // Once for all that the answer lacks: results that change at every file cannot be read.
    if (wanted.delete(file) && wanted.size === 0) changed();
    next();
  };
  const start = async (file: string) => {
    running.add(file);
    const had = await fetchOne(file, true);
    if (!had) await lose(file);
    settle(file, had);
  };
  const next = () => {
    for (const file of [...(typing ? finished() : wanted), ...needed.keys()]) {
      if (running.size - leisurely >= atOnce || ended) return;
      if (!running.has(file)) void start(file);
    }
    if (running.size === 0) leisure.start();
  };
  /** Those that wait for nothing better come when there is nothing to do. */
  const leisure = fillAtLeisure({
    missing: files.missing,
    isBusy: () => ended || needed.size + wanted.size > 0,
    async fetch(file) {
      running.add(file);
      leisurely++;
      const had = await fetchOne(file, false);
      leisurely--;
      // Who has begun to want it meanwhile waits for its end, or for another attempt.
      if (had || !(wanted.has(file) || needed.has(file))) settle(file, had);
      else void start(file);
      return had;
    },
    changed,
  });
  /** What the finished words of a query need, before the one that is being typed is known. */
  const finished = (): readonly string[] => engine.search(typed ?? '', 0, { hurried: true }).missing ?? [];
  const type = (words: string) => {
    if (words === typed) return;
    typed = words;
    leisure.rest();
    clearTimeout(typing);
    typing = setTimeout(() => {
      typing = undefined;
      next();
    }, pauseMs);
  };
  /** The rows below the first ones. */
  const rest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (ended || wanted.size > 0 || !typed) return;
      wanted = new Set(engine.search(typed, mostRows, { shown: mostRows }).missing);
      next();
    }, restMs);
  };
  const need = (file: string): Promise<boolean> =>
    new Promise((resolve) => {
      needed.set(file, [...(needed.get(file) ?? []), resolve]);
    });
  const showSlowly = () => {
    clearTimeout(slow);
    const before = files.missing().length;
    if (wanted.size > 0) slow = setTimeout(() => files.missing().length < before && changed(), slowMs);
  };

  return {
    want(missing, words) {
      // The list may be a frame older than what has come since.
      const lacking = new Set(files.missing());
      wanted = new Set(missing.filter((file) => lacking.has(file)));
      if (wanted.size < missing.length) changed();
      type(words);
      if (wanted.size > 0) leisure.allow();
      else rest();
      showSlowly();
      next();
    },
    async until(ask) {
      for (let answer = ask(); ; answer = ask()) {
        if (answer.missing.length === 0) {
          changed();
          return answer;
        }
        const had = Promise.all(answer.missing.map(need));
        next();
        if (!(await had).every(Boolean)) throw new Error('a part of the index is out of reach');
      }
    },
    retry,
    end() {
      ended = true;
      clearTimeout(slow);
      clearTimeout(typing);
      clearTimeout(resting);
      clearTimeout(again);
      removeEventListener('online', retry);
    },
  };
};

/** What was fetched is kept for the day the network is away; where nothing may be kept, that is all that is lost. */
const keeperOf = ({ locale, engine, lastGood, stale }: FillParts) => {
  const own = new Set(engine.files.missing());
  let cleared: Promise<void> | undefined;
  return {
    read: async (file: string) => (await lastGood.files?.())?.read(file),
    async write(file: string, bytes: Uint8Array<ArrayBuffer>, isWanted: boolean) {
      const kept = await lastGood.files?.();
      if (!kept || stale) return;
      cleared ??= kept.retain(`tz/${locale}-`, own);
      await cleared;
      await kept.write(file, bytes, isWanted);
    },
  };
};
