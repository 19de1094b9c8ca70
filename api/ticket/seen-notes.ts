import type { StoredNote, StoredThread } from '../store/store.ts';

/**
 * Notes that were written while one of these groups had the ticket, in the order of its history: whoever wrote before did not
 * write to them, and whoever moves a ticket does not publish what was said without them.
 */
export function notesWithin({ notes, events }: StoredThread, groups: readonly string[]): StoredNote[] {
  const within = new Set<string>();
  let isTheirs = false;
  for (const { event } of events) {
    if (event.kind === 'created') isTheirs = groups.includes(event.place.group);
    else if (event.kind === 'placed') isTheirs = groups.includes(event.to.group);
    else if (event.kind === 'noted' && isTheirs) within.add(event.note);
  }
  return notes.filter(({ id }) => within.has(id));
}
