import * as z from 'zod/mini';
import { about as aboutSchema } from '../../schema/article.ts';
import type { About } from '../document.ts';
import type { CorpusArticle } from './article.ts';
import { type Outline, plain, shortest } from './outline.ts';
import { pageTypeOf } from './page-type.ts';

const { title, description, updated, ...optional } = aboutSchema;
/** What an author says who says nothing. */
const silent = z.object(optional).parse({});

/** As content/schema/article.ts asks of authors. */
const longest = 200;

/** What is said of an article beside its text. */
export function aboutOf(
  article: CorpusArticle,
  known: { category: string; aliases: string[]; outline: Outline },
): About {
  const type = pageTypeOf(article);
  const inBody = new Set(known.outline.headings.map(({ text }) => plain(text).toLowerCase()));
  return {
    ...silent,
    title: plain(article.title),
    description: descriptionOf(article, known.outline.lead),
    // A body that was taken from a page as plain text has lost its headings: they are still found.
    keywords: article.headings.map(plain).filter((heading) => heading && !inBody.has(heading.toLowerCase())),
    category: known.category,
    ...(type && { type }),
    aliases: known.aliases,
  };
}

/** The article's own, else its first sentence that says something. */
function descriptionOf({ title, description }: CorpusArticle, lead: string | undefined): string {
  const own = plain(description);
  if (own.length >= shortest) return cut(own);
  const [sentence] = lead?.split(/(?<=[.!?…。！？])\s+/u) ?? [];
  return cut((sentence && sentence.length >= shortest ? sentence : lead) ?? (own || plain(title)));
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest - 1);
  return `${text.slice(0, space > longest / 2 ? space : longest - 1)}…`;
}
