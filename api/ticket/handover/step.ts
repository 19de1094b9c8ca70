import type { Routing } from '../../../content/schema/routing.ts';
import type { Actor, Place, TicketEvent } from '../../contract/event.ts';
import {
  type HandoverNote,
  type HandoverSpot,
  type RelatedTicket,
  type WrittenNote,
  writtenNote,
} from '../../contract/handover.ts';
import { differenceOf, wholeNote } from '../../contract/handover-difference.ts';
import { missing } from '../../contract/handover-needs.ts';
import type { RoutingReason, Tier } from '../../contract/ticket.ts';
import { policyFor } from '../../routing/decide.ts';
import { factsOf } from '../../routing/facts.ts';
import { grouped } from '../../routing/reasons.ts';
import type { Millis, StoredThread, TicketSet } from '../../store/store.ts';
import type { Refusal, Step } from '../change.ts';
import { subjectOf } from '../promise.ts';
import { after, placeOf, settle } from '../settle.ts';
import { wornOut } from '../worn-out.ts';
import { draftOf, withoutNothing } from './draft.ts';
import { isNewTo } from './new-to.ts';
import { refusedFor } from './refusal.ts';
import { type Taker, takersOf } from './takers.ts';
import { type Target, targetOf } from './target.ts';

export interface HandOver {
  /** A tier or a group. */
  to: string;
  note: WrittenNote;
  /** As the draft named the state of the ticket. */
  seen: number;
  /** Who of that group has it from then on. */
  assignee?: string | undefined;
}

export interface Circumstances {
  author: Actor;
  routing: Routing;
  at: Millis;
  /** Of the note. */
  id: string;
  related: readonly RelatedTicket[];
  /** Whom the author knows by name. */
  takers: readonly Taker[];
}

/** Hands a ticket over, or says what is missing; decided by the ticket as it is. */
export function handOverStep(thread: StoredThread, wanted: HandOver, circumstances: Circumstances): Step | Refusal {
  const { routing, at, id, author } = circumstances;
  const { ticket } = thread;
  if (ticket.status === 'closed') return { refused: 'conflict' };
  if (ticket.mergedInto !== undefined) return { refused: 'merged' };
  if (wanted.seen !== seenOf(thread)) return { refused: 'handover-stale' };
  const target = targetOf(thread, wanted.to, routing, at);
  if (!target) return refusedFor(['to']);
  const { assignee } = wanted;
  const isTaker = takersOf(circumstances.takers, target.group.id).some(({ id }) => id === assignee);
  if (assignee !== undefined && !isTaker) return refusedFor(['assignee']);
  const { step, dates } = moveTo(thread, target, circumstances);
  const known = draftOf(thread, { dates, related: circumstances.related });
  const note = withoutNothing({ ...withoutWords(known), ...wanted.note });
  const move = { from: spotOf(ticket), to: { tier: target.group.tier, group: target.group.id } };
  const lacking = missing(note, { ...move, isNew: isNewTo(thread, target.group.tier) });
  if (lacking.length > 0) return refusedFor(lacking);
  const difference = differenceOf(wholeNote(thread.handovers), note);
  const handovers = [{ id, at, author, ...move, difference, missing: [] }];
  return { ...(assignee === undefined ? step : givenTo(assignee, step, ticket.assignee)), handovers };
}

/** It is somebody's at once, in the write that moves it. */
const givenTo = (to: string, { set, events }: Step, from: string | undefined): Step => ({
  set: { ...set, assignee: to },
  events: from === to ? events : [...events, { kind: 'assigned', ...(from && { from }), to }],
});

export const spotOf = ({ tier, group }: HandoverSpot): HandoverSpot => ({ tier, group });

/** The last thing that happened but for what clocks say: they speak while somebody writes. */
export const seenOf = ({ events }: StoredThread): number =>
  events.findLast(({ event }) => event.kind !== 'warned' && event.kind !== 'lead-asked')?.seq ?? 0;

/** An agent's words are those of the form, also where it was emptied. */
const withoutWords = (note: HandoverNote): HandoverNote =>
  Object.fromEntries(Object.entries(note).filter(([field]) => !Object.hasOwn(writtenNote.shape, field)));

interface Moved {
  step: Step;
  /** The ticket after it. */
  moved: StoredThread;
  /** What is promised there, counted from where each promise began. */
  dates: TicketSet;
}

/** What moving a ticket does to it. */
export function moveTo(thread: StoredThread, target: Target, circumstances: Circumstances): Moved {
  const { routing, at, id, author } = circumstances;
  const { ticket } = thread;
  const { group } = target;
  const policy = policyFor(routing, { tier: group.tier, group, facts: factsOf(subjectOf(thread)) });
  const to: Place = {
    tier: group.tier,
    group: group.id,
    priority: ticket.priority,
    target: policy.targets[ticket.priority],
  };
  const from = placeOf(thread, routing);
  const placed: TicketEvent = { kind: 'placed', from, to, why: 'handed-over', note: id };
  const isUp = to.tier > from.tier;
  const worn = wornOut(after(thread, { set: {}, events: [placed] }, at, author));
  const { times } = backAndForth(thread, to.tier);
  const asks = times >= tooOften && !ticket.leadAsked;
  const set: TicketSet = {
    tier: to.tier,
    group: to.group,
    // No rule brought it there, so none is given as the reason.
    rule: '',
    // Whoever hands it up has tried; what the clocks count of going back and forth is said here, so that they move nothing.
    exhausted: Math.max(ticket.exhausted, worn, isUp ? from.tier : 0),
    reasons: reasonsOf(thread, target, circumstances),
    transfers: ticket.transfers + (to.tier === from.tier ? 0 : 1),
    assignee: undefined,
    ...(asks && { leadAsked: true }),
  };
  const events: TicketEvent[] = [placed, ...(asks ? [{ kind: 'lead-asked', why: 'exhausted' } as const] : [])];
  const moved = after(thread, { set, events }, at, author);
  return { step: { set, events }, moved, dates: { ...moved.ticket, ...settle(moved, routing, at).set } };
}

/** Back again is a choice; back and forth once more, and whoever leads should look. */
const tooOften = 2;

/** How often a ticket went from one of two tiers to the other. */
export function backAndForth({ ticket, events }: StoredThread, to: Tier): { between: Tier[]; times: number } {
  const between = [ticket.tier, to].sort();
  const isBetween = (one: Tier, other: Tier) => one !== other && between.includes(one) && between.includes(other);
  const times = events.filter(
    ({ event }) => event.kind === 'placed' && isBetween(event.from.tier, event.to.tier),
  ).length;
  return { between, times: to === ticket.tier ? 0 : times };
}

function reasonsOf(thread: StoredThread, { group, isOpen }: Target, { author }: Circumstances): RoutingReason[] {
  const who = author.kind === 'person' ? author.name : author.kind;
  return [
    { code: 'handed-over', detail: who },
    { code: 'handover-note', detail: String(thread.handovers.length + 1) },
    ...grouped({ tier: group.tier, group, isOpen }, thread.ticket.locale),
    { code: 'priority', detail: thread.ticket.priority },
  ];
}
