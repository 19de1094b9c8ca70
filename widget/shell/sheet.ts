import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';

/** Below this a panel at the corner is no use: it becomes a sheet. */
const narrow = '(max-width: 640px), (max-height: 480px)';

/** Whether the panel covers the screen. */
export const useSheet = (): boolean => {
  const [sheet, setSheet] = useState(() => matchMedia(narrow).matches);
  useEffect(() => {
    const query = matchMedia(narrow);
    const look = () => setSheet(query.matches);
    query.addEventListener('change', look);
    return () => query.removeEventListener('change', look);
  }, []);
  return sheet;
};

/**
 * Sizes the sheet from the visual viewport: on iOS the layout viewport does not shrink when the keyboard is up, and what
 * is fixed to its bottom would be covered. Of a page that is wider than the screen, the layout viewport is as wide.
 */
export const useVisibleArea = (panel: RefObject<HTMLElement | null>, active: boolean): void => {
  useLayoutEffect(() => {
    const { visualViewport: viewport } = window;
    const style = panel.current?.style;
    if (!active || !viewport || !style) return;
    const fit = () => {
      for (const side of ['height', 'width', 'offsetTop', 'offsetLeft'] as const)
        style.setProperty(`--${side}`, `${viewport[side]}px`);
    };
    fit();
    viewport.addEventListener('resize', fit);
    viewport.addEventListener('scroll', fit);
    return () => {
      viewport.removeEventListener('resize', fit);
      viewport.removeEventListener('scroll', fit);
    };
  }, [active, panel]);
};

/** While the sheet is modal the page behind it cannot be reached or scrolled; afterwards it is as it was. */
export const useInertPage = (active: boolean): void => {
  useLayoutEffect(() => {
    const { body, documentElement } = document;
    if (!active) return;
    const { inert } = body;
    const { overflow } = documentElement.style;
    body.inert = true;
    documentElement.style.overflow = 'hidden';
    return () => {
      body.inert = inert;
      documentElement.style.overflow = overflow;
    };
  }, [active]);
};

/** Puts the panel above everything by the top layer, where there is one; its z-index serves where there is none. */
export const useTopLayer = (panel: RefObject<HTMLElement | null>, open: boolean): void => {
  useLayoutEffect(() => {
    const element = panel.current;
    if (!open || !element?.showPopover) return;
    element.showPopover();
    return () => {
      if (element.isConnected) element.hidePopover();
    };
  }, [open, panel]);
};
