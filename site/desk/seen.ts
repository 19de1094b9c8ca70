import * as z from 'zod/mini';
import type { DeskTicketRow } from '../../api/contract/desk.ts';
import type { Status } from '../../api/contract/ticket.ts';
import type { Memory } from '../thread/memory.ts';

/** What this browser's agent has looked at: `updatedAt` by ticket id, oldest first. */
const kept = z.record(z.string(), z.string());
const name = 'tierzero-desk-seen';
/** Older ones are far down the list; they only show as new activity once more. */
const most = 500;
/** Where nothing a requester does leaves it otherwise: their message takes a pending or solved one back to open. */
const turns = new Set<Status>(['new', 'open', 'on-hold']);

export interface Seen {
  /** It is the team's turn, and something happened that was not in view yet. */
  isNew(ticket: Pick<DeskTicketRow, 'id' | 'updatedAt' | 'status'>): boolean;
  mark(ticket: Pick<DeskTicketRow, 'id' | 'updatedAt'>): void;
}

export const openSeen = (memory: Memory): Seen => {
  const read = (): Record<string, string> => {
    try {
      return kept.safeParse(JSON.parse(memory.get(name) ?? '{}')).data ?? {};
    } catch {
      return {};
    }
  };
  let all = read();
  return {
    isNew: ({ id, updatedAt, status }) => turns.has(status) && (all[id] ?? '') < updatedAt,
    mark({ id, updatedAt }) {
      if (all[id] === updatedAt) return;
      // Another tab may have marked others meanwhile.
      const { [id]: _, ...others } = read();
      all = Object.fromEntries([...Object.entries(others), [id, updatedAt] as const].slice(-most));
      memory.set(name, JSON.stringify(all));
    },
  };
};
