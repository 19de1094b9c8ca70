import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type Filter, kinds } from './facets.ts';

/** What the address of the search page asks for. */
export interface Asked extends Filter {
  query: string;
  /** No corrections. */
  verbatim: boolean;
}

const readAsked = (): Asked => {
  const { searchParams } = new URL(location.href);
  return {
    query: searchParams.get('q') ?? '',
    verbatim: searchParams.has('verbatim'),
    kind: kinds.find((kind) => kind === searchParams.get('kind')),
    category: searchParams.get('category') ?? undefined,
  };
};

const writeAsked = ({ query, verbatim, kind, category }: Asked, how: 'push' | 'replace'): void => {
  const address = new URL(location.href);
  const values = { q: query.trim(), kind, category, verbatim: verbatim ? '1' : undefined };
  for (const [name, value] of Object.entries(values)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  if (address.href !== location.href) history[`${how}State`](history.state, '', address);
};

/** Keeps what is asked for in the address, so that it can be shared and the way back leads through every choice. */
export const useAsked = (initial: string) => {
  const [asked, setAsked] = useState<Asked>(() => {
    const there = readAsked();
    return { ...there, query: initial, verbatim: there.verbatim && there.query.trim() === initial.trim() };
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
      setAsked({ ...asked, query, verbatim: asked.verbatim && query.trim() === asked.query.trim() }),
    /** Something was chosen: Back undoes it. */
    onChoose: (choice: Partial<Asked>) => {
      writeAsked(asked, 'replace');
      const next = { ...asked, ...choice };
      writeAsked(next, 'push');
      setAsked(next);
    },
  };
};
