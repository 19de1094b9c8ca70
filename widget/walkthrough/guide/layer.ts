import type { Box } from '../anchor/visible.ts';
import type { Place } from './placement.ts';

/** Around the marked element. */
const ringPad = 5;

export interface Layer {
  element: HTMLElement;
  /** Its width may be played with. */
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

const moveTo = ({ style }: HTMLElement, left: number, top: number): void => {
  style.transform = `translate(${left}px,${top}px)`;
};

/** Ring, card and what is said: one layer that lets clicks through wherever there is no card. It is `ownLayer`. */
export const createLayer = (
  root: ShadowRoot,
  { lang, dir }: { lang: string; dir: string },
  signal: AbortSignal,
): Layer => {
  const element = made('tz guide');
  const ring = made('guide-ring');
  const place = made('guide-place');
  const status = made('sr-only');
  Object.assign(element, { lang, dir, popover: 'manual' });
  status.role = 'status';
  element.append(ring, place, status);
  root.append(element);
  const raise = () => {
    // Taken out of the page and put back, it is no longer there.
    if (element.isConnected && !element.matches(':popover-open')) element.showPopover();
  };
  raise();
  /** What opens later, such as the panel, would lie over it. */
  const overtaken = (event: Event) => {
    if (event.target === element || (event as ToggleEvent).newState !== 'open') return;
    const { activeElement } = root;
    element.hidePopover();
    raise();
    if (element.contains(activeElement)) (activeElement as HTMLElement).focus({ preventScroll: true });
  };
  for (const one of [root, document]) one.addEventListener('toggle', overtaken, { capture: true, signal });
  return {
    element,
    ticker: status,
    place,
    raise,
    say(text) {
      if (status.textContent !== text) status.textContent = text;
    },
    mark(target) {
      ring.hidden = !target;
      if (!target) return;
      moveTo(ring, target.left - ringPad, target.top - ringPad);
      ring.style.width = `${target.width + 2 * ringPad}px`;
      ring.style.height = `${target.height + 2 * ringPad}px`;
    },
    put({ left, top }) {
      moveTo(place, Math.round(left), Math.round(top));
      place.style.visibility = 'visible';
    },
    end: () => element.remove(),
  };
};
