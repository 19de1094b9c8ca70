import { useEffect, useState } from 'preact/hooks';
import { loadReadingMessages } from '../../../widget/i18n/reading.ts';
import { createTranslate, type Translate } from '../../../widget/i18n/translate.ts';
import type { DeskKit } from '../kit.ts';

/** The words around a document, such as those of callouts; they come with the first one that is read. */
export const useReadingWords = ({ t, locale }: Pick<DeskKit, 't' | 'locale'>): Translate => {
  const [words, setWords] = useState<Translate>(() => t);
  useEffect(() => {
    let current = true;
    void loadReadingMessages(locale.split('-')[0] ?? locale)
      .then((messages) => current && setWords(() => createTranslate(locale, messages, t)))
      // Without them the keys show, and the document all the same.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [locale]);
  return words;
};
