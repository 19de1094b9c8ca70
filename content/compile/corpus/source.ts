import type { IndexSource } from '../../search/index-source.ts';
import type { CorpusArticle } from './article.ts';

/** Markdown without what only marks it up: fences, link and picture addresses, emphasis, table rules. */
const plain = (markdown: string): string =>
  markdown
    .replace(/^\s*(?:```|~~~).*$/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s[^)]*)?\)/g, '$1')
    .replace(/^\s*[|:\s-]+$/gm, '')
    .replace(/[*_`#>|]+/g, ' ');

const slugOf = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** An article of a corpus as the index builder takes it. */
export function sourceOf({ id, title, description, headings, body, category }: CorpusArticle): IndexSource {
  const slug = slugOf(id);
  return {
    record: { id: `article:${slug}`, kind: 'article', slug, category, title, description, file: '' },
    fields: { title, keywords: [], headings, description, body: plain(body) },
  };
}
