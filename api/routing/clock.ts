import type { Metric } from '../../content/schema/sla-policy.ts';
import type { Millis } from '../store/store.ts';
import { addBusinessMinutes, businessMinutesBetween } from './calendar.ts';
import { countedIn, type Promised, promisedMinutes } from './deadline.ts';

/** A share of the promised time, and the instant at which it was used up, or will be if nothing happens. */
export interface Warning {
  percent: 50 | 75 | 100;
  at: Millis;
}

/** A promised time that has begun to count. */
export interface StartedClock {
  state: 'running' | 'paused' | 'fulfilled';
  startedAt: Millis;
  /** The last instant that keeps the promise. `undefined` while paused, and when the calendar never opens for that long. */
  dueAt: Millis | undefined;
  fulfilledAt: Millis | undefined;
  /** Stays once it is, also when a later promise is longer: what was promised was not kept. */
  breached: boolean;
  breachedAt: Millis | undefined;
  /** Business time that was used, as a share of what is promised: 1 is all of it. */
  used: number;
  /** Business time until `dueAt`; 0 when it is past. */
  remainingMinutes: number;
  /**
   * What was reached, in order, each at an instant that later events do not move. A longer promise takes back 50 and 75 as
   * long as they are not reached again. A shorter one is reached when it is made at the earliest.
   */
  warnings: Warning[];
  /** What is reached next, if the clock runs on. */
  next: Warning | undefined;
}

/** `none`: it has not begun, or nothing is promised. */
export type Clock = { state: 'none' } | StartedClock;

interface Run {
  from: Millis;
  /** `undefined` as long as it runs. */
  to: Millis | undefined;
}

/** What has happened to a clock; `readClock` says what that means. */
export interface Timer {
  metric: Metric;
  startedAt: Millis;
  runs: readonly Run[];
  fulfilledAt: Millis | undefined;
  promised: Promised;
  promisedAt: Millis;
  /** Reached before the promise in force was made. */
  kept: readonly Warning[];
  breachedAt: Millis | undefined;
}

export const start = (metric: Metric, promised: Promised, at: Millis): Timer => ({
  metric,
  startedAt: at,
  runs: [{ from: at, to: undefined }],
  fulfilledAt: undefined,
  promised,
  promisedAt: at,
  kept: [],
  breachedAt: undefined,
});

const isRunning = ({ runs }: Timer): boolean => runs.length > 0 && runs.at(-1)?.to === undefined;

export const pause = (timer: Timer, at: Millis): Timer =>
  isRunning(timer) ? { ...timer, runs: timer.runs.map(({ from, to = at }) => ({ from, to })) } : timer;

/** Also takes back that it was fulfilled. */
export const resume = (timer: Timer, at: Millis): Timer =>
  isRunning(timer) ? timer : { ...timer, fulfilledAt: undefined, runs: [...timer.runs, { from: at, to: undefined }] };

export const fulfil = (timer: Timer, at: Millis): Timer =>
  timer.fulfilledAt === undefined ? { ...pause(timer, at), fulfilledAt: at } : timer;

/** Another promise for the same start. A clock that is fulfilled keeps the one that it was measured by. */
export function retarget(timer: Timer, promised: Promised, at: Millis): Timer {
  if (timer.fulfilledAt !== undefined) return timer;
  const kept = reachedBefore(timer, at);
  return { ...timer, promised, promisedAt: at, kept, breachedAt: timer.breachedAt ?? breachIn(kept) };
}

/** What a clock shows at `now`, which is not before anything that has happened to it. */
export function readClock(timer: Timer | undefined, now: Millis): Clock {
  const minutes = timer && promisedMinutes(timer.promised.target, timer.metric);
  if (!timer || minutes === undefined) return { state: 'none' };
  const { startedAt, fulfilledAt } = timer;
  const isFulfilled = fulfilledAt !== undefined;
  const state = isFulfilled ? 'fulfilled' : isRunning(timer) ? 'running' : 'paused';
  // A reply at the last instant is in time; without one, the promise is broken at that instant.
  const warnings = reachedBefore(timer, fulfilledAt ?? now + 1);
  const breachedAt = timer.breachedAt ?? breachIn(warnings);
  const usedMinutes = minutesUsed(timer, now);
  return {
    state,
    startedAt,
    dueAt: state === 'paused' ? undefined : instantOf(timer, 100),
    fulfilledAt,
    breached: breachedAt !== undefined,
    breachedAt,
    used: usedMinutes / minutes,
    remainingMinutes: Math.max(0, minutes - usedMinutes),
    warnings,
    next: state === 'running' ? nextOf(timer, warnings) : undefined,
  };
}

const percents = [50, 75, 100] as const;

const breachIn = (warnings: readonly Warning[]): Millis | undefined =>
  warnings.find(({ percent }) => percent === 100)?.at;

function nextOf(timer: Timer, reached: readonly Warning[]): Warning | undefined {
  const percent = percents[reached.length];
  const at = percent && instantOf(timer, percent);
  return percent && at !== undefined ? { percent, at } : undefined;
}

function reachedBefore(timer: Timer, end: Millis): Warning[] {
  return percents.flatMap((percent) => {
    const used = instantOf(timer, percent);
    if (used === undefined) return [];
    const kept = timer.kept.find((warning) => warning.percent === percent)?.at ?? timer.promisedAt;
    const at = used > timer.promisedAt ? used : kept;
    return at < end ? [{ percent, at }] : [];
  });
}

const minutesUsed = ({ runs, promised }: Timer, now: Millis): number =>
  runs.reduce((sum, { from, to = now }) => sum + businessMinutesBetween(countedIn(promised), from, to), 0);

/** When a share of the promised time was used up, or will be if the clock runs on; `undefined` while it is paused before. */
function instantOf({ metric, runs, promised, fulfilledAt }: Timer, percent: number): Millis | undefined {
  const calendar = countedIn(promised);
  let left = ((promisedMinutes(promised.target, metric) ?? Number.POSITIVE_INFINITY) * percent) / 100;
  for (const { from, to } of runs) {
    const at = addBusinessMinutes(calendar, from, left);
    if (to === undefined || to === fulfilledAt || (at !== undefined && at < to)) return at;
    // Minutes with fractions: what is left may be less than nothing by less than a millisecond.
    left = Math.max(0, left - businessMinutesBetween(calendar, from, to));
  }
  return undefined;
}
