import * as z from 'zod/mini';
import { slug } from '../../content/schema/name.ts';
import { minutesOf, type Target } from '../../content/schema/sla-policy.ts';

/** From and to, the end not included: milliseconds since 1970. */
const span = z.tuple([z.int(), z.int()]);
export type Span = z.infer<typeof span>;

/**
 * `GET /api/hours`: when groups work, by the id of their calendar, in order, from now on for the days that any promise can
 * need. So the widget tells a time before anything is sent: no zone is known there, and no draft leaves for it.
 */
export const hours = z.object({ calendars: z.record(slug, z.array(span)) });
export type Hours = z.infer<typeof hours>;

/** Whether somebody works at an instant. */
export const isWithin = (spans: readonly Span[], at: number): boolean =>
  spans.some(([from, to]) => from <= at && at < to);

/** The instant by which a span of a target, such as `4h`, has passed; nothing where the open spans end before. */
export const dueBy = (
  open: readonly Span[],
  at: number,
  span: string,
  { aroundTheClock }: Pick<Target, 'aroundTheClock'>,
) => (aroundTheClock ? at + minutesOf(span) * 60_000 : dueWithin(open, at, minutesOf(span)));

/** The instant after so many open minutes from `start` on; nothing where the spans end before. */
export function dueWithin(spans: readonly Span[], start: number, minutes: number): number | undefined {
  let left = minutes * 60_000;
  for (const [from, to] of spans) {
    const begin = Math.max(from, start);
    if (begin >= to) continue;
    if (left <= to - begin) return begin + left;
    left -= to - begin;
  }
  return undefined;
}
