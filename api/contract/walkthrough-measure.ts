import type { Reading, Unit } from './measure.ts';
import type { WalkthroughFigures } from './walkthrough-report.ts';

const divided = (part: number, whole: number): Reading => ({
  value: whole === 0 ? undefined : part / whole,
  of: [part, whole],
});

/** Every number of a walkthrough, in the order in which it is shown: in the desk and in the CSV alike. */
export const walkthroughMeasures = [
  { id: 'started', unit: 'count', read: ({ started }: WalkthroughFigures): Reading => ({ value: started }) },
  {
    id: 'completed',
    unit: 'share',
    read: ({ completed, started }: WalkthroughFigures): Reading => divided(completed, started),
  },
  { id: 'left', unit: 'share', read: ({ left, started }: WalkthroughFigures): Reading => divided(left, started) },
  {
    id: 'unended',
    unit: 'share',
    read: ({ started, completed, left }: WalkthroughFigures): Reading =>
      divided(Math.max(0, started - completed - left), started),
  },
  {
    id: 'blocked',
    unit: 'ratio',
    read: ({ blocked, started }: WalkthroughFigures): Reading => divided(blocked, started),
  },
] as const satisfies readonly { id: string; unit: Unit; read: (figures: WalkthroughFigures) => Reading }[];
export type WalkthroughMeasureId =
  | (typeof walkthroughMeasures)[number]['id']
  | 'came-up'
  | 'step-left'
  | 'step-blocked'
  | 'missing';
