import * as z from 'zod/mini';
import { internalDocument } from './internal.ts';
import { locale } from './name.ts';
import { savedReply } from './reply.ts';

/** `team.json`: what the desk alone gets. Nothing of it is in a folder that is served. */
export const teamContent = z.object({
  format: z.literal(1),
  /** The default one first; each has what it lacks from that one. */
  locales: z.array(
    z.object({
      locale,
      /** File beside this one: a sealed search index over readers' documents and internal ones. */
      index: z.string().check(z.regex(/^[\w-]+\.txt$/)),
      documents: z.array(internalDocument),
      replies: z.array(savedReply),
    }),
  ),
});
export type TeamContent = z.infer<typeof teamContent>;
