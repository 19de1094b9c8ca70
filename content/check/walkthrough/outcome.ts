import type { LeftOut, Played } from './check.ts';

/** What a run has come to. */
export interface Outcome {
  played: readonly Played[];
  leftOut: readonly LeftOut[];
  /** Why it ended before its end. */
  stopped?: string;
  /** Why its results could not be kept. */
  unwritten?: string;
}

/** `passed`, `failed`, or `unchecked` where what was to be proven was not played. */
export function endOf({ played, leftOut, stopped, unwritten }: Outcome): 'passed' | 'failed' | 'unchecked' {
  const isKept = stopped === undefined && unwritten === undefined;
  const isWhole = isKept && played.length > 0 && leftOut.every(({ reason }) => reason === 'version');
  if (!isWhole) return 'unchecked';
  return played.every(({ passed }) => passed) ? 'passed' : 'failed';
}
