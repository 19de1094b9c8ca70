import type { PageType } from '../../schema/article.ts';
import type { CorpusArticle } from './article.ts';

/** Names that mean the same wherever they stand, and folders that do only at the beginning, behind a language at most. */
const anywhere = (names: string) => new RegExp(`(?:^|/)(?:${names})(?:/|$)`);
const first = (names: string) => new RegExp(`^(?:[a-z]{2}(?:-[a-z]{2})?/)?(?:${names})/`);
const signs: [PageType, RegExp][] = [
  ['release-notes', anywhere('[\\w-]*release-?notes|changelogs?|whats-?new')],
  ['release-notes', /(?:^|\/)v\d+_\d+$/],
  ['release-notes', first('updates|blogs?|news')],
  ['api', anywhere('graphql/.*|rest-api/.*|api-reference/.*')],
  ['api', first('api|rest')],
  ['policy', first('(?:\\w+-)?polic(?:y|ies)|legal|terms')],
  ['overview', /(?:^|\/)index$/],
];

/** What an article that does not say so is probably for, by its address. */
export const pageTypeOf = ({ id }: CorpusArticle): PageType | undefined =>
  signs.find(([, pattern]) => pattern.test(id.toLowerCase()))?.[0];
