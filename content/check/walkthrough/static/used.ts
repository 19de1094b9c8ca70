import type { Anchor } from '../../../schema/anchor.ts';
import type { Condition, GuideStep } from '../../../schema/guide.ts';
import type { Guided } from '../guided.ts';

/** A name that a walkthrough points at, and where. */
export interface UsedAnchor {
  name: string;
  file: string;
  line: number;
  step: string;
}

/** Every name that walkthroughs use, also in their conditions and branches. */
export const usedAnchors = (walkthroughs: readonly Guided[]): UsedAnchor[] =>
  walkthroughs.flatMap(({ file, guide, lineOf }) =>
    guide.steps.flatMap((step) =>
      [...new Set(anchorsOf(step).flatMap(({ name }) => name ?? []))].map((name) => ({
        name,
        file,
        line: lineOf(step.id),
        step: step.id,
      })),
    ),
  );

function anchorsOf({ anchor, advance, before, after, branch = [] }: GuideStep): Anchor[] {
  const conditions = [before, after, ...branch.map(({ when }) => when)];
  return [
    ...(anchor ? [anchor] : []),
    ...(advance.by === 'appears' ? [advance.anchor] : []),
    ...conditions.flatMap((condition) => (condition ? named(condition) : [])),
  ];
}

const named = ({ visible = [], absent = [], value }: Condition): Anchor[] => [
  ...visible,
  ...absent,
  ...(value ? [value.of] : []),
];
