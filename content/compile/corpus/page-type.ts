import type { PageType } from '../../schema/article.ts';
import type { CorpusArticle } from './article.ts';

const signs: [PageType, RegExp][] = [
  [
    'release-notes',
    /(?:^|\/)(?:[\w-]*release-?notes|changelogs?|whats-?new|updates|blogs?|news)(?:\/|$)|(?:^|\/)v\d+_\d+$/,
  ],
  ['api', /(?:^|\/)(?:[\w-]*api|rest|graphql)\//],
  ['policy', /(?:^|\/)(?:[\w-]*polic(?:y|ies)|legal|terms)\//],
  ['overview', /(?:^|\/)index$/],
];
/** A page with fewer words than this lists others. */
const fewWords = 25;

/** What an article that does not say so is probably for, by its address and length. */
export function pageTypeOf({ id, body }: CorpusArticle): PageType | undefined {
  const address = id.toLowerCase();
  const sign = signs.find(([, pattern]) => pattern.test(address));
  if (sign) return sign[0];
  return (body.match(/\S+/g) ?? []).length < fewWords ? 'overview' : undefined;
}
