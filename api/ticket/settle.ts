import type { Routing } from '../../content/schema/routing.ts';
import type { Metric } from '../../content/schema/sla-policy.ts';
import type { Place, TicketEvent } from '../contract/event.ts';
import type { Clock, StartedClock, Warning } from '../routing/clock.ts';
import type { Clocks } from '../routing/clocks.ts';
import { policyFor } from '../routing/decide.ts';
import { factsOf } from '../routing/facts.ts';
import { reasonsOf } from '../routing/reasons.ts';
import type { Millis, StoredEvent, StoredThread, TicketSet } from '../store/store.ts';
import { place } from './place.ts';
import { clocksOf, groupAt, subjectOf } from './promise.ts';
import { wornOut } from './worn-out.ts';

/** What follows for a ticket from everything that happened to it: its dates, and what the clocks have to say. */
export interface Settled {
  set: TicketSet;
  events: TicketEvent[];
}

/** Each round may move the ticket, which starts the promises of another place; there are three tiers. */
const mostRounds = 5;

/**
 * Reads the clocks and does what the policy says: notes each share of a promise that is used up, once; sends a ticket to the
 * next tier that can solve it when a promise nears its end; asks whoever leads when one is broken or nobody is left. Pure.
 */
export function settle(thread: StoredThread, routing: Routing, now: Millis): Settled {
  let current = thread;
  const events: TicketEvent[] = [];
  const set: TicketSet = {};
  for (let round = 0; round < mostRounds; round += 1) {
    const next = stepOf(current, routing, now);
    if (next.events.length === 0) break;
    events.push(...next.events);
    Object.assign(set, next.set);
    current = after(current, next, now);
  }
  return { set: { ...set, ...datesOf(current, routing, now) }, events };
}

/** A thread with what a step adds to it. */
export function after(
  thread: StoredThread,
  { set, events }: Settled,
  at: Millis,
  actor: StoredEvent['actor'] = { kind: 'system' },
): StoredThread {
  const seq = thread.events.at(-1)?.seq ?? 0;
  const added = events.map((event, place) => ({ seq: seq + 1 + place, at, actor, event }));
  return {
    ...thread,
    ticket: { ...thread.ticket, ...set },
    reasons: set.reasons ?? thread.reasons,
    events: [...thread.events, ...added],
  };
}

function stepOf(thread: StoredThread, routing: Routing, now: Millis): Settled {
  const { ticket } = thread;
  // Nobody waits for a machine, or where the answer is given elsewhere.
  if (ticket.status === 'closed' || ticket.held || ticket.mergedInto !== undefined) return { set: {}, events: [] };
  return worn(thread, routing, now) ?? due(thread, routing, now);
}

/** Reopened or handed over often enough: its tier has done what it can. */
function worn(thread: StoredThread, routing: Routing, now: Millis): Settled | undefined {
  const { ticket } = thread;
  const exhausted = wornOut(thread);
  if (exhausted <= ticket.exhausted || exhausted < ticket.tier) return undefined;
  return moved(thread, { routing, now, exhausted, why: 'reopened' });
}

/** What the clocks have to say that was not said yet. */
function due(thread: StoredThread, routing: Routing, now: Millis): Settled {
  const { tier } = thread.ticket;
  const fresh = warnings(thread, routing, now).filter((warning) => !wasSaid(thread.events, { ...warning, tier }));
  if (fresh.length === 0) return { set: {}, events: [] };
  const { escalation } = policyOf(thread, routing);
  const events = fresh.map(
    ({ metric, percent, since }): TicketEvent => ({ kind: 'warned', metric, tier, percent, since }),
  );
  const broken = fresh.find(({ metric, percent }) => percent === 100 && escalation.hierarchical.includes(metric));
  const asked: Settled = broken
    ? { set: { leadAsked: true }, events: [...events, { kind: 'lead-asked', why: 'breach', metric: broken.metric }] }
    : { set: {}, events };
  // Whoever has just got it has not failed yet, however late it is.
  const cameAt = thread.events.findLast(isMove)?.at ?? 0;
  const presses = fresh.some(
    ({ metric, percent, isRunning, at }) =>
      isRunning && percent === 75 && at > cameAt && escalation.functional.includes(metric),
  );
  if (!presses) return asked;
  const exhausted = Math.max(thread.ticket.exhausted, tier);
  const move = moved(after(thread, asked, now), { routing, now, exhausted, why: 'overdue' });
  return { set: { ...asked.set, ...move.set }, events: [...asked.events, ...move.events] };
}

interface Said {
  metric: Metric;
  percent: Warning['percent'];
  at: Millis;
  since: Millis;
  isRunning: boolean;
}

const warnings = (thread: StoredThread, routing: Routing, now: Millis): Said[] =>
  started(clocksOf(thread, routing, now)).flatMap(([metric, { startedAt, state, warnings: reached }]) =>
    reached.map((warning) => ({ metric, ...warning, since: startedAt, isRunning: state === 'running' })),
  );

/** Another tier or group has it; a new priority leaves it with whoever has it. */
const isMove = ({ event }: StoredEvent): boolean =>
  event.kind === 'placed' && (event.from.tier !== event.to.tier || event.from.group !== event.to.group);

/** Once for each promise: what a longer one took back is said when it is reached again. Broken is broken. */
function wasSaid(events: readonly StoredEvent[], { percent, at, ...warning }: Said & { tier: number }): boolean {
  const said = events.findLastIndex(
    ({ event }) =>
      event.kind === 'warned' &&
      event.percent === percent &&
      event.metric === warning.metric &&
      event.tier === warning.tier &&
      event.since === warning.since,
  );
  const saidAt = events[said]?.at;
  if (saidAt === undefined) return false;
  const isPromisedAnew = at > saidAt && events.slice(said).some(({ event }) => event.kind === 'placed');
  return percent === 100 || !isPromisedAnew;
}

interface Move {
  routing: Routing;
  now: Millis;
  exhausted: number;
  why: 'overdue' | 'reopened';
}

/** The lowest tier that can and has not tried; where nobody is left it stays, and whoever leads is asked. */
function moved(thread: StoredThread, { routing, now, exhausted, why }: Move): Settled {
  const { ticket } = thread;
  const subject = { ...subjectOf(thread), exhausted };
  const { decision } = place(routing, subject, now);
  if (decision.isLast || decision.tier <= ticket.tier) {
    return { set: { exhausted, leadAsked: true }, events: [{ kind: 'lead-asked', why: 'exhausted' }] };
  }
  const to: Place = {
    tier: decision.tier,
    group: decision.group.id,
    // What made it urgent has not gone away.
    priority: ticket.priority,
    target: decision.policy.targets[ticket.priority],
  };
  return {
    set: {
      tier: to.tier,
      group: to.group,
      rule: decision.rule.id,
      exhausted,
      reasons: reasonsOf({ decision, subject, groups: routing.groups }),
      transfers: ticket.transfers + 1,
      assignee: undefined,
    },
    events: [{ kind: 'placed', from: placeOf(thread, routing), to, why }],
  };
}

/** Where a ticket is, with what was promised there. */
export function placeOf(thread: StoredThread, routing: Routing): Place {
  const { tier, group, priority } = thread.ticket;
  const last = thread.events.findLast(({ event }) => event.kind === 'placed' || event.kind === 'created')?.event;
  const target = last?.kind === 'placed' ? last.to.target : last?.kind === 'created' ? last.place.target : undefined;
  return { tier, group, priority, target: target ?? policyOf(thread, routing).targets[priority] };
}

/** The policy that holds where a ticket is. */
export function policyOf(thread: StoredThread, routing: Routing) {
  const { tier, group } = thread.ticket;
  return policyFor(routing, { tier, group: groupAt({ tier, group }, routing), facts: factsOf(subjectOf(thread)) });
}

/** What a list shows and orders by. A date that no longer counts stays where a person may ask what was promised. */
function datesOf(thread: StoredThread, routing: Routing, now: Millis): TicketSet {
  const { ticket } = thread;
  const { firstReply, nextReply, resolution } = clocksOf(thread, routing, now);
  const running = [firstReply, nextReply, resolution].flatMap((clock) => (clock.state === 'running' ? [clock] : []));
  const counts = ticket.status !== 'closed' && !ticket.held && ticket.mergedInto === undefined;
  return {
    firstReplyBy: dueAt(firstReply) ?? repliedInTime(firstReply, ticket.firstReplyBy),
    nextReplyBy: nextReply.state === 'running' ? nextReply.dueAt : undefined,
    resolveBy: dueAt(resolution),
    dueBy: counts ? earliest(running.map(({ dueAt }) => dueAt)) : undefined,
    lookAt: counts ? later(earliest(running.map(({ next }) => next?.at)), now) : undefined,
  };
}

const dueAt = (clock: Clock): Millis | undefined => (clock.state === 'none' ? undefined : clock.dueAt);

/** A reply while its time stood still is in time: the promise held at least until then. */
const repliedInTime = (clock: Clock, promised: Millis): Millis =>
  Math.max(promised, clock.state === 'fulfilled' ? (clock.fulfilledAt ?? 0) : 0);

/** What was said now is not said again at once, whatever the calendars do. */
const later = (at: Millis | undefined, now: Millis): Millis | undefined => at && Math.max(at, now + 1);

const earliest = (instants: readonly (Millis | undefined)[]): Millis | undefined => {
  const known = instants.filter((at) => at !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

/** The clocks that have begun. Stretches before the last are over: what they had to say was said when they ended, or never. */
function started({ firstReply, nextReply, pastReplies, resolution }: Clocks): [Metric, StartedClock][] {
  const all: [Metric, Clock][] = [
    ['first-reply', firstReply],
    ...pastReplies.map((clock): [Metric, Clock] => ['next-reply', clock]),
    ['next-reply', nextReply],
    ['resolution', resolution],
  ];
  return all.flatMap(([metric, clock]) =>
    clock.state === 'none' ? [] : [[metric, clock] satisfies [Metric, StartedClock]],
  );
}
