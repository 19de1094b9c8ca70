/** A larger index stays where it is: nobody asked for ten megabytes of help. */
const mostFiles = 700;
/** Requests at the same time. */
const atOnce = 2;
/** Whoever types nothing for so long reads, or has gone. */
const restMs = 4_000;
/** After so many files, others have their turn. */
const batch = { files: 16, pauseMs: 1_000 };

interface LeisureParts {
  missing(): string[];
  /** Something is waited for. */
  isBusy(): boolean;
  /** Answers whether it could be had. */
  fetch(file: string): Promise<boolean>;
  /** The last one has come. */
  changed(): void;
}

/** Safari has no idle callback; a second later the page is idle too. */
const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(act, { timeout: 5_000 });
  else setTimeout(act, 1_000);
};

/** Whether a person pays for each megabyte, or waits long for it. */
export const isMetered = (connection: unknown): boolean => {
  const { saveData, effectiveType } = Object(connection);
  return saveData === true || /[23]g$/.test(String(effectiveType));
};

const connectionOf = (): unknown => ('connection' in navigator ? navigator.connection : undefined);

/** Fetches the whole of a large index, once somebody has searched: while nobody types and nothing else is waited for. */
export const fillAtLeisure = ({ missing, isBusy, fetch, changed }: LeisureParts) => {
  let isAllowed = false;
  let running = 0;
  let scheduled = false;
  let left = batch.files;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const under = new Set<string>();
  const wait = (ms: number) => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      left = batch.files;
      start();
    }, ms);
  };
  const step = () => {
    scheduled = false;
    if (pause || isBusy()) return;
    const rest = missing().filter((file) => !under.has(file));
    if (rest.length > mostFiles || isMetered(connectionOf())) return;
    for (const file of rest.slice(0, Math.min(atOnce - running, left))) void bring(file);
  };
  const start = () => {
    if (!isAllowed || pause || scheduled || running >= atOnce) return;
    scheduled = true;
    whenIdle(step);
  };
  const bring = async (file: string) => {
    running++;
    left--;
    under.add(file);
    const had = await fetch(file);
    running--;
    under.delete(file);
    // Without a network the rest cannot be had either: the next search allows another attempt.
    if (!had) {
      isAllowed = false;
      left = batch.files;
    } else if (missing().length === 0) changed();
    else if (left > 0) start();
    else if (!pause) wait(batch.pauseMs);
  };
  return {
    /** Somebody has searched. */
    allow() {
      isAllowed = true;
    },
    /** Somebody types: what is under way ends, and nothing more is fetched until they have rested. */
    rest: () => wait(restMs),
    /** Goes on when nothing is waited for. */
    start,
  };
};
