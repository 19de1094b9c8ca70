import type { Guide, GuideStep } from '../../../content/schema/guide.ts';
import type { LeadOptions } from './lead.ts';
import { blockedBy, type Run } from './run.ts';
import { createEyes, type Eyes } from './sight.ts';

export type Change = (guide: Guide, run: Run, eyes: Eyes) => Run;

/** A run in its page. */
export interface Trip {
  run: Run;
  eyes: Eyes;
  /** What is marked. */
  target: HTMLElement | undefined;
  step(): GuideStep;
  /** Since the step came up. */
  seconds(): number;
  /** Looks at the page and goes over to what a run becomes with it, and tells of that. */
  become(change: Change): void;
}

export const createTrip = ({ root, document: { guide }, from, path, now, listener }: LeadOptions): Trip => {
  const look = () => createEyes({ document, path: path() }, root.host, now());
  let cameUp = now();
  const tell = (before: Run, next: Run) => {
    if (next.done !== before.done && next.done.length > 0) listener.done(before.at, trip.seconds());
    const reason = blockedBy(next);
    if (reason && reason !== blockedBy(before)) listener.blocked(next.at, reason, trip.seconds());
    if (next.phase === 'over') return listener.complete();
    const isNew = next.path !== before.path;
    if (isNew) {
      cameUp = now();
      listener.step(next.at);
    }
    const isAfter = next.phase === 'leaving';
    if (isNew || isAfter !== (before.phase === 'leaving')) listener.place(next.at, isAfter);
  };
  const trip: Trip = {
    run: from,
    eyes: look(),
    target: undefined,
    step: () => guide.steps[trip.run.at]!,
    seconds: () => Math.round((now() - cameUp) / 1_000),
    become(change) {
      const before = trip.run;
      trip.eyes = look();
      trip.run = change(guide, before, trip.eyes);
      if (before !== trip.run) tell(before, trip.run);
    },
  };
  return trip;
};
