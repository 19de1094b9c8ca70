import type { Played } from '../../../../content/check/walkthrough/check.ts';
import type { PlayedStep } from '../../../../content/check/walkthrough/play.ts';
import type { GuideStep } from '../../../../content/schema/guide.ts';
import { guidedBy } from '../../../support/guided.ts';

/** A walkthrough that went as its steps say. */
export function playedAs(slug: string, steps: (PlayedStep & { step?: Partial<GuideStep> })[], passed = true): Played {
  const walkthrough = guidedBy(
    slug,
    '/',
    steps.map(({ id, step }) => ({ id, anchor: { name: `${id}.go` }, ...step })),
  );
  const plain = steps.map(({ step: _, ...played }) => played);
  return {
    walkthrough,
    passed,
    milliseconds: 1_234,
    steps: plain,
    pictures: [],
    warnings: [],
    check: {
      walkthrough: walkthrough.id,
      locale: 'en',
      guide: walkthrough.hash,
      on: '2026-11-26',
      steps: plain.map(({ id, result, expected, found }) => ({
        id,
        result,
        ...(expected !== undefined && { detail: `expected ${expected}; found ${found}` }),
      })),
    },
  };
}
