import { slugOf } from '../../search/slug.ts';
import type { CorpusArticle } from './article.ts';

const longest = 80;

/**
 * Former slugs by the article's id: the last part of each former address. One that is a slug today, or was another
 * article's, is left out: a link by it would be decided by chance.
 */
export function aliasesOf(
  articles: readonly CorpusArticle[],
  slugs: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const live = new Set(slugs.values());
  const wanted = articles.map(({ id, redirects }) => {
    const former = redirects.map(lastPart).filter((slug) => slug !== '' && slug.length <= longest && !live.has(slug));
    return { id, former: [...new Set(former)] };
  });
  const uses = new Map<string, number>();
  for (const slug of wanted.flatMap(({ former }) => former)) uses.set(slug, (uses.get(slug) ?? 0) + 1);
  return new Map(wanted.map(({ id, former }) => [id, former.filter((slug) => uses.get(slug) === 1)]));
}

const lastPart = (address: string): string =>
  slugOf(
    address
      .replace(/[?#].*$/, '')
      .replace(/(?:\/|\/index)?(?:\.html?|\.mdx?)?$/, '')
      .split('/')
      .at(-1) ?? '',
  );
