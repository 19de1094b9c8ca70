import type { DeskTicketRow } from '../../api/contract/desk.ts';

/** Where the first reply stands against its promise. */
export type Target =
  | { state: 'kept' }
  | { state: 'missed' }
  /** `part` of the time has gone, 0 to 1; `soon` in the last quarter. */
  | { state: 'due' | 'soon'; leftMs: number; part: number }
  | { state: 'late'; overMs: number; part: 1 };

type Facts = Pick<DeskTicketRow, 'status' | 'createdAt' | 'firstReplyBy' | 'firstRepliedAt' | 'issue'>;

/** Nothing for a ticket that was done without a reply: nobody waits for one. */
export const targetOf = (ticket: Facts, now: number): Target | undefined => {
  // Part of a known issue, its time does not run, and the one answer keeps no promise of its own.
  if (ticket.issue !== undefined && ticket.status !== 'open' && ticket.status !== 'pending') return undefined;
  const by = Date.parse(ticket.firstReplyBy);
  if (ticket.firstRepliedAt !== undefined) {
    return { state: Date.parse(ticket.firstRepliedAt) <= by ? 'kept' : 'missed' };
  }
  if (ticket.status === 'solved' || ticket.status === 'closed') return undefined;
  if (now >= by) return { state: 'late', overMs: now - by, part: 1 };
  const from = Date.parse(ticket.createdAt);
  const part = Math.min(1, Math.max(0, (now - from) / Math.max(1, by - from)));
  return { state: part > 0.75 ? 'soon' : 'due', leftMs: by - now, part };
};
