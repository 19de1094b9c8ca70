/**
 * Calls back once a frame, after the page has been laid out and before it is painted. What is read there costs no layout:
 * a callback of `requestAnimationFrame` alone would force one whenever the page has changed itself in the same frame.
 */
export const createFrames = (ticker: HTMLElement, onFrame: () => void) => {
  let asked = 0;
  let wide = false;
  const observer = new ResizeObserver(() => {
    if (asked === 0) return;
    // It also reports what it was begun with: two of ours in one frame would be no change at all.
    cancelAnimationFrame(asked);
    asked = 0;
    onFrame();
  });
  observer.observe(ticker);
  return {
    ask() {
      asked ||= requestAnimationFrame(() => {
        wide = !wide;
        ticker.style.width = wide ? '2px' : '1px';
      });
    },
    end() {
      cancelAnimationFrame(asked);
      observer.disconnect();
    },
  };
};
