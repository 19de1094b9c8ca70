/** A larger index stays where it is: nobody asked for ten megabytes of help. */
const mostFiles = 700;
/** Requests at the same time. */
const atOnce = 2;

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

/** Fetches the whole of a large index while nothing else is waited for, once somebody has searched. */
export const fillAtLeisure = ({ missing, isBusy, fetch, changed }: LeisureParts) => {
  let isAllowed = false;
  let running = 0;
  let scheduled = false;
  const under = new Set<string>();
  const step = () => {
    scheduled = false;
    if (isBusy()) return;
    const rest = missing().filter((file) => !under.has(file));
    if (rest.length > mostFiles || isMetered(connectionOf())) return;
    for (const file of rest.slice(0, atOnce - running)) void bring(file);
  };
  const start = () => {
    if (!isAllowed || scheduled || running >= atOnce) return;
    scheduled = true;
    whenIdle(step);
  };
  const bring = async (file: string) => {
    running++;
    under.add(file);
    const had = await fetch(file);
    running--;
    under.delete(file);
    // Without a network the rest cannot be had either: the next search allows another attempt.
    if (!had) isAllowed = false;
    else if (missing().length === 0) changed();
    else start();
  };
  return {
    /** Somebody has searched. */
    allow() {
      isAllowed = true;
    },
    /** Goes on when nothing is waited for. */
    start,
  };
};
