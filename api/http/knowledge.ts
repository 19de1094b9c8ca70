import type { Hono } from 'hono';
import type * as z from 'zod/mini';
import { internalId } from '../../content/schema/internal.ts';
import type { TeamContent } from '../../content/schema/team.ts';
import { type knowledgeDocument, knowledgeQuery, type SavedReplies } from '../contract/knowledge.ts';
import { routes } from '../contract/routes.ts';
import { json } from './answer.ts';
import { requireAgent } from './desk.ts';
import type { AppContext, AppEnv } from './env.ts';
import { problem } from './problem.ts';
import { requireRight } from './require-right.ts';

/** What is for agents alone, as the build wrote it. */
export interface Knowledge {
  /** Nothing when it was not built. */
  content(): Promise<TeamContent | undefined>;
  /** Bytes of an index that the content names. */
  index(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
}

const requireReader = requireRight('read-knowledge');

/** The knowledge base as agents have it. */
export function addKnowledgeRoutes(app: Hono<AppEnv>): void {
  app.get(`${routes.deskKnowledge}/index`, requireAgent, requireReader, async (c) => {
    const found = await contentFor(c);
    const bytes = found && (await c.var.deps.knowledge?.index(found.index));
    if (!bytes) return problem(c, 'not-found');
    return new Response(bytes, {
      headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
    });
  });

  app.get(`${routes.deskKnowledge}/documents/:id`, requireAgent, requireReader, async (c) => {
    const id = internalId.safeParse(c.req.param('id'));
    const found = id.success ? await contentFor(c) : undefined;
    const document = found?.documents.find((one) => one.id === id.data);
    return document ? json({ document } satisfies z.infer<typeof knowledgeDocument>) : problem(c, 'not-found');
  });

  app.get(`${routes.deskKnowledge}/replies`, requireAgent, requireReader, async (c) => {
    const found = await contentFor(c);
    if (!found) return problem(c, 'not-found');
    return json({ locale: found.locale, replies: found.replies } satisfies SavedReplies);
  });
}

/** In the language asked for, or in that language as it is written elsewhere, or else in the default one. */
async function contentFor(c: AppContext): Promise<TeamContent['locales'][number] | undefined> {
  const query = knowledgeQuery.safeParse(c.req.query());
  const locales = (await c.var.deps.knowledge?.content())?.locales ?? [];
  const wanted = (query.data?.locale ?? '').toLowerCase();
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  return (
    locales.find(({ locale }) => locale.toLowerCase() === wanted) ??
    locales.find(({ locale }) => language(locale) === language(wanted)) ??
    locales[0]
  );
}
