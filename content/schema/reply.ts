import * as z from 'zod/mini';
import { about } from './article.ts';
import { locale, slug } from './name.ts';

/** Front matter of `content/<locale>/replies/<slug>.md`; the body is the reply, as it is sent. */
export const replyFrontMatter = z.strictObject({
  /** What agents choose it by. */
  title: about.title,
  /** Topics of `settings.yaml` that it answers; it stands first in their requests. Default none. */
  topics: z._default(z.array(slug), []),
});

/** What stands in braces in a reply and is filled in: who asked, their reference, who answers, the help center's name. */
export const placeholders = ['name', 'reference', 'agent', 'company'] as const;

/** Where the cursor is once a reply is inserted: what it leaves to be written. Stands once at most, and is never sent. */
export const cursorMark = '{cursor}';

/** A saved reply, compiled. */
export const savedReply = z.strictObject({
  slug,
  /** The locale it is written in; another than asked for means the translation is missing. */
  locale,
  title: z.string(),
  topics: z.array(slug),
  text: z.string(),
});
export type SavedReply = z.infer<typeof savedReply>;
