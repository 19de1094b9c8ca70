import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type Filter, kinds } from './facets.ts';

/** What the address of the search page asks for. */
export interface Asked extends Filter {
  query: string;
  /** No corrections. */
  verbatim: boolean;
  /** How often more were asked for, from 1: this step of the history keeps it, its address does not. */
  pages: number;
}

const readAsked = (): Asked => {
  const { searchParams } = new URL(location.href);
  return {
    query: searchParams.get('q') ?? '',
    verbatim: searchParams.has('verbatim'),
    kind: kinds.find((kind) => kind === searchParams.get('kind')),
    category: searchParams.get('category') ?? undefined,
    pages: Number(Object(history.state).pages) || 1,
  };
};

const writeAsked = ({ query, verbatim, kind, category, pages }: Asked, how: 'push' | 'replace'): void => {
  const address = new URL(location.href);
  const values = { q: query.trim(), kind, category, verbatim: verbatim ? '1' : undefined };
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href || readAsked().pages !== pages)
    history[`${how}State`]({ ...history.state, pages, ...(how === 'push' && { top: 0 }) }, '', address);
};

/** Keeps what is asked for in the address, so that it can be shared and the way back leads through every choice. */
export const useAsked = (initial: string) => {
  const [asked, setAsked] = useState<Asked>(() => {
    const there = readAsked();
    // Whoever typed before this was here asks for something else than the address does.
    const isSame = there.query.trim() === initial.trim();
    return { ...there, query: initial, ...(!isSame && { verbatim: false, pages: 1 }) };
  });
  useLayoutEffect(() => {
    const onPop = () => setAsked(readAsked());
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);
  useEffect(() => {
    // Browsers refuse more than a hundred changes of the address in half a minute.
    const timer = setTimeout(() => writeAsked(asked, 'replace'), 400);
    return () => clearTimeout(timer);
  }, [asked]);
  return {
    asked,
    /** Other words, which are corrected again; they take the place of those before in the history. */
    onType: (query: string) =>
      setAsked({
        ...asked,
        query,
        ...(query.trim() !== asked.query.trim() && { verbatim: false, pages: 1 }),
      }),
    /** The next ones, in the same step of the history. */
    onMore: () => {
      const next = { ...asked, pages: asked.pages + 1 };
      writeAsked(next, 'replace');
      setAsked(next);
    },
    /** Something was chosen: Back undoes it. */
    onChoose: (choice: Partial<Omit<Asked, 'pages'>>) => {
      writeAsked(asked, 'replace');
      const next = { ...asked, ...choice, pages: 1 };
      writeAsked(next, 'push');
      setAsked(next);
    },
  };
};
