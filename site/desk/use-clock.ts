import { useEffect, useState } from 'preact/hooks';

/** The present instant, fresh every `everyMs`, for words such as "3 hr left". */
export const useClock = (now: () => number, everyMs = 20_000): number => {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), everyMs);
    return () => clearInterval(timer);
  }, [now, everyMs]);
  return at;
};
