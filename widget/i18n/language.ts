import { type Catalogue, createTranslate, type Translate } from './translate.ts';

/** The words a reader sees. */
export interface Language {
  /** A locale that has a catalogue. */
  locale: string;
  dir: 'ltr' | 'rtl';
  t: Translate;
}

/** One entry a catalogue; each is a chunk of its own. */
const catalogues: Record<string, () => Promise<{ messages: Catalogue }>> = {
  en: () => import('./en.ts'),
  de: () => import('./de.ts'),
};

const writtenRightToLeft = /^(ar|fa|he|ur)/;

/** The first of the wanted languages that has a catalogue, else English. */
export const loadLanguage = async (wanted: readonly string[]): Promise<Language> => {
  const names = wanted.map((tag) => tag.split('-')[0]?.toLowerCase() ?? '');
  const locale = names.find((name) => Object.hasOwn(catalogues, name)) ?? 'en';
  const { messages } = await (catalogues[locale] ?? catalogues['en']!)();
  return {
    locale,
    dir: writtenRightToLeft.test(locale) ? 'rtl' : 'ltr',
    t: createTranslate(locale, messages),
  };
};

/** Languages of the reader, best first: what was asked for, the page's, the browser's. */
export const readerLanguages = (asked: string | undefined): string[] =>
  [asked, document.documentElement.lang, ...navigator.languages].filter((tag): tag is string => Boolean(tag));

/** The same language with more words. */
export const withMessages = (language: Language, messages: Catalogue): Language => ({
  ...language,
  t: createTranslate(language.locale, messages, language.t),
});
