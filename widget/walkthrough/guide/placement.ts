import type { Box } from '../anchor/visible.ts';

export interface Size {
  width: number;
  height: number;
}
export interface Place {
  left: number;
  top: number;
}

export interface Scene {
  /** Where the step is; absent for one outside the page. */
  target?: Box | undefined;
  card: Size;
  /** What can be seen of the page. */
  view: Box;
  rtl: boolean;
  /** The launcher's corner is where a line begins. */
  atStart?: boolean;
}

/** Between target and card, and around the card. */
const gap = 14;
const margin = 12;
/** From the lower edge to above the launcher. */
const aboveLauncher = 84;
/** Below this width the card is a sheet as wide as the screen. */
const narrow = 640;

const right = ({ left, width }: Box): number => left + width;
const bottom = ({ top, height }: Box): number => top + height;

/** How much of the target a card would lie over, nearer than the gap included. */
const covered = (target: Box, card: Box): number =>
  Math.max(0, Math.min(right(target) + gap, right(card)) - Math.max(target.left - gap, card.left)) *
  Math.max(0, Math.min(bottom(target) + gap, bottom(card)) - Math.max(target.top - gap, card.top));

/** Where it may lie, the best first. */
const choices = ({ target, card, view, rtl, atStart }: Scene): Place[] => {
  const middle = view.left + (view.width - card.width) / 2;
  if (view.width <= narrow) return [bottom(view), view.top].map((top) => ({ left: middle, top }));
  if (!target) {
    const left = !atStart === rtl ? view.left + 24 : right(view) - card.width - 24;
    return [{ left, top: bottom(view) - card.height - aboveLauncher }];
  }
  const along = rtl ? right(target) - card.width : target.left;
  const beside = [right(target) + gap, target.left - gap - card.width].map((left) => ({ left, top: target.top }));
  return [
    { left: along, top: bottom(target) + gap },
    { left: along, top: target.top - gap - card.height },
    ...(rtl ? beside.reverse() : beside),
  ];
};

/**
 * On a narrow screen at its foot or head. Else below the target, above, after or before it, in the launcher's corner where
 * there is none. All in sight, and where there is no room, over as little of the target as can be.
 */
export const placeCard = (scene: Scene): Place => {
  const { target, card, view } = scene;
  const within = (value: number, from: number, length: number, own: number) =>
    Math.max(from + margin, Math.min(value, from + length - own - margin));
  const places = choices(scene).map(({ left, top }) => ({
    ...card,
    left: within(left, view.left, view.width, card.width),
    top: within(top, view.top, view.height, card.height),
  }));
  const over = places.map((place) => (target ? covered(target, place) : 0));
  return places[over.indexOf(Math.min(...over))]!;
};
