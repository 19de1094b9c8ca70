import { type Figures, type Outcomes, type ShownCause, type Spread, shownCause } from './report.ts';

/** What a number of a report is: how many, a share of something, how many for each, or minutes. */
export type Unit = 'count' | 'share' | 'ratio' | 'minutes';

/** A number of a report. `value` is absent where there is nothing to count: no data is not 0. */
export interface Reading {
  value: number | undefined;
  /** What was divided by what. */
  of?: readonly [part: number, whole: number];
}

interface Measure {
  /** Names its words in `measure-words.ts`. */
  id: string;
  unit: Unit;
  read: (figures: Figures) => Reading;
}

const count = (value: number): Reading => ({ value });
const divided = (part: number, whole: number): Reading => ({
  value: whole === 0 ? undefined : part / whole,
  of: [part, whole],
});

const promises = <Id extends string>(id: Id, outcomes: (figures: Figures) => Outcomes) =>
  [
    {
      id: `${id}-kept`,
      unit: 'share',
      read: (figures: Figures) => divided(outcomes(figures).met, outcomes(figures).met + outcomes(figures).breached),
    },
    { id: `${id}-met`, unit: 'count', read: (figures: Figures) => count(outcomes(figures).met) },
    { id: `${id}-breached`, unit: 'count', read: (figures: Figures) => count(outcomes(figures).breached) },
    { id: `${id}-running`, unit: 'count', read: (figures: Figures) => count(outcomes(figures).running) },
  ] as const;

const spread = <Id extends string>(id: Id, of: (figures: Figures) => Spread) =>
  [
    { id: `${id}-median`, unit: 'minutes', read: (figures: Figures): Reading => ({ value: of(figures).median }) },
    { id: `${id}-p90`, unit: 'minutes', read: (figures: Figures): Reading => ({ value: of(figures).p90 }) },
  ] as const;

const solvedBy = <Cause extends ShownCause>(cause: Cause) =>
  ({
    id: `cause-${cause}`,
    unit: 'share',
    read: (figures: Figures) => divided(figures.causes[cause], figures.solved),
  }) as const;

/** Every number of a report, in the order in which it is shown: in the desk and in the CSV alike. */
export const measures = [
  { id: 'received', unit: 'count', read: ({ received }: Figures) => count(received) },
  { id: 'solved', unit: 'count', read: ({ solved }: Figures) => count(solved) },
  { id: 'open', unit: 'count', read: ({ open }: Figures) => count(open) },
  ...spread('age', ({ age }) => age),
  ...promises('first-reply', ({ firstReply }) => firstReply),
  ...promises('next-reply', ({ nextReply }) => nextReply),
  ...promises('resolution', ({ resolution }) => resolution),
  ...spread('first-reply-clock', ({ firstReply }) => firstReply.clock),
  ...spread('first-reply-business', ({ firstReply }) => firstReply.business),
  ...spread('next-reply-clock', ({ nextReply }) => nextReply.clock),
  ...spread('next-reply-business', ({ nextReply }) => nextReply.business),
  { id: 'reopened', unit: 'share', read: ({ reopened, solved }: Figures) => divided(reopened, solved) },
  { id: 'transfers', unit: 'ratio', read: ({ transfers, received }: Figures) => divided(transfers, received) },
  { id: 'ping-pong', unit: 'share', read: ({ pingPong, received }: Figures) => divided(pingPong, received) },
  ...shownCause.options.map(solvedBy),
] as const satisfies readonly Measure[];
export type MeasureId = (typeof measures)[number]['id'];
