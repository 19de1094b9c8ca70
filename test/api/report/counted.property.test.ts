import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measures } from '../../../api/contract/measure.ts';
import type { Figures } from '../../../api/contract/report.ts';
import type { Status, Tier } from '../../../api/contract/ticket.ts';
import { historyOf } from '../../../api/report/history.ts';
import { asks, at, becomes, created, merges, moves, numbersOf, replies, spanFor, type Told, warned } from './ticket.ts';

const hour = 3_600_000;
const tier = fc.constantFrom<Tier>(1, 2, 3);
const step = fc.record({
  kind: fc.constantFrom('asks', 'replies', 'status', 'moves', 'breaks', 'merges'),
  hours: fc.integer({ min: 0, max: 200 }),
  status: fc.constantFrom<Status>('open', 'pending', 'on-hold', 'solved', 'closed'),
  tier,
  pick: fc.nat(),
});

/** Any life of a request, also one that no desk would allow: numbers have to add up all the same. */
const ticket = fc
  .record({
    start: fc.integer({ min: at('1') / hour - 300, max: at('28') / hour }),
    tier,
    steps: fc.array(step, { maxLength: 12 }),
  })
  .map(({ start, tier: first, steps }) => {
    const events: Told[] = [created(start * hour, first)];
    let now = start * hour;
    let current = first;
    let status: Status = 'new';
    for (const next of steps) {
      now += next.hours * hour;
      if (status === 'closed') break;
      if (next.kind === 'asks') events.push(asks(now));
      if (next.kind === 'replies') events.push(replies(now));
      if (next.kind === 'merges' && next.pick % 9 === 0) events.push(merges(now));
      if (next.kind === 'status') {
        events.push(becomes(now, status, next.status));
        status = next.status;
      }
      if (next.kind === 'moves') {
        events.push(moves(now, current, next.tier));
        current = next.tier;
      }
      if (next.kind === 'breaks') {
        const running = historyOf({ events })?.promises.filter(({ end }) => !end) ?? [];
        const promise = running[next.pick % Math.max(1, running.length)];
        if (promise) events.push(warned(now, promise.metric, promise.since));
      }
    }
    return events;
  });
const tickets = fc.array(ticket, { maxLength: 15 });

const all = { span: spanFor('2026-09-01', '2027-08-31') };
/** What adds up: no state at an end, and no percentile. */
const sums = ({
  received,
  solved,
  reopened,
  causes,
  transfers,
  pingPong,
  firstReply,
  nextReply,
  resolution,
}: Figures) => [
  received,
  solved,
  reopened,
  ...Object.values(causes),
  transfers,
  pingPong,
  ...[firstReply, nextReply, resolution].flatMap(({ met, breached }) => [met, breached]),
  ...[firstReply, nextReply].flatMap(({ clock, business }) => [clock.count, business.count]),
];
const added = (parts: readonly Figures[]): number[] =>
  parts
    .map(sums)
    .reduce((left, right) => left.map((value, place) => value + (right[place] ?? 0)), sums(numbersOf([]).total));

const check = (property: (life: Told[][]) => void): void => fc.assert(fc.property(tickets, property), { numRuns: 300 });

describe('the numbers of any requests', () => {
  test('have every promise once: met, breached, running, or nobody waits any more', () => {
    check((life) => {
      const { total } = numbersOf(life, all);
      const promises = life.flatMap((events) => {
        const history = historyOf({ events });
        const open = history?.stands.at(-1);
        return (history?.promises ?? []).map(({ metric, end }) => ({
          metric,
          waits: end ? end.outcome !== 'none' : open?.open && (metric !== 'resolution' || open.resolves),
        }));
      });
      for (const [metric, { met, breached, running }] of [
        ['first-reply', total.firstReply],
        ['next-reply', total.nextReply],
        ['resolution', total.resolution],
      ] as const) {
        const of = promises.filter((promise) => promise.metric === metric);
        expect(met + breached + running).toBe(of.filter(({ waits }) => waits).length);
        if (metric !== 'next-reply') expect(of).toHaveLength(life.length);
      }
    });
  });

  test('add up when a span is cut at a day', () => {
    fc.assert(
      fc.property(tickets, fc.integer({ min: 1, max: 29 }), (life, day) => {
        const cut = (from: number, to: number) =>
          numbersOf(life, {
            span: spanFor(
              `2026-11-${`${from}`.padStart(2, '0')}`,
              `2026-11-${`${to}`.padStart(2, '0')}`,
              'Europe/Berlin',
            ),
          });
        const [whole, before, after] = [cut(1, 30), cut(1, day), cut(day + 1, 30)];
        expect(added([before.total, after.total])).toEqual(sums(whole.total));
        expect([...before.days, ...after.days]).toEqual(whole.days);
      }),
      { numRuns: 200 },
    );
  });

  test('add up over tiers, over groups and over days', () => {
    check((life) => {
      const { total, tiers, groups, days } = numbersOf(life, all);
      expect(added(tiers.map(({ figures }) => figures))).toEqual(sums(total));
      expect(added(groups.map(({ figures }) => figures))).toEqual(sums(total));
      const day = (of: 'received' | 'solved' | 'met' | 'breached') => days.reduce((sum, one) => sum + one[of], 0);
      const outcome = (of: 'met' | 'breached') => total.firstReply[of] + total.nextReply[of] + total.resolution[of];
      expect([day('received'), day('solved'), day('met'), day('breached')]).toEqual([
        total.received,
        total.solved,
        outcome('met'),
        outcome('breached'),
      ]);
    });
  });

  test('are finite, shares lie between 0 and 1, and nine in ten is not below half', () => {
    check((life) => {
      const { total, groups } = numbersOf(life, all);
      for (const figures of [total, ...groups.map((one) => one.figures)]) {
        for (const { unit, read } of measures) {
          const { value } = read(figures);
          if (value === undefined) continue;
          expect(Number.isFinite(value) && value >= 0).toBe(true);
          if (unit === 'share') expect(value).toBeLessThanOrEqual(1);
        }
        for (const { median = 0, p90 = 0 } of [figures.age, figures.firstReply.clock, figures.nextReply.business])
          expect(p90).toBeGreaterThanOrEqual(median);
      }
    });
  });
});
