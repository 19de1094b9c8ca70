import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import type { Content } from './content.ts';
import { type Found, find } from './rows.ts';
import { createSettler, type Settled } from './settle.ts';

interface SearchInput {
  content: Content | undefined;
  query: string;
  limit: number;
  audience: readonly string[];
  /** Default nobody is told. */
  onSettle?: (search: Settled) => void;
}

/**
 * Whether words stay as they were typed. It holds for the words it was chosen for: others are corrected again.
 * `initial` is what holds at first.
 */
export const useVerbatim = (query: string, initial = '') => {
  const words = query.trim();
  const [kept, keep] = useState(initial);
  return { verbatim: kept === words, onVerbatim: (verbatim: boolean) => keep(verbatim ? words : '') };
};

/** Changes when there are more passages to show, or somebody asks `again`. */
export const useArrivals = (content: Content | undefined) => {
  const [arrivals, setArrivals] = useState(0);
  const again = () => setArrivals((times) => times + 1);
  useEffect(() => {
    let here = true;
    void content?.library.load().then((there) => {
      if (here && there) again();
    });
    return () => {
      here = false;
    };
  }, [content]);
  return { arrivals, again };
};

/** Results of a query, again when the library arrives with its passages; `undefined` without words or without content. */
export const useSearch = ({ content, query, limit, audience, onSettle }: SearchInput) => {
  const { arrivals, again } = useArrivals(content);
  const { verbatim, onVerbatim } = useVerbatim(query);
  const words = query.trim();
  const found = useMemo<Found | undefined>(
    () => (content && words ? find(content, query, { limit, audience, verbatim }) : undefined),
    [content, query, limit, audience, verbatim, arrivals],
  );

  const tell = useRef(onSettle);
  tell.current = onSettle;
  const [settler] = useState(() => createSettler((search) => tell.current?.(search)));
  const { count = 0, corrected } = found ?? {};
  // In the same frame: Enter may follow the last letter at once.
  useLayoutEffect(() => {
    settler.change(found && { query: words, count, ...(corrected === undefined ? {} : { corrected }) });
  }, [settler, words, found !== undefined, count, corrected]);
  useLayoutEffect(() => settler.settle, [settler]);

  return { found, settle: settler.settle, onVerbatim, onRetry: again };
};

/** What a screen reader hears of a list that changes while somebody types: after a pause, not at every letter. */
export const useSpoken = (t: Translate, found: Omit<Found, 'rows'> | undefined, query: string): string => {
  const searched = found?.verbatim ? query.trim() : found?.corrected;
  const text = found
    ? t('search.count', { count: found.count }) + (searched ? ` ${t('search.corrected', { query: searched })}` : '')
    : '';
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
};
