import { deepFocus } from '../../ui/deep-focus.ts';
import { surrounds } from '../anchor/parent.ts';
import { isAway } from '../anchor/visible.ts';
import type { createCommit } from './commit.ts';
import { focusWithin } from './focus.ts';
import type { Layer } from './layer.ts';
import type { Run } from './run.ts';
import { bringIntoView } from './view.ts';

export type Attention = ReturnType<typeof createAttention>;

const isNowhere = (focus: Element | null): boolean => focus === null || focus === document.body;

/** Where the focus is while a page is led: in the card, at what is marked, or with the app. */
export const createAttention = (
  { element: layer, place }: Layer,
  commit: Pick<ReturnType<typeof createCommit>, 'isOpen'>,
) => {
  const from = deepFocus() as HTMLElement | null;
  /** What has had the focus, and in which step, so that a page that draws itself anew does not lose it. */
  let had: HTMLElement | undefined;
  let path: Run['path'] | undefined;
  let brought: Run['path'] | undefined;
  const toCard = () => place.querySelector<HTMLElement>('.guide-card')?.focus({ preventScroll: true });
  const toTarget = (target: HTMLElement | undefined) => {
    if (!target || !focusWithin(target)) toCard();
  };
  const isOwn = () => surrounds(layer, deepFocus());
  return {
    isOwn,
    /** To the element when its step comes up, and again when the page has drawn another one in its place. */
    follow(run: Run, target: HTMLElement | undefined) {
      const isFirst = run.path !== path;
      const isLost = isNowhere(deepFocus());
      if (target && brought !== run.path) {
        brought = run.path;
        // In the middle it is out from under what sticks to an edge.
        if (run.reason || isAway(target)) bringIntoView(target);
      }
      if (run.phase === 'over' ? isFirst || isLost : run.wait === 'blocked' && isLost) return toCard();
      if (run.phase !== 'here' || !(isFirst || (isLost && had?.isConnected === false))) return;
      ({ path } = run);
      had = target;
      // Whoever types is not to type into something else.
      if (!commit.isOpen) toTarget(target);
    },
    /** Between the page and the card. */
    swap: (target: HTMLElement | undefined) => (isOwn() ? toTarget(target) : toCard()),
    /** Back to where it was, if nobody has moved it since. */
    end(target: HTMLElement | undefined) {
      const focus = deepFocus();
      if (isOwn() || isNowhere(focus) || focus === target) from?.focus({ preventScroll: true });
    },
  };
};
