import type { BlockedReason, Condition, Guide, GuideStep } from '../../../content/schema/guide.ts';

/** What is seen of a step's place: it can begin, or why not. */
export type Sight = 'there' | Exclude<BlockedReason, 'did-not-work'>;

/** The page as a run sees it, at this moment. */
export interface World {
  now: number;
  /** Whether the step can begin. */
  sight: (step: GuideStep) => Sight;
  /** What ends the step is so by itself: another element shows, the page is the one, the value is valid. */
  reached: (step: GuideStep) => boolean;
  holds: (condition: Condition) => boolean;
}

export interface Run {
  /** Index of the step. */
  at: number;
  /** Waits until it can begin; can be done; is done, and what it should lead to is waited for; there is no further one. */
  phase: 'arriving' | 'here' | 'leaving' | 'over';
  /** The step came up. */
  came: number;
  /** What is waited for is waited for since then. */
  since: number;
  /** A wait that shows, and one that is given up as far as anybody knows; a watch is kept all the same. */
  wait: 'none' | 'quiet' | 'looking' | 'blocked';
  /** Why it cannot begin, or be over. */
  reason?: BlockedReason | undefined;
  /** A step that one came back to is not over because it was so before. */
  armed: boolean;
  /** Steps on the way here, for the way back. */
  path: readonly number[];
  /** Names of steps that are over. */
  done: readonly string[];
}

/** Nothing is said before; given up after. */
export const patience = { quietMs: 300, lookingMs: 6_000 } as const;

const stepOf = ({ steps }: Guide, { at }: Run): GuideStep => steps[at]!;

const arriveAt = ({ path, done }: Pick<Run, 'path' | 'done'>, at: number, now: number, armed = true): Run => ({
  path,
  done,
  at,
  phase: 'arriving',
  came: now,
  since: now,
  wait: 'quiet',
  armed,
});

export const begin = (at: number, now: number): Run => arriveAt({ path: [], done: [] }, at, now);

/** As `begin`, where an earlier page did the step and this one has to show what it led to. */
export const beginAfter = (at: number, now: number): Run => ({ ...begin(at, now), phase: 'leaving' });

const wait = (run: Run, reason: BlockedReason, now: number): Run => {
  const waited = now - run.since;
  if (waited >= patience.lookingMs) return { ...run, wait: 'blocked', reason };
  return { ...run, wait: waited >= patience.quietMs ? 'looking' : 'quiet', reason };
};

const goOn = (guide: Guide, run: Run, to: string | undefined, now: number): Run => {
  const { id } = stepOf(guide, run);
  const named = guide.steps.findIndex((step) => step.id === to);
  return move(
    guide,
    { ...run, done: [...run.done.filter((name) => name !== id), id] },
    named < 0 ? run.at + 1 : named,
    now,
  );
};

const move = (guide: Guide, run: Run, to: number, now: number): Run =>
  to < guide.steps.length
    ? arriveAt({ path: [...run.path, run.at], done: run.done }, to, now)
    : { ...run, phase: 'over', wait: 'none', reason: undefined };

const leave = (guide: Guide, run: Run, world: World): Run =>
  leaving(guide, { ...run, phase: 'leaving', since: world.now, wait: 'quiet', reason: undefined }, world);

const leaving = (guide: Guide, run: Run, world: World): Run => {
  const { after, branch } = stepOf(guide, run);
  const waited = wait(run, 'condition-failed', world.now);
  if (after && !world.holds(after)) return waited;
  const to = branch?.find(({ when }) => world.holds(when))?.to;
  const below = guide.steps[run.at + 1];
  // A page takes a while to show which way it goes, but none once the next step can begin.
  const mayTurn = waited.wait === 'quiet' || (waited.wait === 'looking' && below && world.sight(below) !== 'there');
  return branch && !to && mayTurn ? waited : goOn(guide, run, to, world.now);
};

const endsByItself = ({ advance: { by } }: GuideStep): boolean => by === 'appears' || by === 'route';

/** After anything that may have changed: the page, or the time. At most one step further. */
export const look = (guide: Guide, run: Run, world: World): Run => {
  if (run.phase === 'over') return run;
  if (run.phase === 'leaving') return leaving(guide, run, world);
  const step = stepOf(guide, run);
  const isReached = endsByItself(step) && world.reached(step);
  if (isReached && run.armed) return leave(guide, run, world);
  const seen = run.armed || isReached || !endsByItself(step) ? run : { ...run, armed: true };
  const sight = world.sight(step);
  if (sight === 'there') return { ...seen, phase: 'here', wait: 'none', reason: undefined };
  // It was here, and is gone: looked for anew.
  if (seen.phase === 'here') return { ...seen, phase: 'arriving', since: world.now, wait: 'quiet', reason: sight };
  return wait(seen, sight, world.now);
};

/** Why a step is given up for now. */
export const blockedBy = ({ wait: kind, reason }: Run): BlockedReason | undefined =>
  kind === 'blocked' ? reason : undefined;

/** When to look again though nothing changes. */
export const dueAt = ({ wait: kind, since, phase }: Run): number | undefined => {
  if (phase === 'over' || kind === 'none' || kind === 'blocked') return undefined;
  return since + (kind === 'quiet' ? patience.quietMs : patience.lookingMs);
};

/** Whether the person may say that the step is done. */
export const mayGoOn = (guide: Guide, run: Run, world: World): boolean => {
  const step = stepOf(guide, run);
  if (run.phase !== 'here') return false;
  return step.advance.by === 'next' || run.done.includes(step.id) || world.reached(step);
};

export const next = (guide: Guide, run: Run, world: World): Run =>
  mayGoOn(guide, run, world) ? leave(guide, run, world) : run;

/** The element was pressed, or its field got a valid value. */
export const act = (guide: Guide, run: Run, world: World): Run => {
  const step = stepOf(guide, run);
  return run.phase === 'here' && (step.advance.by === 'click' || world.reached(step)) ? leave(guide, run, world) : run;
};

export const skip = (guide: Guide, run: Run, { now }: World): Run =>
  run.phase !== 'over' && stepOf(guide, run).skip ? move(guide, run, run.at + 1, now) : run;

/** To the step before, as it was come by. */
export const back = (_: Guide, run: Run, { now }: World): Run => {
  const to = run.path.at(-1);
  return to === undefined ? run : arriveAt({ path: run.path.slice(0, -1), done: run.done }, to, now, false);
};

/** What a step led to may be there from the last time. */
export const restart = (_: Guide, run: Run, { now }: World): Run =>
  arriveAt({ path: [], done: run.phase === 'over' ? [] : run.done }, 0, now, false);
