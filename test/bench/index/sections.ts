import type { CorpusArticle } from '../../../content/compile/corpus/article.ts';

const heading = /^(#{2,6})\s+(.+?)\s*#*$/;
const fence = /^\s*(?:```|~~~)/;

interface Section {
  title: string;
  headings: string[];
  lines: string[];
}

/** The parts of a body: what stands before the first heading down to `level`, then one for each; fenced code has none. */
function partsOf({ title, body }: CorpusArticle, level: number): Section[] {
  const parts: Section[] = [{ title, headings: [], lines: [] }];
  let inCode = false;
  for (const line of body.split('\n')) {
    if (fence.test(line)) inCode = !inCode;
    const [, marks = '', text = ''] = (inCode ? undefined : heading.exec(line)) ?? [];
    if (marks && marks.length <= level) parts.push({ title: text, headings: [], lines: [] });
    else parts.at(-1)?.lines.push(line);
    if (marks.length > level) parts.at(-1)?.headings.push(text);
  }
  return parts;
}

/**
 * An article cut at its headings from h2 down to `level` into articles of their own. The first keeps title, description and former addresses;
 * a heading without a text below it is left out.
 */
export function cutAtHeadings(article: CorpusArticle, level: number): CorpusArticle[] {
  return partsOf(article, level)
    .map(({ title, headings, lines }, at): CorpusArticle => {
      const own = { title, headings, body: lines.join('\n').trim() };
      if (at === 0) return { ...article, ...own };
      return { ...article, ...own, id: `${article.id}#${at}`, description: '', redirects: [] };
    })
    .filter(({ body }, at) => at === 0 || body !== '');
}
