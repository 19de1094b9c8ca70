import type { BlockedReason } from '../../content/schema/guide.ts';
import articleCss from '../article/article.css?inline';
import { bodyOf } from '../article/blocks.tsx';
import { forgetPlaces } from '../client/flag.ts';
import { addressOf } from '../ui/address.ts';
import { adopt } from '../ui/style.ts';
import guideCss from '../walkthrough/guide/guide.css?inline';
import { type KeptPlace, keepEnded, keepPlace } from '../walkthrough/guide/kept.ts';
import { type Exits, type LeadOptions, lead } from '../walkthrough/guide/lead.ts';
import { begin, beginAfter, blockedBy, type Run } from '../walkthrough/guide/run.ts';
import { setWalked } from '../walkthrough/walked.ts';
import type { Parts } from './actions.ts';
import { isDocumentId } from './arguments.ts';
import { frameOf } from './frame.ts';
import { type Guided, pathOf } from './guidance.ts';
import { newsOf } from './guide-news.ts';
import { mark } from './step-marks.ts';

/** A page led through a walkthrough. */

export type GuideParts = Pick<Parts, 'state' | 'knowledge' | 'move'>;

/** The one that leads this page. */
export interface Led {
  /** Where it is; undefined once all its steps are done. */
  place: KeptPlace | undefined;
  /** Ends it as a person does who leaves. */
  leave: () => void;
  /** Ends it without a word. */
  end: AbortController;
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
const follow = ({ state, move }: GuideParts, document: Guided, place: KeptPlace, told: string | undefined) => {
  const { guide, id } = document;
  const of = guide.steps.length;
  const nameOf = (step: number) => guide.steps[step]!.id;
  const news = newsOf(state, document);
  const note = (step: number, isDone: boolean, how: Parameters<typeof mark>[4]) => {
    const device = state.device.get();
    if (device) mark(device, document, step + 1, isDone, how);
  };
  const keep = (keeps: () => void) => {
    if (state.mode.get() === 'auto') keeps();
  };
  const end = new AbortController();
  const leave = () => {
    const { place: left } = led;
    end.abort();
    state.led.set(undefined);
    if (!left) return;
    keep(() => keepPlace({ ...left, after: undefined }, 'left'));
    news('abort', left.step, {});
  };
  const led: Led = { place, leave, end };
  const show = (step: number, other?: string) => {
    leave();
    move.show({ view: 'document', ...(isDocumentId(other) ? { id: other } : { id, step: step + 1 }) });
  };
  // A clock may be set back.
  const secondsSince = (at: number) => Math.max(0, Math.round((Date.now() - at) / 1_000));
  const blocked = ({ at, came }: Run, reason: BlockedReason) => {
    note(at, false, { blocked: reason, seconds: secondsSince(came) });
    news('blocked', nameOf(at), { reason });
  };
  let { started } = place;
  const complete = () => {
    // It may begin anew.
    told = undefined;
    led.place = undefined;
    forgetPlaces();
    keep(() => keepEnded(id, 'finished'));
    const device = state.device.get();
    if (device) void setWalked(device.storage, id).catch(() => {});
    news('complete', nameOf(of - 1), { seconds: secondsSince(started) });
  };
  const comeUp = (at: number) => {
    const step = nameOf(at);
    if (told === undefined) {
      started = Date.now();
      news('start', step, { of });
    }
    // Else an earlier page has said so.
    if (step !== told) news('step', step, { number: at + 1, of });
    told = '';
  };
  const tell: LeadOptions['tell'] = (run, before) => {
    const { at, phase, path, done } = run;
    if (before && done !== before.done && done.length > 0)
      note(before.at, true, { seconds: secondsSince(before.came) });
    const reason = blockedBy(run);
    if (reason && reason !== (before && blockedBy(before))) blocked(run, reason);
    if (phase === 'over') return complete();
    const isAfter = phase === 'leaving';
    const isNew = path !== before?.path;
    if (isNew) comeUp(at);
    if (!isNew && isAfter === (before.phase === 'leaving')) return;
    const { locale } = state.language.get();
    const now = { ...place, step: nameOf(at), locale, started, after: isAfter || undefined };
    led.place = now;
    keep(() => keepPlace(now, 'on'));
  };
  const exits: Required<Exits> = {
    leave,
    list: ({ at }) => show(at),
    read: ({ at }) => show(at, guide.steps[at]!.fallback),
    tell(run) {
      if (!blockedBy(run)) blocked(run, 'did-not-work');
      leave();
      move.show({ view: 'contact' });
    },
    never() {
      leave();
      keep(() => keepEnded(id, 'dismissed'));
    },
  };
  return { led, tell, exits };
};

/** Begins to lead. `told` is the step that has come up before. */
export const run = (parts: GuideParts, document: Guided, place: KeptPlace, told?: string): void => {
  const { state, move } = parts;
  const [options, , life] = state.handle;
  const root = globalThis.document.querySelector('tierzero-root')?.shadowRoot;
  if (!root) return;
  for (const text of [articleCss, guideCss]) adopt(root, text);
  const { led, tell, exits: all } = follow(parts, document, place, told);
  const { signal } = led.end;
  state.led.set(led);
  life.signal.addEventListener('abort', led.leave, { signal });
  const { never, ...exits } = all;
  // Only the address asked for it: another look at it must not ask again.
  if (location.hash.startsWith('#tierzero=walkthrough'))
    history.replaceState(history.state, '', location.pathname + location.search);
  move.hide();
  const at = document.guide.steps.findIndex(({ id }) => id === place.step);
  lead({
    root,
    language: state.language.get(),
    document,
    from: (place.after ? beginAfter : begin)(at, Date.now()),
    body: stepsIn(parts),
    path: () => pathOf(state),
    now: Date.now,
    atStart: options['launcher'] === 'start',
    signal,
    tell,
    exits: place.offer ? all : exits,
  });
};
