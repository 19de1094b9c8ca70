import * as z from 'zod/mini';
import { about } from '../schema/article.ts';
import { slug } from '../schema/name.ts';
import { keysOf } from './check/walkthrough/written.ts';

/**
 * What is right of what a document says of itself, where something is wrong: that is told, and what the rest points at is
 * looked at all the same. Whether a question finds it cannot be known as long as some of it is not read.
 */
const right = z.object({
  title: z.catch(about.title, ''),
  description: z.catch(about.description, ''),
  category: z.catch(slug, ''),
  keywords: z.catch(about.keywords, []),
  pins: z.catch(about.pins, []),
  related: z.catch(z.array(z.catch(z.string(), '')), []),
  aliases: z.catch(about.aliases, []),
  pages: z.catch(about.pages, []),
  audience: z.catch(about.audience, []),
});

export const aboutRight = (value: unknown) => ({ ...right.parse(keysOf(value)), expects: [] });
