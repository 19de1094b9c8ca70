import { useEffect, useState } from 'preact/hooks';
import { loadEscalationMessages } from '../../widget/i18n/escalation.ts';
import { createTranslate, type Translate } from '../../widget/i18n/translate.ts';
import { createMoments, type Moments } from '../thread/moments.ts';
import type { DeskKit } from './kit.ts';

interface RequesterWords {
  t: Translate;
  moments: Moments;
  locale: string;
}

/** Words and times as whoever asks reads them, to be quoted; until they are there, those of the agent. */
export const useRequesterWords = ({ t, moments, locale }: DeskKit, language: string): RequesterWords => {
  const own = { t, moments, locale };
  const [words, setWords] = useState<RequesterWords>(own);
  useEffect(() => {
    let isHere = true;
    void loadEscalationMessages(language).then(
      (messages) =>
        isHere &&
        setWords({ t: createTranslate(language, messages), moments: createMoments(language), locale: language }),
      () => isHere && setWords(own),
    );
    return () => {
      isHere = false;
    };
  }, [language]);
  return words;
};
