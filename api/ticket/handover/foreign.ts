import type { HandoverNote, RelatedTicket } from '../../contract/handover.ts';
import type { StoredThread } from '../../store/store.ts';

/** Also that there were some is not told where none is left. */
export function withRelated(
  { related = [], ...note }: HandoverNote,
  keep: (one: RelatedTicket) => boolean,
): HandoverNote {
  const left = related.filter(keep);
  return left.length > 0 ? { ...note, related: left } : note;
}

/** Notes without the tickets that whoever reads them may not see. `scope` names the groups they may; nothing is all. */
export function withoutForeign(thread: StoredThread, scope: readonly string[] | undefined): StoredThread {
  if (!scope) return thread;
  const own = (note: HandoverNote): HandoverNote => withRelated(note, ({ group }) => scope.includes(group));
  return {
    ...thread,
    handovers: thread.handovers.map(({ difference: { set, added, gone }, ...one }) => ({
      ...one,
      difference: { set: own(set), added: own(added), gone },
    })),
  };
}
