import { deepFocus } from '../../ui/deep-focus.ts';
import type { Attention } from './attention.ts';
import { createCommit } from './commit.ts';
import * as runs from './run.ts';
import type { Trip } from './trip.ts';

/** Hears what a person does in the page: a step may end with it. */
export const createActs = (trip: Trip, layer: Element, attention: Attention, onChange: () => void) => {
  const isCommit = createCommit();
  let isPressing = false;
  return (event: Event): void => {
    const { type } = event;
    const path = event.composedPath();
    const isOwn = path.includes(layer);
    if (type === 'pointerdown') isPressing = isOwn;
    if (type === 'keydown') {
      isPressing = false;
      changeSides(event as KeyboardEvent, () => attention.swap(trip.target));
    }
    const ends = isCommit(event);
    if (isOwn || !trip.target) return;
    onChange();
    const by = type === 'click' ? 'click' : 'input';
    // A press of ours that takes the focus away goes on by itself.
    if (by === 'input' && (!ends || isPressing)) return;
    // The page may have drawn another one since the last frame.
    trip.become((guide, run, eyes) => {
      const element = eyes.element(trip.step());
      return element && path.includes(element) ? runs.act(guide, run, by, eyes) : run;
    });
  };
};

const changeSides = (event: KeyboardEvent, swap: () => void): void => {
  if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  swap();
};

/** What the app uses Escape for itself. */
const usesEscape = 'dialog,[role=dialog],[role=menu],[role=listbox],[aria-expanded=true]';

/** Escape leaves, unless the app has heard it or wants it. */
export const leaveOnEscape = (attention: Attention, leave: () => void, signal: AbortSignal): void =>
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!attention.isOwn() && deepFocus()?.closest(usesEscape)) return;
      event.preventDefault();
      leave();
    },
    { signal },
  );
