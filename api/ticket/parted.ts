import type { Status } from '../contract/ticket.ts';
import type { StoredThread } from '../store/store.ts';
import type { Step } from './change.ts';
import { isDone, statusStep, type Wanted } from './status.ts';

/** A merged ticket goes on by itself, open unless said otherwise: whoever wrote it is not answered where it went. */
export function partedStep(thread: StoredThread, to: Status = 'open'): Step {
  const last = thread.events.findLast(({ event }) => event.kind === 'merged')?.event;
  if (thread.ticket.mergedInto === undefined || last?.kind !== 'merged') return { events: [] };
  const { set, events } = statusStep(thread, { to });
  return { set: { ...set, mergedInto: undefined }, events: [{ kind: 'parted', other: last.into }, ...events] };
}

/** A status set by a person. A ticket that somebody works on does not go on elsewhere. */
export const setStep = (thread: StoredThread, wanted: Wanted): Step =>
  thread.ticket.mergedInto === undefined || isDone(wanted.to)
    ? statusStep(thread, wanted)
    : partedStep(thread, wanted.to);
