/** Counts the time in which something is open and the page is visible. */
export interface Stopwatch {
  /** Milliseconds since the last call. */
  take(): number;
  stop(): void;
}

/** `onPause` is called when the page goes out of view: the last chance before it may be closed. */
export const startStopwatch = (now: () => number, onPause: () => void): Stopwatch => {
  const isVisible = () => document.visibilityState !== 'hidden';
  let since = isVisible() ? now() : undefined;
  let spent = 0;
  const bank = () => {
    if (since !== undefined) spent += Math.max(0, now() - since);
    since = isVisible() ? now() : undefined;
  };
  const onChange = () => {
    bank();
    if (!isVisible()) onPause();
  };
  document.addEventListener('visibilitychange', onChange);
  return {
    take() {
      bank();
      const taken = spent;
      spent = 0;
      return taken;
    },
    stop: () => document.removeEventListener('visibilitychange', onChange),
  };
};
