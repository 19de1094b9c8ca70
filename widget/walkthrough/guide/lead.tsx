import { type FunctionComponent, render } from 'preact';
import type { CompiledDocument } from '../../../content/schema/document.ts';
import type { BlockedReason, Guide, GuideStep } from '../../../content/schema/guide.ts';
import type { Block } from '../../../content/schema/tree.ts';
import type { Language } from '../../i18n/language.ts';
import { surrounds } from '../anchor/parent.ts';
import { type Box, boxOf } from '../anchor/visible.ts';
import { Card } from './card.tsx';
import { createCommit } from './commit.ts';
import { deepFocus, focusWithin } from './focus.ts';
import { createFrames } from './frames.ts';
import { createLayer } from './layer.ts';
import { placeCard } from './placement.ts';
import * as runs from './run.ts';
import { createEyes, type Eyes } from './sight.ts';
import { watchPage } from './watch.ts';

/** What happens in a walkthrough, for whoever counts, remembers and hears of it. */
export interface Listener {
  /** A step came up. */
  step(at: number): void;
  /** It is over; seconds since it came up. */
  done(at: number, seconds: number): void;
  blocked(at: number, reason: BlockedReason, seconds: number): void;
  /** Where it is, for the next page of this tab. */
  place(at: number, isAfter: boolean): void;
  complete(): void;
}

/** Ways out; each ends the guide. */
export interface Exits {
  leave(at: number): void;
  list(at: number): void;
  read(at: number): void;
  tell(at: number, reason: BlockedReason, seconds: number): void;
  never?: (at: number) => void;
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
  listener: Listener;
  exits: Exits;
  signal: AbortSignal;
}

/** What the app uses Escape for itself. */
const usesEscape = 'dialog,[role=dialog],[role=menu],[role=listbox],[aria-expanded=true]';

/** Leads through a page until it is over or left. */
export const lead = (options: LeadOptions): void => {
  const { root, language, document: text, body: Body, listener, exits } = options;
  const { guide } = text;
  const { t } = language;
  const end = new AbortController();
  const layer = createLayer(root, { lang: language.locale, dir: language.dir });
  const from = deepFocus();
  const isCommit = createCommit();
  let run = options.from;
  let eyes = look();
  let target: HTMLElement | undefined;
  let cardSize = { width: 0, height: 0 };
  let cameUp = options.now();
  let shown = '';
  let said = '';
  /** The step whose element has had the focus, so that a page that draws itself anew does not lose it. */
  let focused = -1;
  let focusedElement: HTMLElement | undefined;
  let isPressing = false;
  let timer = 0;
  let isChanged = true;

  function look(): Eyes {
    return createEyes({ document, path: options.path() }, root.host, options.now());
  }
  const step = (): GuideStep => guide.steps[Math.min(run.at, guide.steps.length - 1)]!;
  const seconds = () => Math.round((options.now() - cameUp) / 1_000);
  const own = (element: Element | null) => element !== null && surrounds(layer.element, element);

  /** Goes over to what a run has become, and tells of it. */
  const become = (next: runs.Run) => {
    const before = run;
    run = next;
    frames.ask();
    if (before === next) return;
    const isDone = next.done !== before.done && next.done.length >= before.done.length;
    if (isDone) listener.done(before.at, seconds());
    if (next.wait === 'blocked' && next.reason && (before.wait !== 'blocked' || before.reason !== next.reason))
      listener.blocked(next.at, next.reason, seconds());
    if (next.phase === 'over') return before.phase === 'over' ? undefined : listener.complete();
    const isNew = next.at !== before.at || next.path !== before.path;
    if (isNew) arrive();
    if (isNew || (next.phase === 'leaving') !== (before.phase === 'leaving'))
      listener.place(next.at, next.phase === 'leaving');
  };
  const arrive = () => {
    cameUp = options.now();
    focused = -1;
    isChanged = true;
    listener.step(run.at);
  };

  const close = () => {
    const focus = deepFocus();
    const isOurs = own(focus) || focus === null || focus === document.body || focus === target;
    end.abort();
    render(null, layer.place);
    layer.end();
    if (isOurs && from instanceof HTMLElement && from.isConnected && from !== document.body)
      from.focus({ preventScroll: true });
  };
  const out = (go: (at: number) => void) => () => {
    close();
    go(run.at);
  };
  const fresh = (change: (run: runs.Run, eyes: Eyes) => runs.Run) => () => {
    eyes = look();
    become(change(run, eyes));
  };
  const act = {
    next: fresh((at, world) => runs.next(guide, at, world)),
    back: fresh(runs.back),
    skip: fresh((at, world) => runs.skip(guide, at, world)),
    restart: fresh(runs.restart),
    leave: out((at) => run.phase !== 'over' && exits.leave(at)),
    list: out(exits.list),
    read: out(exits.read),
    tell: out((at) => exits.tell(at, (run.wait === 'blocked' && run.reason) || 'did-not-work', seconds())),
    ...(exits.never ? { never: out(exits.never) } : {}),
  };

  /** Reads the page, once a frame at most. */
  const see = () => {
    if (!isChanged) return;
    isChanged = false;
    // A step that ends by itself leads to one that may be there already.
    for (let times = 0; times < 3; times++) {
      const { at, phase } = run;
      eyes = look();
      become(runs.look(guide, run, eyes));
      if (run.at === at && run.phase === phase) break;
    }
    isChanged = false;
    const isMarked = run.phase === 'here' || run.phase === 'leaving';
    target = isMarked ? eyes.element(step()) : undefined;
    clearTimeout(timer);
    const due = runs.dueAt(run);
    if (due !== undefined) timer = window.setTimeout(change, Math.max(0, due - options.now()));
  };
  const change = () => {
    isChanged = true;
    frames.ask();
  };

  const viewBox = (): Box => {
    const { clientWidth, clientHeight } = document.documentElement;
    const seen = visualViewport;
    // What is fixed counts from the layout viewport; a keyboard takes from the visual one.
    return seen && seen.scale === 1
      ? { left: seen.offsetLeft, top: seen.offsetTop, width: Math.min(clientWidth, seen.width), height: seen.height }
      : { left: 0, top: 0, width: clientWidth, height: clientHeight };
  };

  const bringIntoView = (element: HTMLElement, box: Box, view: Box) => {
    const isInside = box.top >= view.top && box.top + box.height <= view.top + view.height;
    if (isInside && box.left >= view.left && box.left + box.width <= view.left + view.width) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  };

  /** To the element when its step comes up, and again when the page has drawn another one in its place. */
  const moveFocus = () => {
    const isFirst = focused !== run.at;
    const focus = deepFocus();
    const isLost = focus === null || focus === document.body;
    if (run.phase === 'over') return isFirst || isLost ? focusCard() : undefined;
    if (run.wait === 'blocked') return isLost ? focusCard() : undefined;
    if (run.phase !== 'here') return;
    const isReplaced = isLost && focusedElement !== undefined && !focusedElement.isConnected;
    if (!isFirst && !isReplaced) return;
    focused = run.at;
    focusedElement = target;
    if (!target || !focusWithin(target)) focusCard();
  };
  const focusCard = () => layer.place.querySelector<HTMLElement>('.guide-card')?.focus({ preventScroll: true });

  /** What is drawn depends on this and nothing else: between two changes nothing is drawn anew. */
  const draw = () => {
    const mayGoOn = run.phase !== 'over' && runs.mayGoOn(guide, run, eyes);
    const now = [run.at, run.phase, run.wait, run.reason, run.path.length, mayGoOn].join();
    if (now === shown) return false;
    shown = now;
    const { do: doing, say: saying } = text.steps![Math.min(run.at, guide.steps.length - 1)]!;
    render(
      <Card
        t={t}
        title={text.title}
        run={run}
        of={guide.steps.length}
        step={step()}
        mayGoOn={mayGoOn}
        doing={<Body blocks={doing} />}
        saying={saying.length > 0 && <Body blocks={saying} />}
        act={act}
      />,
      layer.place,
    );
    return true;
  };
  const announce = () => {
    const of = { step: run.at + 1, of: guide.steps.length };
    const words = (part: string) => layer.place.querySelector(part)?.textContent ?? '';
    const first = said === '' ? ` ${t('guide.keys')}` : '';
    const saying = () => {
      if (run.phase === 'over') return t('guide.over');
      if (run.wait === 'blocked') return `${t(`guide.blocked.${run.reason}`)} ${t('guide.blocked.safe')}`;
      if (run.wait === 'looking') return words('.guide-hint');
      return `${t('guide.step', of)}: ${words('.guide-do')}${first}`;
    };
    if (run.wait === 'quiet') return;
    said = saying();
    layer.say(said);
  };

  let lastBox: Box | undefined;
  let isPlaced = false;
  const frame = () => {
    const before = run.at;
    see();
    // Reads first, then writes.
    const box = target?.isConnected ? boxOf(target) : undefined;
    const view = viewBox();
    const isArriving = run.phase === 'here' && focused !== run.at;
    layer.raise();
    if (box && target && isArriving) bringIntoView(target, box, view);
    layer.mark(box);
    if (draw()) announce();
    moveFocus();
    // What comes at once comes without a detour.
    if (cardSize.height > 0 && (run.wait !== 'quiet' || !isPlaced)) {
      isPlaced = true;
      const rtl = options.language.dir === 'rtl' || document.documentElement.dir === 'rtl';
      const placed = { target: box, card: cardSize, view, rtl, atStart: options.atStart };
      layer.put(placeCard(placed));
    }
    // It goes on moving: a smooth scroll in a frame, a transition.
    if (box?.left !== lastBox?.left || box?.top !== lastBox?.top || before !== run.at) frames.ask();
    lastBox = box;
  };
  const frames = createFrames(layer.ticker, frame);
  const sizes = new ResizeObserver(([entry]) => {
    const size = entry?.borderBoxSize[0];
    if (!size) return;
    cardSize = { width: size.inlineSize, height: size.blockSize };
    frames.ask();
  });
  sizes.observe(layer.place);

  const isForApp = (focus: Element | null) => !own(focus) && Boolean(focus?.closest(usesEscape));
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (own(deepFocus()) && target) focusWithin(target);
    else focusCard();
  };
  const onAct = (event: Event) => {
    const path = event.composedPath();
    const isOwn = path.includes(layer.element);
    if (event.type === 'pointerdown') isPressing = isOwn;
    if (event.type === 'keydown') {
      isPressing = false;
      onKey(event as KeyboardEvent);
    }
    const ends = isCommit(event);
    if (isOwn || !target) return;
    change();
    const by = event.type === 'click' ? 'click' : 'input';
    // A press of ours that takes the focus away goes on by itself.
    if (by === 'input' && (!ends || isPressing)) return;
    // The page may have drawn another one since the last frame.
    eyes = look();
    const element = eyes.element(step());
    if (element && path.includes(element)) become(runs.act(guide, run, by, eyes));
  };
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isForApp(deepFocus())) return;
      event.preventDefault();
      act.leave();
    },
    { signal: end.signal },
  );
  watchPage({ layer: layer.element, onChange: change, onMove: frames.ask, onAct, signal: end.signal });
  end.signal.addEventListener('abort', () => {
    clearTimeout(timer);
    frames.end();
    sizes.disconnect();
  });
  options.signal.addEventListener('abort', () => !end.signal.aborted && close(), { signal: end.signal });
  listener.place(run.at, run.phase === 'leaving');
  listener.step(run.at);
  draw();
  frames.ask();
};
