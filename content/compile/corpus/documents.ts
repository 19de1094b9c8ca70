import { type Cache, cacheKey, remembered } from '../cache.ts';
import type { ParsedDocument } from '../document.ts';
import { headingsOf } from '../headings.ts';
import type { Source } from '../source.ts';
import { aboutOf } from './about.ts';
import { aliasesOf } from './aliases.ts';
import type { CorpusArticle } from './article.ts';
import { type CorpusBody, readBody } from './body.ts';
import { pageKey, settleLinks } from './link.ts';
import { addTo, type Simplified } from './simplified.ts';
import { slugsOf } from './slugs.ts';

/** The articles of a corpus as documents, and what had to be made simpler for that. */
export function documentsOf(
  articles: readonly CorpusArticle[],
  given: { locale: string; categoryOf: ReadonlyMap<string, string>; cache: Cache },
): { documents: ParsedDocument[]; simplified: Simplified } {
  const slugs = slugsOf(articles.map(({ id }) => id));
  const aliases = aliasesOf(articles, slugs);
  const simplified: Simplified = {};
  const read = articles.map((article) => {
    const source = sourceOf(article.id, slugs.get(article.id)!, given.locale);
    const key = cacheKey('corpus', article.url, article.body);
    const { body, linked, simplified: own } = remembered(given.cache, key, () => readBody(article, source));
    addTo(simplified, own);
    return { article, source, body, linked };
  });

  const pages = pagesOf(read);
  const bodies = new Map(read.map(({ source, body }) => [source.id as string, body]));
  const settle = (body: CorpusBody['body']) =>
    settleLinks(body, {
      documentOf: (key) => pages.get(key),
      anchorsOf: (document) => anchorsOf(bodies.get(document) ?? []),
      anchors: anchorsOf(body),
      lost: () => addTo(simplified, { link: 1 }),
    });
  const documents = read.map(({ article, source, body, linked }): ParsedDocument => {
    const settled = linked ? settle(body) : body;
    const known = { category: given.categoryOf.get(article.id) ?? '', aliases: aliases.get(article.id) ?? [] };
    const about = aboutOf(article, { ...known, body: settled });
    return { source, about, body: settled, links: [], pictures: [], lineOf: () => 1 };
  });
  return { documents, simplified };
}

const sourceOf = (id: string, slug: string, locale: string): Source => ({
  file: id,
  locale,
  kind: 'article',
  slug,
  id: `article:${slug}`,
});

const anchorsOf = (body: CorpusBody['body']): ReadonlySet<string> => new Set(headingsOf(body).map(({ slug }) => slug));

/** Documents by the addresses they have and had; an address that is in use leads to its own. */
function pagesOf(read: readonly { article: CorpusArticle; source: Source }[]): Map<string, string> {
  const pages = new Map<string, string>();
  const add = (url: string, id: string) => {
    const key = url === '' ? undefined : pageKey(url);
    if (key !== undefined && !pages.has(key)) pages.set(key, id);
  };
  for (const { article, source } of read) add(article.url, source.id);
  for (const { article, source } of read) for (const url of article.redirects) add(url, source.id);
  return pages;
}
