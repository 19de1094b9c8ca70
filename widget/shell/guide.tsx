import { walkthroughRoutes } from '../../api/contract/routes.ts';
import type { WalkthroughCount } from '../../api/contract/walkthrough-count.ts';
import type { BlockedReason } from '../../content/schema/guide.ts';
import type { DocumentId } from '../../content/schema/name.ts';
import type { Block } from '../../content/schema/tree.ts';
import articleCss from '../article/article.css?inline';
import { Blocks } from '../article/blocks.tsx';
import { checkDocument } from '../article/check.ts';
import { findRecord } from '../search/records.ts';
import { addressOf, type Site } from '../ui/address.ts';
import { addIcons } from '../ui/icon.tsx';
import { later } from '../ui/icon-paths.ts';
import { adopt } from '../ui/style.ts';
import guideCss from '../walkthrough/guide/guide.css?inline';
import { forgetPlace, isEnded, type KeptPlace, keepEnded, keepPlace, readPlace } from '../walkthrough/guide/kept.ts';
import { lead } from '../walkthrough/guide/lead.tsx';
import { begin, beginAfter } from '../walkthrough/guide/run.ts';
import { setWalked } from '../walkthrough/walked.ts';
import type { Parts } from './actions.ts';
import { isDocumentId } from './arguments.ts';
import { contentOf } from './content-of.ts';
import { emit } from './emit.ts';
import { frameOf } from './frame.ts';
import { beginsAt, type Guided, guided, pathOf, versionOf } from './guidance.ts';
import { mark, marksOf } from './step-marks.ts';

/** A page led through a walkthrough: a chunk of its own, that comes when one starts. */

export const css = [articleCss, guideCss];
export { loadGuideMessages as loadMessages } from '../i18n/guide.ts';

addIcons(later);

interface GuideParts extends Pick<Parts, 'state' | 'knowledge' | 'move'> {
  /** From here on things may be kept: the person, or the page for them, asks for it. */
  open: () => Promise<void>;
}
interface Wish {
  /** Number from 1, or name. */
  step?: number | string | undefined;
  offer?: boolean;
}

/** At most one at a time. */
let running: { id: string; end: AbortController; isOver?: boolean } | undefined;

const documentOf = async ({ state, knowledge }: GuideParts, id: DocumentId): Promise<Guided | undefined> => {
  const content = await contentOf(knowledge);
  const record = await findRecord(content, [id]);
  const document = record && checkDocument(await content.document(record));
  return guided(document, { version: versionOf(state), now: Date.now() });
};

/** Nobody is counted who does not want to be, and nothing is told twice. */
const mayCount = ({ mode, handle }: Parts['state']): boolean =>
  !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl &&
  (mode.get() === 'auto' || handle[0]['storage'] === 'none');

const countIn = ({ state }: GuideParts, { id, locale, guide }: Guided) => {
  const version = versionOf(state);
  return (outcome: WalkthroughCount['outcome'], at: number, reason?: BlockedReason) => {
    if (!mayCount(state)) return;
    const body: WalkthroughCount = {
      walkthrough: id,
      locale,
      step: guide.steps[at]!.id,
      outcome,
      ...(reason ? { reason } : {}),
      ...(version && /^[\w.+-]{1,40}$/.test(version) ? { version } : {}),
    };
    void state.device.get()?.api.send(walkthroughRoutes.counts, { method: 'POST', body });
  };
};

/** Where to begin: as asked, where it was left, else the first step that is not done. */
const startOf = (parts: GuideParts, document: Guided, step: Wish['step'], kept: KeptPlace | undefined) => {
  const { steps } = document.guide;
  const indexOf = (name: unknown) => steps.findIndex(({ id }) => id === name);
  const asked = typeof step === 'number' ? step - 1 : step === undefined ? -1 : indexOf(step);
  if (steps[asked]) return { at: asked, isAfter: false };
  const left = kept ? indexOf(kept.step) : -1;
  if (left >= 0) return { at: left, isAfter: kept?.after === true };
  const device = parts.state.device.get();
  const done = device ? marksOf(device, document) : new Set<number>();
  return {
    at: Math.max(
      0,
      steps.findIndex((_, index) => !done.has(index + 1)),
    ),
    isAfter: false,
  };
};

/**
 * Leads through a walkthrough, or without an id on from where this tab left off. Answers whether it does; where it cannot,
 * the document is to be read.
 */
export const guide = async (parts: GuideParts, id: DocumentId | undefined, { step, offer }: Wish = {}) => {
  const { state } = parts;
  const kept = readPlace();
  const wanted = id ?? kept?.id;
  if (!isDocumentId(wanted)) return true;
  if (offer && isEnded(wanted)) return true;
  const isRunning = running?.id === wanted && !running.isOver;
  if (isRunning && step === undefined) return true;
  const document = await documentOf(parts, wanted);
  const own = kept?.id === wanted ? kept : undefined;
  if (!document || !(own?.isOn || isRunning || beginsAt(document.guide, pathOf(state)))) return false;
  running?.end.abort();
  await parts.open();
  run(parts, document, startOf(parts, document, step, own), own?.started ?? Date.now(), offer === true);
  return true;
};

const run = (
  parts: GuideParts,
  document: Guided,
  { at, isAfter }: { at: number; isAfter: boolean },
  started: number,
  isOffer: boolean,
): void => {
  const { state, move, knowledge } = parts;
  const { id, guide: plan } = document;
  const [options, base, life] = state.handle;
  const root = globalThis.document.querySelector('tierzero-root')?.shadowRoot;
  if (!root) return;
  const end = new AbortController();
  running = { id, end };
  life.signal.addEventListener('abort', () => end.abort(), { signal: end.signal });
  for (const text of css) adopt(root, text);
  const count = countIn(parts, document);
  const language = state.language.get();
  const nameOf = (step: number) => plan.steps[step]!.id;
  const placeOf = (step: number) => ({ id, step: nameOf(step), locale: document.locale, started });
  const mayKeep = () => state.mode.get() === 'auto';
  const noteStep = (step: number, isDone: boolean, how: Parameters<typeof mark>[4]) => {
    const device = state.device.get();
    if (device) mark(device, document, step + 1, isDone, how);
  };
  const out = (step: number) => {
    running = undefined;
    end.abort();
    if (mayKeep()) keepPlace(placeOf(step), 'left');
  };
  const abort = (step: number) => {
    out(step);
    emit('walkthrough-abort', { walkthrough: id, step: nameOf(step) });
    count('abort', step);
  };
  const blocked = (step: number, reason: BlockedReason, seconds: number) => {
    noteStep(step, false, { blocked: reason, seconds });
    emit('walkthrough-blocked', { walkthrough: id, step: nameOf(step), reason });
    count('blocked', step, reason);
  };
  const now = knowledge.state.get();
  const locales = now.status === 'loading' ? [] : (now.manifest?.settings.locales ?? []);
  const site: Site = { base, locale: language.locale, locales };
  const frame = frameOf({
    kit: { t: language.t, base, announce: () => {}, open: (route) => move.show(route) },
    places: {
      recordOf: () => undefined,
      hrefOf: (record, anchor) => addressOf(site, record, anchor),
    },
    level: 3,
    goTo: () => {},
  });

  // Only the address asked for it: another look at it must not ask again.
  if (location.hash.startsWith('#tierzero=walkthrough'))
    history.replaceState(history.state, '', location.pathname + location.search);
  move.hide();
  emit('walkthrough-start', { walkthrough: id, step: nameOf(at), of: plan.steps.length });
  count('start', at);
  lead({
    root,
    language,
    document,
    from: (isAfter ? beginAfter : begin)(at, Date.now()),
    body: ({ blocks }: { blocks: readonly Block[] }) => <Blocks blocks={blocks} frame={frame} />,
    path: () => pathOf(state),
    now: Date.now,
    atStart: options['launcher'] === 'start',
    signal: end.signal,
    listener: {
      step(step) {
        emit('walkthrough-step', { walkthrough: id, step: nameOf(step), number: step + 1, of: plan.steps.length });
        count('step', step);
      },
      done: (step, seconds) => noteStep(step, true, { seconds }),
      blocked,
      place(step, isAfterwards) {
        // After the last step it may begin anew.
        running = { id, end };
        if (mayKeep()) keepPlace({ ...placeOf(step), ...(isAfterwards ? { after: true as const } : {}) }, 'on');
      },
      complete() {
        running = { id, end, isOver: true };
        forgetPlace();
        if (mayKeep()) keepEnded(id, 'finished');
        const device = state.device.get();
        if (device) void setWalked(device.storage, id).catch(() => {});
        emit('walkthrough-complete', { walkthrough: id, seconds: Math.round((Date.now() - started) / 1_000) });
        count('complete', plan.steps.length - 1);
      },
    },
    exits: {
      leave: abort,
      list(step) {
        abort(step);
        move.show({ view: 'document', id, step: step + 1 });
      },
      read(step) {
        const { fallback } = plan.steps[step]!;
        abort(step);
        move.show({ view: 'document', ...(isDocumentId(fallback) ? { id: fallback } : { id, step: step + 1 }) });
      },
      tell(step, reason, seconds) {
        if (reason === 'did-not-work') blocked(step, reason, seconds);
        out(step);
        move.show({ view: 'contact' });
      },
      ...(isOffer && {
        never(step: number) {
          abort(step);
          if (mayKeep()) keepEnded(id, 'dismissed');
        },
      }),
    },
  });
};
