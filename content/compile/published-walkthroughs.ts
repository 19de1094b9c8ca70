import type * as z from 'zod/mini';
import { compiledDocument } from '../schema/document.ts';
import type { PublishedWalkthrough, publishedWalkthroughs } from '../schema/published-walkthrough.ts';
import { sectionsOf } from '../search/plain.ts';
import type { LocaleOutput } from './output.ts';

/** What `walkthroughs.json` says: of each language, the walkthroughs that are written in it and lead a page. */
export const walkthroughsOf = (locales: readonly LocaleOutput[]): z.infer<typeof publishedWalkthroughs> => ({
  format: 1,
  walkthroughs: locales.flatMap(({ locale, indexed: { documents, json } }) =>
    documents.flatMap(({ source }, place) =>
      source.kind === 'walkthrough' && source.locale === locale ? publishedOf(json[place]!) : [],
    ),
  ),
});

function publishedOf(json: Uint8Array): PublishedWalkthrough[] {
  const {
    id,
    locale,
    title,
    steps = [],
    guide,
    seal,
  } = compiledDocument.parse(JSON.parse(new TextDecoder().decode(json)));
  if (!guide) return [];
  const text = (place: number): string =>
    sectionsOf({ body: steps[place]?.do ?? [] })
      .map((section) => section.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  return [
    {
      id,
      locale,
      title,
      steps: guide.steps.map((step, place) => ({ id: step.id, text: text(place) })),
      ...(seal && { seal }),
    },
  ];
}
