import type { Actor, Cause, TicketEvent } from '../../../api/contract/event.ts';
import type { Status, Tier } from '../../../api/contract/ticket.ts';
import type { Numbers, Scope } from '../../../api/report/counted.ts';
import { startCounting } from '../../../api/report/counted.ts';
import { type Span, spanOf } from '../../../api/report/span.ts';
import type { ReportTicket } from '../../../api/store/store.ts';
import type { Target } from '../../../content/schema/sla-policy.ts';

const target: Target = { firstReply: '4h', resolution: '24h', aroundTheClock: false };
const ada: Actor = { kind: 'requester' };
const mo: Actor = { kind: 'person', id: 'mo', name: 'Mo' };
const system: Actor = { kind: 'system' };
const groups = { 1: 'front', 2: 'inside', 3: 'makers' } as const;

/** Tiers 1 and 2 promise to solve, tier 3 does not. */
const placeIn = (tier: Tier, group: string = groups[tier]) => ({
  tier,
  group,
  priority: 'normal' as const,
  target: tier === 3 ? { firstReply: '4h', aroundTheClock: false } : target,
});

export type Told = ReportTicket['events'][number];

/** An instant of November 2026, in UTC: `2 09:30`. */
export const at = (text: string): number => {
  const [day = '1', clock = '00:00'] = text.split(' ');
  return Date.parse(`2026-11-${day.padStart(2, '0')}T${clock}:00Z`);
};

const told = (when: string | number, actor: Actor, event: TicketEvent): Told => ({
  at: typeof when === 'number' ? when : at(when),
  byRequester: actor.kind === 'requester',
  event,
});

export const created = (when: string | number, tier: Tier = 1, group?: string): Told =>
  told(when, ada, { kind: 'created', place: placeIn(tier, group) });
export const asks = (when: string | number): Told => told(when, ada, { kind: 'message', message: 'm' });
export const replies = (when: string | number): Told => told(when, mo, { kind: 'message', message: 'm' });
export const becomes = (when: string | number, from: Status, to: Status, cause?: Cause): Told =>
  told(when, mo, { kind: 'status', from, to, ...(cause && { cause }) });
export const moves = (when: string | number, from: Tier, to: Tier, group?: string): Told =>
  told(when, mo, { kind: 'placed', from: placeIn(from), to: placeIn(to, group), why: 'handed-over' });
type Warned = Extract<TicketEvent, { kind: 'warned' }>;
export const warned = (
  when: string | number,
  metric: Warned['metric'],
  since: string | number,
  percent: Warned['percent'] = 100,
): Told =>
  told(when, system, {
    kind: 'warned',
    metric,
    tier: 1,
    percent,
    since: typeof since === 'number' ? since : at(since),
  });
export const merges = (when: string | number): Told =>
  told(when, mo, { kind: 'merged', into: { id: 'other', reference: 'TZ-000000' } });
export const parts = (when: string | number): Told =>
  told(when, mo, { kind: 'parted', other: { id: 'other', reference: 'TZ-000000' } });

export const spanFor = (from: string, to: string, zone = 'UTC'): Span => {
  const span = spanOf({ from, to, zone });
  if (typeof span === 'string') throw new Error(`no span: ${span}`);
  return span;
};

/** The numbers of tickets, all of November 2026 unless told otherwise. Working time is half of all time. */
export const numbersOf = (tickets: readonly Told[][], change: Partial<Scope> = {}): Numbers => {
  const counted = startCounting({
    span: spanFor('2026-11-01', '2026-11-30'),
    now: at('30 12:00'),
    businessTime: (_, from, to) => (to - from) / 2,
    ...change,
  });
  for (const events of tickets) counted.add({ events });
  return counted.numbers();
};
