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

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));
const right = ({ left, width }: Box): number => left + width;
const bottom = ({ top, height }: Box): number => top + height;

/** At the foot of the screen; at its head where the foot is the target's. */
const placeSheet = ({ target, card, view }: Scene): Place => {
  const left = view.left + (view.width - card.width) / 2;
  const foot = bottom(view) - card.height - margin;
  const head = view.top + margin;
  const isTaken = target && bottom(target) + gap > foot && target.top < bottom(view);
  const isFree = target && target.top - gap >= head + card.height;
  // Neither has room: whichever covers less of it.
  const onTop = isTaken && (isFree || target.top - head > foot + card.height - bottom(target));
  return { left, top: Math.max(onTop ? head : foot, head) };
};

const placeInCorner = ({ card, view, rtl, atStart }: Scene): Place => {
  const onLeft = Boolean(atStart) !== rtl;
  const left = onLeft ? view.left + 24 : right(view) - card.width - 24;
  const top = bottom(view) - card.height - aboveLauncher;
  return { left: Math.max(left, view.left + margin), top: Math.max(top, view.top + margin) };
};

/** Beside the target: below it, else above, after or before it, wherever there is room; inside its edge where there is none. */
export const placeCard = (scene: Scene): Place => {
  const { target, card, view, rtl } = scene;
  if (view.width <= narrow) return placeSheet(scene);
  if (!target) return placeInCorner(scene);
  const leastLeft = view.left + margin;
  const mostLeft = Math.max(leastLeft, right(view) - card.width - margin);
  const leastTop = view.top + margin;
  const mostTop = Math.max(leastTop, bottom(view) - card.height - margin);
  const along = clamp(rtl ? right(target) - card.width : target.left, leastLeft, mostLeft);
  const beside = clamp(target.top, leastTop, mostTop);
  const toRight = { left: right(target) + gap, top: beside };
  const toLeft = { left: target.left - gap - card.width, top: beside };
  const choices: Place[] = [
    { left: along, top: bottom(target) + gap },
    { left: along, top: target.top - gap - card.height },
    rtl ? toLeft : toRight,
    rtl ? toRight : toLeft,
  ];
  const fits = ({ left, top }: Place) => left >= leastLeft && left <= mostLeft && top >= leastTop && top <= mostTop;
  return (
    choices.find(fits) ?? {
      left: rtl ? leastLeft : mostLeft,
      // Out of sight, or as large as the screen.
      top: bottom(target) < view.top ? leastTop : mostTop,
    }
  );
};
