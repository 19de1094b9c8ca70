import type { StoredEvent } from '../store/store.ts';

/** Whether a merge has solved it, and nobody else: the event before says so. */
export const isByMerge = (events: readonly StoredEvent[], place: number): boolean => {
  const { event } = events[place] ?? {};
  return event?.kind === 'status' && event.to === 'solved' && events[place - 1]?.event.kind === 'merged';
};
