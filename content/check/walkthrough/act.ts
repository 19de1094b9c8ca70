import type { Advance, GuideStep } from '../../schema/guide.ts';
import type { StepResult } from '../../schema/walkthrough-check.ts';
import type { Seen, Unmet } from './in-page.ts';
import { Unresponsive, wordsOf } from './patience.ts';
import type { Stage } from './stage.ts';

/** Why a step did not go as written. */
export type Shortfall = Unmet & { result: Exclude<StepResult, 'pass' | 'not-reached'> };

/** Does what a person would do at a step, and waits for what ends it. */
export async function act(stage: Stage, step: GuideStep, seen: Seen | undefined): Promise<Shortfall | undefined> {
  const { advance, sample } = step;
  switch (advance.by) {
    case 'next':
      return undefined;
    case 'click':
      return press(stage, step);
    case 'input':
      return (await enter(stage, step, sample ?? '')) ?? (await accepted(stage, step, advance.matches));
    default:
      return reach(stage, step, advance, seen);
  }
}

/** Something else ends the step: what is pointed at is used, where that is how it comes about. */
async function reach(
  stage: Stage,
  step: GuideStep,
  advance: Extract<Advance, { by: 'appears' | 'route' }>,
  seen: Seen | undefined,
): Promise<Shortfall | undefined> {
  const condition = advance.by === 'route' ? { route: advance.route } : { visible: [advance.anchor] };
  const isThere = (await stage.until(0, async () => (await stage.unmet(condition)) ?? 'met')) === 'met';
  if (!isThere && seen) {
    const used =
      step.sample !== undefined ? await enter(stage, step, step.sample) : seen.operable && (await press(stage, step));
    if (used) return used;
    // What is suggested while somebody types goes when they leave the field; what a page does then comes after that.
    if (step.sample !== undefined) {
      if (!(await waitFor(stage, condition, 'timed-out', stage.patience.act))) return undefined;
      await stage.until(0, () => stage.blur());
    }
  }
  return waitFor(stage, condition, 'timed-out');
}

/** Waits until a condition holds. */
export async function waitFor(
  stage: Stage,
  condition: Parameters<Stage['unmet']>[0],
  result: Shortfall['result'],
  patience = stage.patience.appear,
): Promise<Shortfall | undefined> {
  let last: Unmet = { expected: 'the page to answer', found: 'nothing' };
  const met = await stage.until(patience, async () => {
    const unmet = await stage.unmet(condition);
    if (unmet) last = unmet;
    return unmet ? undefined : true;
  });
  return met ? undefined : { result, ...last };
}

type Handle = NonNullable<Awaited<ReturnType<Stage['element']>>>;

/** Presses as a person does, once: only what is there, still, enabled, and has nothing over it. */
async function press(stage: Stage, step: GuideStep, refine?: () => Promise<boolean>): Promise<Shortfall | undefined> {
  const use = async (handle: Handle, timeout: number) => {
    const before = stage.presses();
    try {
      await handle.click({ timeout, noWaitAfter: true });
    } catch (error) {
      // It came through, and what the page did then took long, or took the element away.
      if (stage.presses() === before) throw error;
    }
  };
  return handled(stage, step, use, refine);
}

/** Looks for the element again whenever the page has put another in its place. */
async function handled(
  stage: Stage,
  { anchor }: GuideStep,
  use: (handle: Handle, timeout: number) => Promise<unknown>,
  refine: () => Promise<boolean> = async () => true,
): Promise<Shortfall | undefined> {
  if (!anchor) return undefined;
  let trouble = 'no such element';
  const { act } = stage.patience;
  const done = await stage.until(act, async () => {
    const seen = await stage.look(anchor);
    const handle = seen && (await refine()) ? await stage.element() : undefined;
    if (!handle) return undefined;
    try {
      // A shorter try than all there is: an element that was replaced meanwhile is looked for anew.
      await use(handle, act / 3);
      return true;
    } catch (error) {
      if (error instanceof Unresponsive) throw error;
      trouble = troubleOf(error, seen);
      return undefined;
    }
  });
  return done ? undefined : { result: 'timed-out', expected: 'an element that can be used', found: trouble };
}

/** Of the driver's long story, what keeps a person from it. */
function troubleOf(error: unknown, seen: Seen | undefined): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, cover] = /(<[^\n]*) intercepts pointer events/.exec(text) ?? [];
  if (cover) return `it under ${cover.replace(/…/g, '').slice(0, 120)}`;
  if (seen?.coveredBy) return `it under ${seen.coveredBy}`;
  if (seen?.inert) return 'it inert';
  if (seen?.disabled || /is not enabled/.test(text)) return 'it disabled';
  if (/is not editable|readonly/.test(text)) return 'it read-only';
  if (/is not stable/.test(text)) return 'it moving all the time';
  if (/not attached|detached/.test(text)) return 'it replaced by the page again and again';
  return wordsOf(error);
}

/** Types, chooses or ticks the sample. */
async function enter(stage: Stage, step: GuideStep, sample: string): Promise<Shortfall | undefined> {
  const seen = step.anchor && (await stage.until(stage.patience.act, () => stage.look(step.anchor!)));
  switch (seen?.kind) {
    case 'chosen':
      return choose(stage, step, sample);
    case 'ticked':
      return tick(stage, step, sample);
    case 'group':
      return chooseMember(stage, step, sample);
    case 'typed':
    case 'editable':
      return type(stage, step, sample);
    case 'set':
      return handled(stage, step, (handle, timeout) => handle.fill(sample, { timeout }));
    default:
      return {
        result: 'condition-failed',
        expected: 'a field',
        found: seen ? 'an element without a value' : 'nothing',
      };
  }
}

async function type(stage: Stage, step: GuideStep, sample: string): Promise<Shortfall | undefined> {
  const { keyboard } = stage.page;
  const before = await stage.until(stage.patience.act, () => stage.beforeTyping());
  const failed = await handled(stage, step, async (handle, timeout) => {
    await handle.click({ timeout });
    await keyboard.press('ControlOrMeta+A');
    await keyboard.type(sample);
  });
  if (failed) return failed;
  if (step.advance.by === 'input') await stage.until(0, () => stage.blur());
  return entered(stage, step, { sample, before: before ?? '' });
}

/** Waits until what was typed is in the field, or the page has gone on from it. */
async function entered(
  stage: Stage,
  { anchor }: GuideStep,
  { sample, before }: { sample: string; before: string },
): Promise<Shortfall | undefined> {
  let last: Unmet = { expected: 'the page to answer', found: 'nothing' };
  const isIn = await stage.until(stage.patience.act, async () => {
    if (!anchor || !(await stage.look(anchor))) return true;
    const unmet = await stage.unentered(sample, before);
    if (unmet) last = unmet;
    return unmet ? undefined : true;
  });
  return isIn ? undefined : { result: 'timed-out', ...last };
}

async function choose(stage: Stage, step: GuideStep, sample: string): Promise<Shortfall | undefined> {
  let known: string[] = [];
  const place = await stage.until(stage.patience.appear, async () => {
    await stage.look(step.anchor!);
    const found = await stage.option(sample);
    if (typeof found === 'number') return found;
    known = found;
    return undefined;
  });
  if (place === undefined)
    return { result: 'condition-failed', expected: `an option "${sample}"`, found: known.join(', ') || 'no options' };
  return handled(stage, step, (handle, timeout) => handle.selectOption({ index: place }, { timeout }));
}

async function tick(stage: Stage, step: GuideStep, sample: string): Promise<Shortfall | undefined> {
  const is = sample === 'off' ? 'off' : 'on';
  const isSo = async () => (await stage.unmet({ value: { of: step.anchor!, is } })) === undefined;
  return (await isSo()) ? undefined : press(stage, step);
}

async function chooseMember(stage: Stage, step: GuideStep, sample: string): Promise<Shortfall | undefined> {
  const failed = await press(stage, step, () => stage.member(sample));
  return failed && { ...failed, expected: `a choice "${sample}"` };
}

async function accepted(
  stage: Stage,
  { anchor }: GuideStep,
  matches: string | undefined,
): Promise<Shortfall | undefined> {
  let last: Unmet = { expected: 'the field', found: 'no such element' };
  const met = await stage.until(stage.patience.appear, async () => {
    if (!anchor || !(await stage.look(anchor))) return undefined;
    const refused = await stage.refused(matches);
    if (refused) last = refused;
    return refused ? undefined : true;
  });
  return met ? undefined : { result: 'condition-failed', ...last };
}
