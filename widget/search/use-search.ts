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

/** Changes when there are more passages to show. */
export const useArrivals = (content: Content | undefined): number => {
  const [arrivals, setArrivals] = useState(0);
  useEffect(() => {
    let here = true;
    void content?.library.load().then((there) => {
      if (here && there) setArrivals((times) => times + 1);
    });
    return () => {
      here = false;
    };
  }, [content?.library]);
  return arrivals;
};

/** Fetches what the answer to a query lacks. */
export const useFill = (content: Content | undefined, query: string, found: Pick<Found, 'missing'> | undefined) => {
  useEffect(() => content?.fill.want(found?.missing ?? [], query), [found]);
};

/** Results of a query, again when more of the index is here, or when the library arrives with its passages; `undefined` without words or without content. */
export const useSearch = ({ content, query, limit, audience, onSettle }: SearchInput) => {
  const arrivals = useArrivals(content);
  const { verbatim, onVerbatim } = useVerbatim(query);
  const words = query.trim();
  const found = useMemo<Found | undefined>(
    () => (content && words ? find(content, query, { limit, audience, verbatim }) : undefined),
    [content, query, limit, audience, verbatim, arrivals],
  );
  useFill(content, query, found);

  const tell = useRef(onSettle);
  tell.current = onSettle;
  const [settler] = useState(() => createSettler((search) => tell.current?.(search)));
  const { count = 0, corrected, missing } = found ?? {};
  // In the same frame: Enter may follow the last letter at once.
  useLayoutEffect(() => {
    // What is not all here has not come to anything yet.
    settler.change(
      missing || !found ? undefined : { query: words, count, ...(corrected === undefined ? {} : { corrected }) },
    );
  }, [settler, words, found !== undefined, missing !== undefined, count, corrected]);
  useLayoutEffect(() => settler.settle, [settler]);

  return { found, settle: settler.settle, onVerbatim };
};

/** What a screen reader hears of a list that changes while somebody types: after a pause, not at every letter. */
export const useSpoken = (t: Translate, found: Omit<Found, 'rows'> | undefined, query: string): string => {
  const searched = found?.verbatim ? query.trim() : found?.corrected;
  const text =
    found && !found.missing
      ? t('search.count', { count: found.count }) + (searched ? ` ${t('search.corrected', { query: searched })}` : '')
      : '';
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
};
