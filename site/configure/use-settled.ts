import { useEffect, useState } from 'preact/hooks';

/** How long nothing is typed before a page is loaded for it, and before the address is written. */
const pauseMs = 300;

/** The value once it has stayed the same for a moment. */
export const useSettled = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
