import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import type { Content } from './content.ts';
import { type Found, find, type Row } from './rows.ts';
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

/** Whoever types no letter for so long looks at the list. */
const restMs = 200;
/** So many rows are seen; what is below them, and the passages, come when the typing rests. */
const seen = 7;

/** False from a letter on until none follows for a while; `rest` does not wait for that. */
export const useRest = (query: string) => {
  const [rested, setRested] = useState(query);
  const rest = () => setRested(query);
  useEffect(() => {
    const timer = setTimeout(rest, restMs);
    return () => clearTimeout(timer);
  }, [query]);
  return { isResting: rested === query, rest };
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

/**
 * Results of a query, again when more of the index is here, or when the library arrives with its passages; `undefined`
 * without words or without content. They are those of the words in the field, whatever is typed: what is left for a rest is
 * what nobody sees. `length` is how many rows there are then, and `all` gives them now.
 */
export const useSearch = ({ content, query, limit, audience, onSettle }: SearchInput) => {
  const arrivals = useArrivals(content);
  const { verbatim, onVerbatim } = useVerbatim(query);
  const words = query.trim();
  const { isResting, rest } = useRest(query);
  const shown = useRef<readonly Row[]>([]);
  const look = (before?: readonly Row[]): Found | undefined =>
    content && words
      ? find(content, query, { limit: before ? Math.min(seen, limit) : limit, audience, verbatim, before })
      : undefined;
  const found = useMemo(
    () => look(isResting ? undefined : shown.current),
    [content, query, limit, audience, verbatim, arrivals, isResting],
  );
  shown.current = found?.rows ?? [];
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

  return {
    found,
    length: isResting ? shown.current.length : Math.min(limit, found?.count ?? 0),
    all: () => look()?.rows ?? [],
    rest,
    settle: settler.settle,
    onVerbatim,
  };
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
