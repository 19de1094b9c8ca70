import type { Person, StoredThread } from '../store/store.ts';
import { type Changed, change } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { setStep } from './parted.ts';
import type { Wanted } from './status.ts';
import { actorOf, ticketFor } from './viewer.ts';

/** Sets the status; a closed ticket stays closed, but what ended it may be said later, or better. */
export const setStatus = (deps: TicketDeps, ticketId: string, wanted: Wanted, agent: Person): Promise<Changed> =>
  change(deps, {
    find: () => ticketFor(deps, agent, ticketId),
    actor: actorOf(agent),
    step: (thread) => (isOver(thread, wanted) ? { refused: 'conflict' } : setStep(thread, wanted)),
  });

const isOver = ({ ticket }: StoredThread, { to, cause }: Wanted): boolean =>
  ticket.status === 'closed' && (to !== 'closed' || cause === undefined);
