import type { Guided } from '../../content/check/walkthrough/guided.ts';
import { guideHash } from '../../content/compile/guide-hash.ts';
import type { Guide, GuideStep } from '../../content/schema/guide.ts';

/** A step as a test says it; the rest is that of a step that is over by Next. */
export type Step = Partial<GuideStep> & { id: string };

/** A walkthrough that was read from `en/walkthroughs/<slug>.yaml`, ten lines a step. */
export function guidedBy(slug: string, start: string, steps: Step[], locale = 'en'): Guided {
  const guide: Guide = { start, steps: steps.map((step) => ({ advance: { by: 'next' }, skip: false, ...step })) };
  return {
    id: `walkthrough:${slug}`,
    slug,
    locale,
    file: `${locale}/walkthroughs/${slug}.yaml`,
    title: `About ${slug}`,
    guide,
    hash: guideHash(guide),
    lineOf: (step) => 10 * (1 + steps.findIndex(({ id }) => id === step)),
  };
}
