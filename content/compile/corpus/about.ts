import * as z from 'zod/mini';
import { about as aboutSchema } from '../../schema/article.ts';
import type { Block } from '../../schema/tree.ts';
import type { About } from '../document.ts';
import { headingsOf } from '../headings.ts';
import { textOf } from '../markdown/inline.ts';
import type { CorpusArticle } from './article.ts';
import { pageTypeOf } from './page-type.ts';

const { title, description, updated, ...optional } = aboutSchema;
/** What an author says who says nothing. */
const silent = z.object(optional).parse({});

/** As content/schema/article.ts asks of authors. */
const shortest = 20;
const longest = 200;

/** What is said of an article beside its text. */
export function aboutOf(article: CorpusArticle, known: { category: string; aliases: string[]; body: Block[] }): About {
  const type = pageTypeOf(article);
  const inBody = new Set(headingsOf(known.body).map(({ text }) => plain(text).toLowerCase()));
  return {
    ...silent,
    title: plain(article.title),
    description: descriptionOf(article, known.body),
    // A body that was taken from a page as plain text has lost its headings: they are still found.
    keywords: article.headings.map(plain).filter((heading) => heading && !inBody.has(heading.toLowerCase())),
    category: known.category,
    ...(type && { type }),
    aliases: known.aliases,
  };
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The article's own, else its first sentence that says something. */
function descriptionOf({ title, description }: CorpusArticle, body: Block[]): string {
  const own = plain(description);
  if (own.length >= shortest) return cut(own);
  const text = body
    .map((block) => (block.tag === 'p' ? plain(textOf(block.children)) : ''))
    .find((line) => line.length >= shortest);
  const [sentence] = text?.split(/(?<=[.!?…。！？])\s+/u) ?? [];
  return cut((sentence && sentence.length >= shortest ? sentence : text) ?? (own || plain(title)));
}

function cut(text: string): string {
  if (text.length <= longest) return text;
  const space = text.lastIndexOf(' ', longest - 1);
  return `${text.slice(0, space > longest / 2 ? space : longest - 1)}…`;
}
