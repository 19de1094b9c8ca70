import type { Cause } from '../contract/event.ts';
import type { Status } from '../contract/ticket.ts';
import type { Person, StoredThread } from '../store/store.ts';
import { type Changed, change, type Step } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { actorOf, ticketFor } from './viewer.ts';

interface Wanted {
  to: Status;
  /** What ended it, where it is solved. */
  cause?: Cause | undefined;
}

/** Sets the status; a closed ticket stays closed, but what ended it may be said later, or better. */
export const setStatus = (deps: TicketDeps, ticketId: string, wanted: Wanted, agent: Person): Promise<Changed> =>
  change(deps, {
    find: () => ticketFor(deps, agent, ticketId),
    actor: actorOf(agent),
    step: (thread) => (isOver(thread, wanted) ? { refused: 'conflict' } : statusStep(thread, wanted)),
  });

const isOver = ({ ticket }: StoredThread, { to, cause }: Wanted): boolean =>
  ticket.status === 'closed' && (to !== 'closed' || cause === undefined);

/** Nothing happens where nothing is different. The cause stays as long as the ticket is solved, and into its end. */
export function statusStep({ ticket }: Pick<StoredThread, 'ticket'>, { to, cause }: Wanted): Step {
  const isDone = to === 'solved' || to === 'closed';
  const after = isDone ? (cause ?? ticket.cause) : undefined;
  if (to === ticket.status && after === ticket.cause) return { events: [] };
  return {
    set: { status: to, cause: after },
    events: [{ kind: 'status', from: ticket.status, to, ...(after && { cause: after }) }],
  };
}
