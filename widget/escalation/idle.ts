/** Safari has no idle callbacks; a moment without typing comes close. */
const fallbackMs = 200;

/** Runs `work` when the browser has nothing better to do; answers how to call it off. */
export const whenIdle = (work: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(work, { timeout: 500 });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(work, fallbackMs);
  return () => clearTimeout(timer);
};
