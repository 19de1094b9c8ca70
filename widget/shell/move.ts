import type { View } from '../public-api.ts';
import type { Route } from '../ui/kit.ts';
import type { Devices } from './devices.ts';
import { emit } from './emit.ts';
import type { createReturn } from './focus.ts';
import { atHome, back, go, present, replace } from './history.ts';
import type { State } from './state.ts';

/** Ways through the panel. */
export interface Mover {
  /** Opens the panel, at a place or where it was. */
  show(route?: Route): void;
  hide(): void;
  /** Goes on to a place; Back returns. */
  go(route: Route): void;
  /** Stays at the place under another name: other words in the field. */
  replace(route: Route): void;
  back(): void;
  /** One step back, and out at the end. */
  escape(): void;
}

/** The place as the host knows it. */
export const viewOf = (route: Route): View => {
  if (route.view === 'document') return route.id.startsWith('walkthrough:') ? 'walkthrough' : 'article';
  if (route.view === 'thread') return 'requests';
  return route.view === 'category' ? 'home' : route.view;
};

interface MoverOptions {
  state: State;
  devices: Devices;
  back: ReturnType<typeof createReturn>;
}

export const createMover = ({ state, devices, back: focus }: MoverOptions): Mover => {
  const { open, history } = state;
  const hide = () => {
    if (!open.get()) return;
    open.set(false);
    focus.restore();
    emit('close', {});
  };
  const stepBack = () => history.set(back(history.get()));
  return {
    show(route) {
      // The person asked for it, in person or by the page they use: from here on things may be kept.
      void devices.open();
      if (route) history.set(go(history.get(), route));
      if (open.get()) return;
      focus.remember();
      open.set(true);
      emit('open', { view: viewOf(present(history.get())) });
    },
    hide,
    go: (route) => history.set(go(history.get(), route)),
    replace: (route) => history.set(replace(history.get(), route)),
    back: stepBack,
    escape() {
      if (history.get().length > 1) stepBack();
      else if (present(history.get()).view !== 'home') history.set(atHome);
      else hide();
    },
  };
};
