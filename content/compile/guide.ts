import { anchorFrom, type WrittenAnchor } from '../schema/anchor.ts';
import type { Advance, Condition, Guide, GuideStep } from '../schema/guide.ts';
import type { Walkthrough, WalkthroughStep, WrittenCondition } from '../schema/walkthrough.ts';

/** Writes out how a page is led through the steps; nothing where no step has a place in a page. */
export function guideOf({ start, app, steps }: Walkthrough): Guide | undefined {
  if (start === undefined || steps.every(({ anchor }) => anchor === undefined)) return undefined;
  return { start, ...(app !== undefined && { app }), steps: steps.map(guideStepOf) };
}

/** The name a step is known by: its own, or its number. */
export const stepId = ({ id }: { id?: string | undefined }, index: number): string => id ?? `step-${index + 1}`;

function guideStepOf(step: WalkthroughStep, index: number): GuideStep {
  const { anchor, sample, before, after, fallback, branch, skip } = step;
  return {
    id: stepId(step, index),
    ...(anchor !== undefined && { anchor: anchorFrom(anchor) }),
    advance: advanceOf(step),
    ...(sample !== undefined && { sample }),
    ...(before && { before: conditionOf(before) }),
    ...(after && { after: conditionOf(after) }),
    ...(fallback !== undefined && { fallback }),
    ...(branch.length > 0 && { branch: branch.map(({ when, to }) => ({ when: conditionOf(when), to })) }),
    skip,
  };
}

function advanceOf({ advance, matches }: WalkthroughStep): Advance {
  if (advance === 'input') return { by: 'input', ...(matches !== undefined && { matches }) };
  if (typeof advance === 'string') return { by: advance };
  return 'route' in advance
    ? { by: 'route', route: advance.route }
    : { by: 'appears', anchor: anchorFrom(advance.appears) };
}

function conditionOf({ route, visible, absent, value }: WrittenCondition): Condition {
  return {
    ...(route !== undefined && { route }),
    ...(visible !== undefined && { visible: anchorsFrom(visible) }),
    ...(absent !== undefined && { absent: anchorsFrom(absent) }),
    ...(value && { value: { of: anchorFrom(value.of), is: value.is } }),
  };
}

const anchorsFrom = (written: WrittenAnchor | WrittenAnchor[]) =>
  (Array.isArray(written) ? written : [written]).map(anchorFrom);
