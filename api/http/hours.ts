import type { Hono } from 'hono';
import type { Hours } from '../contract/hours.ts';
import { routes } from '../contract/routes.ts';
import { openSpans } from '../routing/calendar.ts';
import { json } from './answer.ts';
import type { AppEnv } from './env.ts';
import { limit } from './limit.ts';

/** A promise that is longer is told once the request is sent. */
const toldAheadMs = 45 * 86_400_000;

/** When groups work: the same for everybody, and nothing about anybody. */
export function addHoursRoute(app: Hono<AppEnv>): void {
  app.get(routes.hours, limit('reads'), (c) => {
    const { routing, now } = c.var.deps;
    const at = now();
    const calendars: Hours['calendars'] = {};
    for (const calendar of routing.calendars)
      calendars[calendar.id] = [...openSpans(calendar, at, at + toldAheadMs)].map(({ start, end }) => [start, end]);
    return json({ calendars } satisfies Hours);
  });
}
