import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** What scrolls has to be reachable by key; what does not would only be one stop more. */
export const useReachable = <T extends HTMLElement>(): RefObject<T | null> => {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const look = () => {
      current.tabIndex = current.scrollHeight > current.clientHeight ? 0 : -1;
    };
    look();
    const observer = new ResizeObserver(look);
    for (const watched of [current, ...current.children]) observer.observe(watched);
    return () => observer.disconnect();
  });
  return element;
};
