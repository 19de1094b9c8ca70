import { ownLayer } from '../anchor/roots.ts';
import type { Box } from '../anchor/visible.ts';
import type { Place } from './placement.ts';

/** Around the marked element. */
const ringPad = 5;

export interface Layer {
  element: HTMLElement;
  ticker: HTMLElement;
  /** Where the card is drawn. */
  place: HTMLElement;
  /** What is said to screen readers. */
  say(text: string): void;
  /** Marks a box, or nothing. */
  mark(target: Box | undefined): void;
  put(card: Place): void;
  /** Above everything that is there by now. */
  raise(): void;
  end(): void;
}

const made = (className: string): HTMLElement => {
  const element = document.createElement('div');
  element.className = className;
  return element;
};

/** Ring, card and what is said: one layer that lets clicks through wherever there is no card. */
export const createLayer = (root: ShadowRoot, { lang, dir }: { lang: string; dir: string }): Layer => {
  const element = made('tz guide');
  const ring = made('guide-ring');
  const ticker = made('guide-tick');
  const place = made('guide-place');
  const status = made('sr-only');
  Object.assign(element, { lang, dir });
  element.setAttribute(ownLayer, '');
  element.popover = 'manual';
  status.role = 'status';
  ring.hidden = true;
  element.append(ring, ticker, place, status);
  root.append(element);
  const raise = () => {
    // Taken out of the page and put back, it is no longer there.
    if (element.isConnected && !element.matches(':popover-open')) element.showPopover();
  };
  raise();
  return {
    element,
    ticker,
    place,
    raise,
    say(text) {
      if (status.textContent !== text) status.textContent = text;
    },
    mark(target) {
      ring.hidden = !target;
      if (!target) return;
      const { left, top, width, height } = target;
      ring.style.transform = `translate(${left - ringPad}px, ${top - ringPad}px)`;
      ring.style.width = `${width + 2 * ringPad}px`;
      ring.style.height = `${height + 2 * ringPad}px`;
    },
    put({ left, top, side }) {
      place.dataset['side'] = side;
      place.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
      place.style.visibility = 'visible';
    },
    end: () => element.remove(),
  };
};
