import type { Figures, Outcomes, ShownCause } from '../contract/report.ts';
import type { Millis } from '../store/store.ts';
import { spreadOf } from './spread.ts';

interface Replies extends Outcomes {
  clock: Millis[];
  business: Millis[];
}

/** Sums of a group or a tier that tallies can be added to. A percentile needs every value, so these are kept. */
export interface Tally {
  received: number;
  solved: number;
  reopened: number;
  causes: Record<ShownCause, number>;
  transfers: number;
  pingPong: number;
  'first-reply': Replies;
  'next-reply': Replies;
  resolution: Outcomes;
  ages: Millis[];
}

export const emptyTally = (): Tally => ({
  received: 0,
  solved: 0,
  reopened: 0,
  causes: { answered: 0, 'article-missing': 0, 'article-wrong': 0, defect: 0, request: 0, other: 0, unsaid: 0 },
  transfers: 0,
  pingPong: 0,
  'first-reply': { ...noOutcomes, clock: [], business: [] },
  'next-reply': { ...noOutcomes, clock: [], business: [] },
  resolution: { ...noOutcomes },
  ages: [],
});

const noOutcomes: Outcomes = { met: 0, breached: 0, running: 0 };

/** The numbers of several tallies together. */
export function figuresOf(tallies: readonly Tally[]): Figures {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const outcomes = (of: (tally: Tally) => Outcomes): Outcomes => ({
    met: sum((tally) => of(tally).met),
    breached: sum((tally) => of(tally).breached),
    running: sum((tally) => of(tally).running),
  });
  const replies = (metric: 'first-reply' | 'next-reply') => ({
    ...outcomes((tally) => tally[metric]),
    clock: spreadOf(tallies.flatMap((tally) => tally[metric].clock)),
    business: spreadOf(tallies.flatMap((tally) => tally[metric].business)),
  });
  const causes = (cause: ShownCause): number => sum((tally) => tally.causes[cause]);
  return {
    received: sum(({ received }) => received),
    solved: sum(({ solved }) => solved),
    reopened: sum(({ reopened }) => reopened),
    causes: {
      answered: causes('answered'),
      'article-missing': causes('article-missing'),
      'article-wrong': causes('article-wrong'),
      defect: causes('defect'),
      request: causes('request'),
      other: causes('other'),
      unsaid: causes('unsaid'),
    },
    transfers: sum(({ transfers }) => transfers),
    pingPong: sum(({ pingPong }) => pingPong),
    firstReply: replies('first-reply'),
    nextReply: replies('next-reply'),
    resolution: outcomes(({ resolution }) => resolution),
    open: sum(({ ages }) => ages.length),
    age: spreadOf(tallies.flatMap(({ ages }) => ages)),
  };
}
