import type { Box } from '../anchor/visible.ts';

/** What can be seen of the page. */
export const viewBox = (): Box => {
  const { clientWidth, clientHeight } = document.documentElement;
  const seen = visualViewport;
  // What is fixed counts from the layout viewport; a keyboard takes from the visual one.
  return seen?.scale === 1
    ? { left: seen.offsetLeft, top: seen.offsetTop, width: Math.min(clientWidth, seen.width), height: seen.height }
    : { left: 0, top: 0, width: clientWidth, height: clientHeight };
};

export const bringIntoView = (element: Element): void => {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: isCalm ? 'auto' : 'smooth' });
};
