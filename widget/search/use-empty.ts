import { useEffect, useState } from 'preact/hooks';
import type { Empty } from './empty.tsx';
import type { Found } from './rows.ts';

/** What is shown when nothing is found. Its code comes with the first search, before it is needed. */
export const useEmpty = (found: Found | undefined): typeof Empty | undefined => {
  const [view, setView] = useState<{ Empty: typeof Empty }>();
  const searched = found !== undefined;
  useEffect(() => {
    if (searched && !view) import('./empty.tsx').then(setView, () => {});
  }, [searched, view]);
  return view?.Empty;
};
