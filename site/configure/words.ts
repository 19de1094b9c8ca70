import { createTranslate, type Translate } from '../../widget/i18n/translate.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

/** The configurator's `t` for a locale of the help center; English where it has no catalogue. */
export const wordsOf = (locale: string): Translate =>
  locale.split('-')[0] === 'de' ? createTranslate(locale, de) : createTranslate(locale, en);
