import type { BlockedReason } from '../../content/schema/guide.ts';
import articleCss from '../article/article.css?inline';
import { bodyOf } from '../article/blocks.tsx';
import { addressOf } from '../ui/address.ts';
import { addIcons } from '../ui/icon.tsx';
import { later } from '../ui/icon-paths.ts';
import { adopt } from '../ui/style.ts';
import guideCss from '../walkthrough/guide/guide.css?inline';
import { forgetPlace, keepEnded, keepPlace } from '../walkthrough/guide/kept.ts';
import { type Exits, type Listener, lead } from '../walkthrough/guide/lead.ts';
import { begin, beginAfter } from '../walkthrough/guide/run.ts';
import { setWalked } from '../walkthrough/walked.ts';
import type { Parts } from './actions.ts';
import { isDocumentId } from './arguments.ts';
import { frameOf } from './frame.ts';
import { type Guided, pathOf } from './guidance.ts';
import { newsOf } from './guide-news.ts';
import { mark } from './step-marks.ts';

/** A page led through a walkthrough. */

addIcons(later);

export type GuideParts = Pick<Parts, 'state' | 'knowledge' | 'move'>;

export interface Beginning {
  at: number;
  /** That step was done on an earlier page. */
  isAfter: boolean;
  /** Milliseconds since 1970. */
  started: number;
  /** The page offers it by itself. */
  isOffer: boolean;
}

/** One that is under way until its signal says that it is not. */
export interface Running {
  id: string;
  end: AbortController;
  isOver: boolean;
}

/** What is said in a step, with links that open in the panel. */
export const stepsIn = ({ state, knowledge, move }: GuideParts) => {
  const { t, locale } = state.language.get();
  const [, base] = state.handle;
  const known = knowledge.state.get();
  const locales = (known.status !== 'loading' && known.manifest?.settings.locales) || [];
  const frame = frameOf({
    kit: { t, base, announce: () => {}, open: move.show },
    places: {
      recordOf: () => undefined,
      hrefOf: (record, anchor) => addressOf({ base, locale, locales }, record, anchor),
    },
    level: 3,
    goTo: () => {},
  });
  return bodyOf(frame);
};

/** What a walkthrough leaves behind: the place in this tab, marks on the device, news for the page. */
const follow = ({ state, move }: GuideParts, document: Guided, started: number, own: Running) => {
  const { id, guide } = document;
  const of = guide.steps.length;
  const news = newsOf(state, document);
  const note = (step: number, isDone: boolean, how: Parameters<typeof mark>[4]) => {
    const device = state.device.get();
    if (device) mark(device, document, step + 1, isDone, how);
  };
  const keep = (keeps: () => void) => {
    if (state.mode.get() === 'auto') keeps();
  };
  const keepAt = (step: number, how: 'on' | 'left', after?: true) =>
    keep(() => keepPlace({ id, step: guide.steps[step]!.id, started, ...(after && { after }) }, how));
  const out = (step: number) => {
    own.end.abort();
    keepAt(step, 'left');
  };
  const leave = (step: number) => {
    out(step);
    news('abort', step, {});
  };
  const read = (step: number, other?: string) => {
    leave(step);
    move.show({ view: 'document', ...(isDocumentId(other) ? { id: other } : { id, step: step + 1 }) });
  };
  const blocked = (step: number, reason: BlockedReason, seconds: number) => {
    note(step, false, { blocked: reason, seconds });
    news('blocked', step, { reason });
  };
  const listener: Listener = {
    step: (step) => news('step', step, { number: step + 1, of }),
    done: (step, seconds) => note(step, true, { seconds }),
    blocked,
    place(step, isAfter) {
      // After the last step it may begin anew.
      own.isOver = false;
      keepAt(step, 'on', isAfter || undefined);
    },
    complete() {
      own.isOver = true;
      forgetPlace();
      keep(() => keepEnded(id, 'finished'));
      const device = state.device.get();
      if (device) void setWalked(device.storage, id).catch(() => {});
      news('complete', of - 1, { seconds: Math.round((Date.now() - started) / 1_000) });
    },
  };
  const exits: Required<Exits> = {
    leave,
    list: (step) => read(step),
    read: (step) => read(step, guide.steps[step]!.fallback),
    tell(step, reason, seconds) {
      if (reason === 'did-not-work') blocked(step, reason, seconds);
      out(step);
      move.show({ view: 'contact' });
    },
    never(step) {
      leave(step);
      keep(() => keepEnded(id, 'dismissed'));
    },
  };
  return { news, listener, exits };
};

/** Begins to lead. */
export const run = (
  parts: GuideParts,
  document: Guided,
  { at, isAfter, started, isOffer }: Beginning,
): Running | undefined => {
  const { state, move } = parts;
  const [options, , life] = state.handle;
  const root = globalThis.document.querySelector('tierzero-root')?.shadowRoot;
  if (!root) return undefined;
  for (const text of [articleCss, guideCss]) adopt(root, text);
  const end = new AbortController();
  const { signal } = end;
  life.signal.addEventListener('abort', () => end.abort(), { signal });
  const running = { id: document.id, end, isOver: false };
  const { news, listener, exits: all } = follow(parts, document, started, running);
  const { never, ...exits } = all;
  // Only the address asked for it: another look at it must not ask again.
  if (location.hash.startsWith('#tierzero=walkthrough'))
    history.replaceState(history.state, '', location.pathname + location.search);
  move.hide();
  news('start', at, { of: document.guide.steps.length });
  lead({
    root,
    language: state.language.get(),
    document,
    from: (isAfter ? beginAfter : begin)(at, Date.now()),
    body: stepsIn(parts),
    path: () => pathOf(state),
    now: Date.now,
    atStart: options['launcher'] === 'start',
    signal,
    listener,
    exits: isOffer ? all : exits,
  });
  return running;
};
