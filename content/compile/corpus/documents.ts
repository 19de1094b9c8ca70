import { type Cache, cacheKey, remembered, rememberedJson } from '../cache.ts';
import type { ParsedDocument } from '../document.ts';
import { contentOf } from '../document-content.ts';
import type { Source } from '../source.ts';
import { aboutOf } from './about.ts';
import { aliasesOf } from './aliases.ts';
import type { CorpusArticle } from './article.ts';
import { type CorpusBody, readBody } from './body.ts';
import { pageKey, settleLinks, targetOf } from './link.ts';
import { outlineOf } from './outline.ts';
import { addTo, type Simplified } from './simplified.ts';
import { slugsOf } from './slugs.ts';

/** The articles of a corpus as documents, what had to be made simpler for that, and which are plain text now, by id. */
export function documentsOf(
  articles: readonly CorpusArticle[],
  given: { locale: string; categoryOf: ReadonlyMap<string, string>; cache: Cache },
): { documents: ParsedDocument[]; simplified: Simplified; plain: string[] } {
  const slugs = slugsOf(articles.map(({ id }) => id));
  const aliases = aliasesOf(articles, slugs);
  const simplified: Simplified = {};
  const read = articles.map((article) => {
    const source = sourceOf(article.id, slugs.get(article.id)!, given.locale);
    const key = cacheKey('corpus', article.url, article.body);
    let body: CorpusBody | undefined;
    const bodyOf = () => (body ??= readBody(article, source));
    const outline = remembered(given.cache, key, () => outlineOf(bodyOf()));
    addTo(simplified, outline.simplified);
    return { article, source, key, bodyOf, outline, anchors: new Set(outline.headings.map(({ slug }) => slug)) };
  });

  const pages = pagesOf(read);
  const anchors = new Map(read.map((one) => [one.source.id as string, one.anchors]));
  const settling = {
    documentOf: (key: string) => pages.get(key),
    anchorsOf: (document: string) => anchors.get(document) ?? new Set<string>(),
  };
  const documents = read.map(({ article, source, key, bodyOf, outline, anchors }): ParsedDocument => {
    const targets = new Map(outline.links.map((href) => [href, targetOf(href, { ...settling, anchors })]));
    const lost = outline.links.filter((href) => !targets.get(href)).length;
    addTo(simplified, lost > 0 ? { link: lost } : {});
    const json = rememberedJson(given.cache, cacheKey('settled', key, JSON.stringify([...targets])), () => ({
      body: settleLinks(bodyOf().body, targets),
    }));
    const known = { category: given.categoryOf.get(article.id) ?? '', aliases: aliases.get(article.id) ?? [] };
    const about = aboutOf(article, { ...known, outline });
    return { source, about, content: contentOf(json), links: [], pictures: [], lineOf: () => 1 };
  });
  const plain = read.filter(({ outline }) => outline.isPlain).map(({ article }) => article.id);
  return { documents, simplified, plain };
}

const sourceOf = (id: string, slug: string, locale: string): Source => ({
  file: id,
  locale,
  kind: 'article',
  slug,
  id: `article:${slug}`,
});

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
