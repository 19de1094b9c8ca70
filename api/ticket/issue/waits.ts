import type { StoredThread } from '../../store/store.ts';

/** The issue whose answer a ticket still waits for. It stays counted with one that was answered, and waits no longer. */
export const waitsFor = ({ events }: Pick<StoredThread, 'events'>): string | undefined => {
  const last = events.findLast(({ event }) => event.kind === 'issue-joined' || event.kind === 'issue-left')?.event;
  return last?.kind === 'issue-joined' ? last.issue : undefined;
};

/** Whether it waits for the answer of another issue than this one. */
export const waitsElsewhere = (thread: Pick<StoredThread, 'events'>, issue: string): boolean => {
  const waited = waitsFor(thread);
  return waited !== undefined && waited !== issue;
};
