import type { PageType } from '../schema/article.ts';

/** A reader with a question wants the task before the listing, and the manual before the news. */
const byType: Record<PageType, number> = {
  'how-to': 1,
  troubleshooting: 1,
  concept: 0.95,
  reference: 0.85,
  overview: 0.7,
  api: 0.6,
  policy: 0.6,
  'release-notes': 0.6,
};
/** What other documents lead to is what people need: ten links weigh a fifth. */
const linkShare = 0.08;

/** How much a document is likely to be wanted, whatever was asked. `inbound`: how many other documents lead to it. */
export const priorOf = (type: PageType | undefined, inbound: number): number =>
  (type ? byType[type] : 1) * (1 + linkShare * Math.log1p(inbound));
