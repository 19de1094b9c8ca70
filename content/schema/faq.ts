import * as z from 'zod/mini';
import { about } from './article.ts';
import { slug } from './name.ts';

/** Front matter of `content/<locale>/faqs/<slug>.md`; the body is the answer. */
export const faqFrontMatter = z.strictObject({ ...about, category: slug });
