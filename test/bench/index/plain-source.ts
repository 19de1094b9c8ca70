import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';
import { hashOf } from '../../../content/compile/file-name.ts';
import { contentDigits, documentFile } from '../../../content/search/document-file.ts';
import type { IndexSource } from '../../../content/search/index-source.ts';
import { slugOf } from '../../../content/search/slug.ts';

const heading = /^#{2,6}\s+(.+)$/;

/** Sections as they are written: a line with the marks of a heading begins one. */
function sectionsOf(body: string): IndexSource['fields']['sections'] {
  const sections: { heading?: string; lines: string[] }[] = [{ lines: [] }];
  for (const line of body.split('\n')) {
    const [, title] = heading.exec(line) ?? [];
    if (title) sections.push({ heading: title, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ lines, ...rest }) => ({ ...rest, text: lines.join('\n') }));
}

/**
 * An article as the index builder takes it, without a Markdown parser in between: its trees of a hundred thousand
 * articles would not fit into memory. Marks stay in the text; the index leaves them out anyway, but for addresses of links.
 */
export function plainSource({ id, title, description, body, category }: CorpusArticle): IndexSource {
  const slug = slugOf(id);
  const own = `article:${slug}` as const;
  const file = documentFile(own, hashOf(id, contentDigits));
  return {
    record: { id: own, kind: 'article', slug, category, title, description, file },
    fields: { title, keywords: [], description, sections: sectionsOf(body) },
  };
}
