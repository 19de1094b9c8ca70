import { pollMs } from '../../widget/client/backoff.ts';

/** What a look came to. */
interface Look {
  /** Something was new: look again soon. */
  changed: boolean;
  /** The API asked to be left alone this long. */
  retryAfterMs?: number | undefined;
}

export interface PollOptions {
  look: () => Promise<Look>;
  /** Milliseconds after a look that found something new; read anew each time. */
  first: number;
  /** Milliseconds at most, however quiet it is. */
  longest: number;
  /** In [0, 1): many pages that were opened together do not ask together. */
  random: () => number;
}

export interface Poll {
  /** Looks now, and often again. */
  wake(): void;
  stop(): void;
}

/**
 * Looks at once, then ever less often while nothing happens; not while the page is hidden. Somebody who comes back to the
 * page, or whose network does, sees the present state at once.
 */
export const startPoll = (options: PollOptions): Poll => {
  const { look, random } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let quiet = 0;
  let latest = 0;

  const run = async () => {
    const mine = ++latest;
    if (stopped || document.visibilityState === 'hidden') return;
    const { changed, retryAfterMs = 0 } = await look();
    // A later look has its own timer.
    if (stopped || mine !== latest) return;
    quiet = changed ? 0 : quiet + 1;
    timer = setTimeout(run, Math.max(retryAfterMs, pollMs(quiet, options, random())));
  };
  const wake = () => {
    quiet = 0;
    clearTimeout(timer);
    void run();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };

  document.addEventListener('visibilitychange', onVisible);
  window.addEventListener('online', wake);
  // What is shown from now on is old: a look that fails says so at once.
  window.addEventListener('offline', wake);
  wake();
  return {
    wake,
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', wake);
    },
  };
};
