import type { Cause } from '../contract/event.ts';
import type { Status } from '../contract/ticket.ts';
import type { StoredThread } from '../store/store.ts';
import type { Step } from './change.ts';

export interface Wanted {
  to: Status;
  /** What ended it, where it is solved. */
  cause?: Cause | undefined;
}

export const isDone = (status: Status): boolean => status === 'solved' || status === 'closed';

/** Nothing happens where nothing is different. The cause stays as long as the ticket is solved, and into its end. */
export function statusStep({ ticket }: Pick<StoredThread, 'ticket'>, { to, cause }: Wanted): Step {
  const after = isDone(to) ? (cause ?? ticket.cause) : undefined;
  if (to === ticket.status && after === ticket.cause) return { events: [] };
  return {
    set: { status: to, cause: after },
    events: [{ kind: 'status', from: ticket.status, to, ...(after && { cause: after }) }],
  };
}
