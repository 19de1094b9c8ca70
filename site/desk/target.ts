import type { DeskTicketRow } from '../../api/contract/desk.ts';

/** Where the first reply stands against its promise. */
export type Target =
  | { state: 'kept' }
  | { state: 'missed' }
  /** `part` of the time has gone, 0 to 1; `soon` in the last quarter. */
  | { state: 'due' | 'soon'; leftMs: number; part: number }
  | { state: 'late'; overMs: number; part: 1 };

type Facts = Pick<DeskTicketRow, 'createdAt' | 'firstReplyBy' | 'firstRepliedAt' | 'dueBy'>;

/** Nothing where no time runs: done without a reply, waiting for the answer of a known issue, held, or going on elsewhere. */
export const targetOf = (ticket: Facts, now: number): Target | undefined => {
  const by = Date.parse(ticket.firstReplyBy);
  if (ticket.firstRepliedAt !== undefined) {
    return { state: Date.parse(ticket.firstRepliedAt) <= by ? 'kept' : 'missed' };
  }
  if (ticket.dueBy === undefined) return undefined;
  if (now >= by) return { state: 'late', overMs: now - by, part: 1 };
  const from = Date.parse(ticket.createdAt);
  const part = Math.min(1, Math.max(0, (now - from) / Math.max(1, by - from)));
  return { state: part > 0.75 ? 'soon' : 'due', leftMs: by - now, part };
};
