import { deepFocus } from '../../ui/deep-focus.ts';
import type { Attention } from './attention.ts';
import type { createCommit } from './commit.ts';
import { clickedByKeys } from './focus.ts';
import * as runs from './run.ts';
import type { Change, Trip } from './trip.ts';

interface ActsOptions {
  trip: Trip;
  layer: Element;
  attention: Attention;
  commit: ReturnType<typeof createCommit>;
  onChange: () => void;
  leave: () => void;
}

/**
 * Hears what a person does in the page: a step may end with it. It is noted before the app hears it, which may take the element
 * away, and decided after: what the app makes of it counts.
 */
export const createActs = ({ trip, layer, attention, commit, onChange, leave }: ActsOptions) => {
  let isPressing = false;
  let noted: Change | undefined;

  const decide = () => {
    if (noted) trip.become(noted);
    noted = undefined;
    onChange();
  };

  /** F6 goes between the page and the card. Escape leaves, unless the app wants it. */
  const hearKey = (event: KeyboardEvent): void => {
    const isEscape = event.key === 'Escape';
    if (!(isEscape || event.key === 'F6') || event.isComposing || event.ctrlKey || event.altKey || event.metaKey)
      return;
    if (isEscape && !attention.isOwn()) {
      const isTheirs = deepFocus()?.closest(usesEscape);
      // The app hears it later.
      setTimeout(() => event.defaultPrevented || isTheirs || leave());
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isEscape) leave();
    else attention.swap(trip.target);
  };

  return (event: Event): void => {
    const { type } = event;
    const path = event.composedPath();
    const isOwn = path.includes(layer);
    const isKey = type === 'keydown';
    // What the person did before this is heard by now.
    if (/k|pagehide/.test(type) && event.isTrusted) decide();
    if (type === 'pointerdown') isPressing = isOwn;
    if (isKey) {
      isPressing = false;
      hearKey(event as KeyboardEvent);
    }
    const ends = commit.ends(event);
    if (isOwn) return;
    onChange();
    const isPress = type === 'click' || (isKey && /^(Enter| )$/.test((event as KeyboardEvent).key));
    // A press of ours that takes the focus away goes on by itself.
    const by = isPress ? 'click' : ends && !isPressing && 'input';
    if (!by) return;
    // The page may have drawn another one since the last frame.
    trip.become(runs.look);
    const { run, eyes } = trip;
    const element = eyes.element(trip.step());
    if (!element || !path.includes(element) || trip.step().advance.by !== by) return;
    // Of most keys a click comes, or nothing; a button that hears keys itself makes none.
    noted = (guide, now) =>
      now.path !== run.path || (isKey && !event.defaultPrevented && (path[0] as Element).matches(clickedByKeys))
        ? now
        : runs.act(guide, run, eyes);
    // The focus stays until the key is up: Space presses only then.
    if (!isKey) setTimeout(decide);
  };
};

/** What the app uses Escape for itself. */
const usesEscape =
  'dialog,[role=dialog],[popover],[role=menu],[role=listbox],:is([aria-haspopup],[role=combobox])[aria-expanded=true]';
