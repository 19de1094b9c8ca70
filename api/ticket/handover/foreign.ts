import type { HandoverNote } from '../../contract/handover.ts';
import type { StoredThread } from '../../store/store.ts';

/** Notes without the tickets that whoever reads them may not see. `scope` names the groups they may; nothing is all. */
export function withoutForeign(thread: StoredThread, scope: readonly string[] | undefined): StoredThread {
  if (!scope) return thread;
  const own = ({ related, ...note }: HandoverNote): HandoverNote =>
    related ? { ...note, related: related.filter(({ group }) => scope.includes(group)) } : note;
  return {
    ...thread,
    handovers: thread.handovers.map(({ difference: { set, added, gone }, ...one }) => ({
      ...one,
      difference: { set: own(set), added: own(added), gone },
    })),
  };
}
