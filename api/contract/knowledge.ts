import * as z from 'zod/mini';
import { internalDocument } from '../../content/schema/internal.ts';
import { locale } from '../../content/schema/name.ts';
import { savedReply } from '../../content/schema/reply.ts';

/**
 * Query of every route of knowledge: the language of the request at hand. Where there is none of it, the default one
 * answers. No answer may be kept by any cache.
 */
export const knowledgeQuery = z.object({ locale: z.optional(z.string().check(z.maxLength(35))) });

/**
 * `GET /desk/api/knowledge/index?locale=` answers the bytes of a sealed search index over readers' documents and internal
 * articles. `GET /desk/api/knowledge/documents/:id?locale=`: one internal article; 404 `not-found` for any other id.
 */
export const knowledgeDocument = z.object({ document: internalDocument });

/** `GET /desk/api/knowledge/replies?locale=`: saved replies, each in `locale` or, where that lacks it, in the default one. */
export const savedReplies = z.object({ locale, replies: z.array(savedReply) });
export type SavedReplies = z.infer<typeof savedReplies>;
