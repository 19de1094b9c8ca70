import type { GuideStep } from '../../schema/guide.ts';
import type { StepResult } from '../../schema/walkthrough-check.ts';
import { act, type Shortfall, waitFor } from './act.ts';
import { anchorText } from './anchor-text.ts';
import type { Guided } from './guided.ts';
import type { Seen, Unmet } from './in-page.ts';
import { wordsOf } from './patience.ts';
import type { Stage } from './stage.ts';

/** How a step went. */
export interface PlayedStep {
  id: string;
  result: StepResult;
  by?: 'selector' | 'role';
  expected?: string;
  found?: string;
  shows?: { target: string; page: string };
}

/** Called where a step is ready to be done, before it is. */
export type Ready = (step: GuideStep) => Promise<void>;

/** Plays a walkthrough from its start to its end, or to the step that fails. */
export async function play(stage: Stage, { guide }: Guided, ready: Ready): Promise<PlayedStep[]> {
  const played = new Map<string, PlayedStep>();
  const { steps } = guide;
  // Branches lead only forward: the compile step refuses any other, so this ends.
  for (let at = 0; at < steps.length; ) {
    const step = steps[at]!;
    const { next, ...went } = await guarded(stage, step, () => playStep(stage, step, steps[at + 1], ready));
    played.set(step.id, went);
    const mayGoOn = went.result === 'pass' || (went.result === 'anchor-missing' && step.skip);
    if (!mayGoOn) break;
    at = next === undefined ? at + 1 : steps.findIndex(({ id }) => id === next);
  }
  return steps.map(({ id }) => played.get(id) ?? { id, result: 'not-reached' });
}

type Went = PlayedStep & { next?: string };

/** Nothing that a page does ends the run. */
async function guarded(stage: Stage, { id }: GuideStep, played: () => Promise<Went>): Promise<Went> {
  try {
    return await played();
  } catch (error) {
    const found = stage.page.isClosed() ? 'it closed' : wordsOf(error);
    return { id, result: 'timed-out', expected: 'the page to answer', found };
  }
}

async function playStep(stage: Stage, step: GuideStep, below: GuideStep | undefined, ready: Ready): Promise<Went> {
  const { id } = step;
  const { seen, shortfall } = await begin(stage, step);
  const { title } = (await stage.until(stage.patience.answer, () => stage.where())) ?? { title: '' };
  const known: PlayedStep = {
    id,
    result: 'pass',
    ...(seen && seen.by !== 'name' && { by: seen.by }),
    ...(seen && { shows: { target: seen.label, page: title } }),
  };
  if (shortfall) {
    const next = step.skip ? await branchOf(stage, step, below) : undefined;
    return { ...known, ...shortfall, ...(next !== undefined && { next }) };
  }

  await ready(step);
  const failed =
    (await act(stage, step, seen)) ?? (step.after && (await waitFor(stage, step.after, 'condition-failed')));
  if (failed) return { ...known, ...withDialogs(failed, stage) };
  const next = await branchOf(stage, step, below);
  return { ...known, ...(next !== undefined && { next }) };
}

/** Waits for what a step needs: what must be true before it, and its element, with nothing over it. */
async function begin(stage: Stage, step: GuideStep): Promise<{ seen?: Seen; shortfall?: Shortfall }> {
  let seen: Seen | undefined;
  let shortfall: Shortfall | undefined;
  let wasSeen = false;
  let trouble: unknown;
  await stage.until(stage.patience.appear, async () => {
    try {
      const unmet = step.before && (await stage.unmet(step.before));
      seen = step.anchor && (await stage.look(step.anchor));
      const { path } = await stage.where();
      shortfall = shortfallOf(step, { unmet, seen, path });
      wasSeen = true;
    } catch (error) {
      trouble = error;
      throw error;
    }
    return shortfall ? undefined : true;
  });
  // Nobody passes on a page that was never seen.
  if (!wasSeen) return { shortfall: unseen(trouble) };
  return { ...(seen && { seen }), ...(shortfall && { shortfall }) };
}

function unseen(trouble: unknown): Shortfall {
  const words = wordsOf(trouble);
  const found = /context was destroyed|navigat/i.test(words)
    ? 'one that goes elsewhere all the time'
    : /tierzeroCheck|undefined|not a function/.test(words)
      ? 'one that takes window.tierzeroCheck away'
      : words;
  return { result: 'timed-out', expected: 'a page that can be looked at', found };
}

function shortfallOf(
  { anchor }: GuideStep,
  { unmet, seen, path }: { unmet: Unmet | undefined; seen: Seen | undefined; path: string },
): Shortfall | undefined {
  if (unmet) return { result: 'condition-failed', ...unmet };
  if (!anchor) return undefined;
  const expected = anchorText(anchor);
  if (!seen) return { result: 'anchor-missing', expected, found: `no such element on ${path}` };
  if (seen.coveredBy === undefined) return undefined;
  return { result: 'timed-out', expected: `${expected} with nothing over it`, found: `it under ${seen.coveredBy}` };
}

/**
 * The first branch whose condition holds, as soon as one does; none as soon as the step below can begin, after the moment that the
 * guide gives a page to show its way.
 */
async function branchOf(
  stage: Stage,
  { branch = [] }: GuideStep,
  below: GuideStep | undefined,
): Promise<string | undefined> {
  if (branch.length === 0) return undefined;
  const turn = async () => {
    for (const { when, to } of branch) if (!(await stage.unmet(when))) return { to };
    return undefined;
  };
  const soon = await stage.until(stage.patience.settle, turn);
  if (soon) return soon.to;
  const chosen = await stage.until(stage.patience.appear, async () => {
    const turned = await turn();
    if (turned) return turned;
    const isElsewhere = below?.before && (await stage.unmet(below.before));
    const canGoOn = !isElsewhere && (!below?.anchor || (await stage.look(below.anchor)));
    return canGoOn ? { to: undefined } : undefined;
  });
  return chosen?.to;
}

/** A page that asked something tells more than one that is silent. */
function withDialogs(failed: Shortfall, { dialogs }: Stage): Shortfall {
  const [last] = dialogs.slice(-1);
  return last === undefined ? failed : { ...failed, found: `${failed.found}; a dialog said "${last.slice(0, 120)}"` };
}
