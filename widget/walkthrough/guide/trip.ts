import type { Guide, GuideStep } from '../../../content/schema/guide.ts';
import type { LeadOptions } from './lead.ts';
import type { Run } from './run.ts';
import { createEyes, type Eyes } from './sight.ts';

export type Change = (guide: Guide, run: Run, eyes: Eyes) => Run;

/** A run in its page. */
export interface Trip {
  run: Run;
  eyes: Eyes;
  /** What is marked. */
  target: HTMLElement | undefined;
  step(): GuideStep;
  /** Looks at the page and goes over to what a run becomes with it, and tells of that. */
  become(change: Change): void;
}

export const createTrip = ({ root, document: { guide }, from, path, now, tell }: LeadOptions): Trip => {
  const page = {
    document,
    get path() {
      return path();
    },
  };
  const look = () => createEyes(page, root.host, now());
  const trip: Trip = {
    run: from,
    eyes: look(),
    target: undefined,
    step: () => guide.steps[trip.run.at]!,
    become(change) {
      const before = trip.run;
      trip.eyes = look();
      trip.run = change(guide, before, trip.eyes);
      if (before !== trip.run) tell(trip.run, before);
    },
  };
  return trip;
};
