import { type FunctionComponent, render } from 'preact';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import type { Guide } from '../../../content/schema/guide.ts';
import type { Block } from '../../../content/schema/tree.ts';
import type { Language } from '../../i18n/language.ts';
import { deepFocus } from '../../ui/deep-focus.ts';
import { type Box, boxOf } from '../anchor/visible.ts';
import { createActs } from './acts.ts';
import { createAttention } from './attention.ts';
import { createCommit } from './commit.ts';
import { createFrames } from './frames.ts';
import { createLayer } from './layer.ts';
import { dialogAround } from './modal.ts';
import { createPicture } from './picture.tsx';
import { placeCard } from './placement.ts';
import * as runs from './run.ts';
import { type Change, createTrip, type Trip } from './trip.ts';
import { viewBox } from './view.ts';
import { watchPage } from './watch.ts';

/** Ways out, each from where it is; it ends the guide. */
export interface Exits {
  leave(run: runs.Run): void;
  list(run: runs.Run): void;
  read(run: runs.Run): void;
  tell(run: runs.Run): void;
  never?: (run: runs.Run) => void;
}

export interface LeadOptions {
  root: ShadowRoot;
  language: Language;
  document: CompiledDocument & { guide: Guide };
  from: runs.Run;
  body: FunctionComponent<{ blocks: readonly Block[] }>;
  path: () => string;
  now: () => number;
  /** The launcher is where a line begins. */
  atStart: boolean;
  /** Hears what becomes of the run; of its beginning without a `before`. */
  tell: (run: runs.Run, before?: runs.Run) => void;
  exits: Exits;
  signal: AbortSignal;
}

/** What the card's buttons do. */
const actionsOf = ({ exits }: LeadOptions, trip: Trip, change: () => void, close: () => void) => {
  const into = (next: Change) => () => {
    trip.become(next);
    change();
  };
  const out = (go: (run: runs.Run) => void) => () => {
    close();
    go(trip.run);
  };
  return {
    next: into(runs.next),
    back: into(runs.back),
    skip: into(runs.skip),
    restart: into(runs.restart),
    leave: out(exits.leave),
    list: out(exits.list),
    read: out(exits.read),
    tell: out(exits.tell),
    ...(exits.never && { never: out(exits.never) }),
  };
};

/** Goes on with a run as far as the page is. A step that ends by itself leads to one that may be there already. */
const see = (trip: Trip): void => {
  for (let times = 0; times < 3; times++) {
    const { at, phase } = trip.run;
    trip.become(runs.look);
    if (trip.run.at === at && trip.run.phase === phase) break;
  }
  const { phase, reason } = trip.run;
  trip.target = /here|leaving/.test(phase) || reason === 'covered' ? trip.eyes.element(trip.step()) : undefined;
};

/** Leads through a page until it is over or left. */
export const lead = (options: LeadOptions): void => {
  const { root, language, atStart } = options;
  const end = new AbortController();
  const layer = createLayer(root, { lang: language.locale, dir: language.dir }, end.signal);
  const { place } = layer;
  const commit = createCommit();
  const attention = createAttention(layer, commit);
  const trip = createTrip(options);
  let box: Box | undefined;
  let timer = 0;
  let isChanged = true;

  const change = () => {
    isChanged = true;
    frames.ask();
  };
  const close = () => {
    end.abort();
    attention.end(trip.target);
    clearTimeout(timer);
    frames.end();
    render(null, place);
    layer.end();
  };
  const act = actionsOf(options, trip, change, close);
  const draw = createPicture(options, trip, layer, act);

  const look = () => {
    if (!isChanged) return;
    isChanged = false;
    see(trip);
    clearTimeout(timer);
    const due = runs.dueAt(trip.run);
    if (due !== undefined) timer = window.setTimeout(change, due - options.now());
  };
  const frame = () => {
    const last = box;
    look();
    const { run, target } = trip;
    // What lies over it may be a dialog.
    const dialog = dialogAround((!run.reason && target) || deepFocus(), root.host);
    if (dialog) void import('./along.ts').then(({ goAlong }) => goAlong(root.host, dialog, layer.raise));
    layer.raise();
    // Reads first, then writes.
    box = target?.isConnected ? boxOf(target) : undefined;
    const view = viewBox();
    const card = { width: place.offsetWidth, height: place.offsetHeight };
    layer.mark(box);
    const isDrawn = draw();
    // What comes at once comes without a detour.
    if (run.wait !== 'quiet' || !place.style.visibility) {
      const rtl = language.dir === 'rtl' || document.documentElement.dir === 'rtl';
      layer.put(placeCard({ target: box, card, view, rtl, atStart }));
    }
    // A card takes no focus before it has its place.
    attention.follow(run, target);
    // It goes on moving: a smooth scroll in a frame, a transition; or the card is another size now.
    if (isDrawn || box?.left !== last?.left || box?.top !== last?.top) frames.ask();
  };
  const frames = createFrames(layer.ticker, frame);

  const { signal } = end;
  const onAct = createActs({ trip, layer: layer.element, attention, commit, onChange: change, leave: act.leave });
  watchPage(layer.element, signal, change, frames.ask, onAct);
  options.signal.addEventListener('abort', close, { signal });
  // Nobody waits at a page that is hidden.
  const rest = () => {
    if (!runs.blockedBy(trip.run)) trip.run = { ...trip.run, since: options.now() };
  };
  document.addEventListener('visibilitychange', rest, { signal });
  options.tell(trip.run);
  draw();
  frames.ask();
};
