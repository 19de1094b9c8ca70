import type { Hono } from 'hono';
import type { PublishedWalkthrough } from '../../content/schema/published-walkthrough.ts';
import { walkthroughRoutes } from '../contract/routes.ts';
import { type WalkthroughCount, walkthroughCount } from '../contract/walkthrough-count.ts';
import { readJson } from './body.ts';
import type { AppEnv } from './env.ts';
import { limit } from './limit.ts';

const largest = 1_024;

/**
 * What happened in a walkthrough on a page. Nothing of whoever sends it is kept, and only what is published is counted: a
 * stranger can make a number wrong, but no row that there would not be.
 */
export function addWalkthroughCountRoute(app: Hono<AppEnv>): void {
  app.post(walkthroughRoutes.counts, limit('counts'), async (c) => {
    const body = await readJson(c, walkthroughCount, largest);
    if (!body.ok) return body.response;
    const { store, walkthroughs, now } = c.var.deps;
    const { reason, ...count } = body.value;
    if (isThere((await walkthroughs?.()) ?? [], count)) {
      const day = new Date(now()).toISOString().slice(0, 10);
      await store.countWalkthrough({ ...count, ...(count.outcome === 'blocked' && { reason }), day });
    }
    return new Response(null, { status: 204 });
  });
}

/** A reader of another language may have been led by the one it is written in. */
const isThere = (
  published: readonly PublishedWalkthrough[],
  { walkthrough, locale, step }: WalkthroughCount,
): boolean =>
  published.some((one) => one.locale === locale) &&
  published.some(({ id, steps }) => id === walkthrough && steps.some((one) => one.id === step));
