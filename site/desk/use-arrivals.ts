import { useEffect, useRef } from 'preact/hooks';
import type { DeskTicketRow } from '../../api/contract/desk.ts';
import type { DeskKit } from './kit.ts';
import type { Seen } from './seen.ts';

interface ArrivalsOptions {
  rows: readonly DeskTicketRow[] | undefined;
  /** Id of the ticket in view: what happens there is seen. */
  open: string | undefined;
  seen: Seen;
  kit: DeskKit;
  /** Said to screen readers. */
  announce: (text: string) => void;
}

/** What is new: a mark in the list, a number in the tab's title, a sentence when something comes. Answers the mark. */
export const useArrivals = ({
  rows,
  open,
  seen,
  kit,
  announce,
}: ArrivalsOptions): ((row: DeskTicketRow) => boolean) => {
  const { t, company } = kit;
  const isNew = (row: DeskTicketRow) => row.id !== open && seen.isNew(row);
  const fresh = (rows ?? []).filter(isNew);
  const marks = fresh.map(({ id, updatedAt }) => id + updatedAt);
  const known = useRef<Set<string>>(undefined);

  useEffect(() => {
    const key = fresh.length > 0 ? 'title.new' : 'title.plain';
    document.title = t(key, { count: fresh.length, name: company });
    if (!rows) return;
    const before = known.current;
    known.current = new Set(marks);
    // What was there when the list was opened is no news.
    const arrived = before ? marks.filter((mark) => !before.has(mark)).length : 0;
    if (arrived > 0) announce(t('list.arrived', { count: arrived }));
  }, [marks.join()]);
  return isNew;
};
