import { differenceOf, wholeNote } from '../../contract/handover-difference.ts';
import { missing } from '../../contract/handover-needs.ts';
import type { StoredHandover, StoredThread } from '../../store/store.ts';
import type { Settled } from '../settle.ts';
import { draftOf } from './draft.ts';

interface Noted {
  events: Settled['events'];
  handovers: StoredHandover[];
}

/**
 * A note for each move that nobody made: what is known, and what whoever gets it would have needed besides. `newId` makes
 * the id of a note.
 */
export function withNotes(thread: StoredThread, { set, events }: Settled, at: number, newId: () => string): Noted {
  let current = thread;
  const handovers: StoredHandover[] = [];
  const noted = events.map((event) => {
    if (event.kind !== 'placed' || event.note !== undefined) return event;
    const id = newId();
    const note = draftOf(current, { dates: set });
    const move = {
      from: { tier: event.from.tier, group: event.from.group },
      to: { tier: event.to.tier, group: event.to.group },
    };
    const difference = differenceOf(wholeNote(current.handovers), note);
    const handover: StoredHandover = {
      id,
      at,
      author: { kind: 'system' },
      ...move,
      difference,
      missing: missing(note, move),
    };
    handovers.push(handover);
    current = { ...current, handovers: [...current.handovers, handover] };
    return { ...event, note: id };
  });
  return { events: noted, handovers };
}
