import { deepFocus } from '../../ui/deep-focus.ts';
import type { Attention } from './attention.ts';
import type { createCommit } from './commit.ts';
import * as runs from './run.ts';
import type { Trip } from './trip.ts';

interface ActsOptions {
  trip: Trip;
  layer: Element;
  attention: Attention;
  commit: ReturnType<typeof createCommit>;
  onChange: () => void;
  leave: () => void;
}

/** Hears what a person does in the page: a step may end with it. */
export const createActs = ({ trip, layer, attention, commit, onChange, leave }: ActsOptions) => {
  let isPressing = false;
  return (event: Event): void => {
    const { type } = event;
    const path = event.composedPath();
    const isOwn = path.includes(layer);
    if (type === 'pointerdown') isPressing = isOwn;
    if (type === 'keydown') {
      isPressing = false;
      hearKey(event as KeyboardEvent, attention, () => attention.swap(trip.target), leave);
    }
    const ends = commit.ends(event);
    if (isOwn || !trip.target) return;
    onChange();
    // A button that hears keys itself makes no click of them.
    const isPress = type === 'keydown' && /^(Enter| )$/.test((event as KeyboardEvent).key);
    const by = isPress || type === 'click' ? 'click' : 'input';
    // A press of ours that takes the focus away goes on by itself.
    if (by === 'input' && (!ends || isPressing)) return;
    // The page may have drawn another one since the last frame.
    trip.become((guide, run, eyes) => {
      const element = eyes.element(trip.step());
      return element && path.includes(element) ? runs.act(guide, run, by, eyes) : run;
    });
  };
};

/** What the app uses Escape for itself. */
const usesEscape =
  'dialog,[role=dialog],[role=menu],[role=listbox],:is([aria-haspopup],[role=combobox])[aria-expanded=true]';

/** F6 goes between the page and the card. Escape leaves, unless the app wants it. */
const hearKey = (event: KeyboardEvent, attention: Attention, swap: () => void, leave: () => void): void => {
  const isEscape = event.key === 'Escape';
  if (!(isEscape || event.key === 'F6') || event.ctrlKey || event.altKey || event.metaKey) return;
  if (isEscape && !attention.isOwn()) {
    const isTheirs = deepFocus()?.closest(usesEscape);
    // The app hears it later.
    setTimeout(() => event.defaultPrevented || isTheirs || leave());
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isEscape) leave();
  else swap();
};
