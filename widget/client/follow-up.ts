import { pollMs } from './backoff.ts';
import type { Outbox } from './outbox.ts';
import type { Refreshed, Requests } from './requests.ts';

/** In the background: replies take hours, nobody looks. With the thread open: somebody does. */
const background = { first: 20_000, longest: 300_000 };
const foreground = { first: 5_000, longest: 60_000 };

export interface FollowUpOptions {
  outbox: Outbox;
  requests: Requests;
  now: () => number;
  /** In [0, 1). */
  random: () => number;
}

/** Keeps the queue going out and the threads read. */
export interface FollowUp {
  /** Tries and looks now. */
  wake(): void;
  /** This thread is in view: it is looked at more often. Answers the end of that. */
  watch(reference: string): () => void;
  stop(): void;
}

const isVisible = (): boolean => document.visibilityState !== 'hidden';

/** One timer that is set again and again. */
const createTimer = (run: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const set = (ms: number) => {
    stop();
    timer = setTimeout(run, ms);
  };
  return { set, stop };
};

/** Sends what waits: at once, when due, when the network is back, when the page is looked at again. */
const followOutbox = ({ outbox, now }: FollowUpOptions) => {
  let stopped = false;
  const deliver = async (eager: boolean) => {
    const next = await outbox.deliver(eager);
    if (!stopped && next !== undefined) timer.set(Math.max(0, next - now()));
  };
  /** Whatever went wrong here is no error of the host page, and what waits still has to go out. */
  const run = (eager: boolean) => {
    deliver(eager).catch(() => {
      if (!stopped) timer.set(foreground.longest);
    });
  };
  const timer = createTimer(() => run(false));
  const stopListening = outbox.on(({ kind }) => {
    if (kind === 'changed') run(false);
  });
  const stop = () => {
    stopped = true;
    timer.stop();
    stopListening();
  };
  return { wake: () => run(true), stop };
};

/** Reads the threads while the page is visible, ever less often while nothing happens. */
const followThreads = ({ outbox, requests, random }: FollowUpOptions) => {
  let stopped = false;
  let quiet = 0;
  let watched: string | undefined;
  let latest = 0;
  const next = (result: Refreshed): number => {
    quiet = result.changed ? 0 : quiet + 1;
    const wait = pollMs(quiet, watched ? foreground : background, random());
    const { failure } = result;
    return Math.max(wait, failure?.kind === 'problem' ? (failure.retryAfterMs ?? 0) : 0);
  };
  const look = async () => {
    const mine = ++latest;
    if (stopped || !isVisible()) return;
    const result = await requests.refresh(watched);
    const pending = watched !== undefined || (await requests.open());
    // A later look has its own timer.
    if (!stopped && pending && mine === latest) timer.set(next(result));
  };
  const run = () => {
    look().catch(() => {
      if (!stopped) timer.set(background.longest);
    });
  };
  const timer = createTimer(run);
  const wake = () => {
    quiet = 0;
    timer.stop();
    run();
  };
  const stopListening = outbox.on(({ kind }) => {
    if (kind === 'sent' || kind === 'gone') wake();
  });
  const stop = () => {
    stopped = true;
    timer.stop();
    stopListening();
  };
  const watch = (reference: string | undefined) => {
    watched = reference;
    wake();
  };
  return { wake, stop, watch, watched: () => watched };
};

/** Until it is stopped. */
export const startFollowUp = (options: FollowUpOptions): FollowUp => {
  const queue = followOutbox(options);
  const threads = followThreads(options);
  const wake = () => {
    queue.wake();
    threads.wake();
  };
  const onVisible = () => {
    if (isVisible()) wake();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', onVisible);
  wake();
  return {
    wake,
    watch(reference) {
      threads.watch(reference);
      return () => {
        if (threads.watched() === reference) threads.watch(undefined);
      };
    },
    stop() {
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', onVisible);
      queue.stop();
      threads.stop();
    },
  };
};
