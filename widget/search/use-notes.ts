import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../i18n/translate.ts';
import type { notesIn } from './notes.tsx';

type View = Awaited<ReturnType<typeof notesIn>>;

/** What is said about results. Its code and words come after the index, before they are needed. */
export const useNotes = (wanted: boolean, t: Translate, locale: string): View['Notes'] | undefined => {
  const [view, setView] = useState<View>();
  useEffect(() => {
    if (wanted) import('./notes.tsx').then(({ notesIn }) => notesIn(t, locale)).then(setView, () => {});
  }, [wanted, locale]);
  return view?.Notes;
};
