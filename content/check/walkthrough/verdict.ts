import type { Guide } from '../../schema/guide.ts';
import type { StepResult } from '../../schema/walkthrough-check.ts';
import type { Played } from './check.ts';

export type Verdict = 'pass' | 'left-out' | 'failed';

/** What a step's result means: what is missing where people may go on without it is no failure. */
export function verdictOf(
  { id, result }: { id: string; result: StepResult },
  { steps }: Pick<Guide, 'steps'>,
): Verdict {
  if (result === 'pass') return 'pass';
  const mayBeSkipped = steps.some((step) => step.id === id && step.skip);
  return result === 'not-reached' || (result === 'anchor-missing' && mayBeSkipped) ? 'left-out' : 'failed';
}

/** No step failed, and none was done at its place in the page: an error page would do as well. */
export const provesNothing = ({ passed, steps, walkthrough: { guide } }: Played): boolean =>
  !passed && steps.every((step) => verdictOf(step, guide) !== 'failed');

export const nothingProven = 'expected a step that is done at its place in the page; found none';
