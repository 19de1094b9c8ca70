import { type DocumentHeading, headingsOf } from '../headings.ts';
import { textOf } from '../markdown/inline.ts';
import type { CorpusBody } from './body.ts';
import { linksOf } from './link.ts';
import type { Simplified } from './simplified.ts';

/** What others need to know of a body: what a cache keeps, so that the body itself need not be read again. */
export interface Outline {
  headings: DocumentHeading[];
  /** Its first paragraph that is long enough to describe it. */
  lead?: string;
  /** Addresses of its links, each as often as it links there. */
  links: string[];
  simplified: Simplified;
  isPlain?: true;
}

/** As content/schema/article.ts asks of a description. */
export const shortest = 20;

export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function outlineOf({ body, ...rest }: CorpusBody): Outline {
  const lead = body
    .map((block) => (block.tag === 'p' ? plain(textOf(block.children)) : ''))
    .find((line) => line.length >= shortest);
  return { headings: headingsOf(body), ...(lead !== undefined && { lead }), links: linksOf(body), ...rest };
}
