import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Content } from './content.ts';
import { type Found, find } from './rows.ts';
import { createSettler, type Settled } from './settle.ts';

interface SearchInput {
  content: Content | undefined;
  query: string;
  limit: number;
  audience: readonly string[];
  onSettle: (search: Settled) => void;
}

/** Results of a query, again when the library arrives with its passages; `undefined` without words or without content. */
export const useSearch = ({ content, query, limit, audience, onSettle }: SearchInput) => {
  const [passages, setPassages] = useState(0);
  const words = query.trim();
  const found = useMemo<Found | undefined>(
    () => (content && words ? find(content, query, { limit, audience }) : undefined),
    [content, query, limit, audience, passages],
  );

  const tell = useRef(onSettle);
  tell.current = onSettle;
  const [settler] = useState(() => createSettler((search) => tell.current(search)));
  const { count = 0, corrected } = found ?? {};
  // In the same frame: Enter may follow the last letter at once.
  useLayoutEffect(() => {
    settler.change(found && { query: words, count, ...(corrected === undefined ? {} : { corrected }) });
  }, [settler, words, found !== undefined, count, corrected]);
  useLayoutEffect(() => settler.settle, [settler]);

  useEffect(() => {
    let here = true;
    void content?.library.load().then((there) => {
      if (here && there) setPassages((times) => times + 1);
    });
    return () => {
      here = false;
    };
  }, [content]);

  return { found, settle: settler.settle };
};

/** What a screen reader hears of a list that changes while somebody types: after a pause, not at every letter. */
export const useSpoken = (text: string): string => {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return spoken;
};
