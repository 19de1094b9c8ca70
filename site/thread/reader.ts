import { loadEscalationMessages } from '../../widget/i18n/escalation.ts';
import type { Catalogue } from '../../widget/i18n/translate.ts';
import { chooseLanguage, type Language } from './language.ts';
import { de } from './words.de.ts';
import { en } from './words.en.ts';

/**
 * The language of who reads this page, set on the document. A page's own words (`own`) win over those of a conversation,
 * and those over the words of the widget's context card and requests.
 */
export const openLanguage = async (
  own: { en: Catalogue; de: Catalogue },
  wanted: readonly string[] = navigator.languages,
): Promise<Language> => {
  const [widgetEn, widgetDe] = await Promise.all([loadEscalationMessages('en'), loadEscalationMessages('de')]);
  const language = chooseLanguage(wanted, [
    ['en', widgetEn, en, own.en],
    ['de', widgetDe, de, own.de],
  ]);
  document.documentElement.lang = language.locale;
  return language;
};
