import type { Routing } from '../../../content/schema/routing.ts';
import type { HandoverDraft } from '../../contract/handover.ts';
import { wholeNote } from '../../contract/handover-difference.ts';
import { missing } from '../../contract/handover-needs.ts';
import { openSpans } from '../../routing/calendar.ts';
import { calendarOf, openAt } from '../../routing/group-hours.ts';
import type { Millis, StoredThread } from '../../store/store.ts';
import type { TicketDeps } from '../deps.ts';
import { stepsOf } from '../steps.ts';
import { draftOf } from './draft.ts';
import { isNewTo } from './new-to.ts';
import { backAndForth, type Circumstances, moveTo, seenOf, spotOf } from './step.ts';
import { takersOf } from './takers.ts';
import { targetOf } from './target.ts';

/** A group that opens later than this is away. */
const aheadMs = 45 * 86_400_000;

/** What would happen if a ticket were handed over now; nothing where there is no such tier or group. */
export function previewOf(
  thread: StoredThread,
  to: string,
  circumstances: Circumstances & Pick<TicketDeps, 'settings'>,
): HandoverDraft | undefined {
  const { routing, at, related, takers } = circumstances;
  const target = targetOf(thread, to, routing, at);
  if (!target) return undefined;
  const { group, isCapable } = target;
  const { dates, moved } = moveTo(thread, target, circumstances);
  const step = stepsOf(moved, circumstances).at(-1);
  const note = draftOf(thread, { dates, related });
  const move = { from: spotOf(thread.ticket), to: { tier: group.tier, group: group.id } };
  const again = backAndForth(thread, group.tier);
  const isNew = isNewTo(thread, group.tier);
  return {
    seen: seenOf(thread),
    ...move,
    isCapable,
    groups: groupsOf(routing, at),
    people: takersOf(takers, group.id),
    note,
    isNew,
    missing: missing(note, { ...move, isNew }),
    whole: wholeNote(thread.handovers),
    ...(step && { step }),
    transfers: thread.ticket.transfers,
    ...(again.times > 0 && { backAndForth: again }),
  };
}

/** Where to, when nobody has said: up, and from the last tier back. */
export function usualTarget({ ticket }: StoredThread, routing: Routing): string | undefined {
  const tiers = routing.groups.filter(({ id }) => id !== ticket.group).map(({ tier }) => tier);
  const up = tiers.filter((tier) => tier > ticket.tier);
  const down = tiers.filter((tier) => tier < ticket.tier);
  if (up.length > 0) return `tier:${Math.min(...up)}`;
  if (down.length > 0) return `tier:${Math.max(...down)}`;
  return tiers.length > 0 ? `tier:${ticket.tier}` : undefined;
}

const groupsOf = (routing: Routing, at: Millis): HandoverDraft['groups'] =>
  routing.groups.map((group) => {
    const isOpen = openAt(routing, at)(group);
    const [next] = isOpen ? [] : openSpans(calendarOf(routing, group), at, at + aheadMs);
    const opensAt = instantOf(next?.start);
    return { tier: group.tier, group: group.id, isOpen, ...(opensAt !== undefined && { opensAt }) };
  });

const instantOf = (at: Millis | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString();
