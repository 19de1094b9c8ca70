import { type Catalogue, createTranslate, type Translate } from '../../widget/i18n/translate.ts';

/** Catalogues by language; the first is the one whose gaps nothing fills. */
export type Catalogues = readonly (readonly [language: string, ...catalogues: Catalogue[]])[];

export interface Language {
  /** Of the reader where there is a catalogue for it: `de-AT` keeps its way to write dates. */
  locale: string;
  t: Translate;
}

/** The first of the reader's `wanted` languages that there are words for, else the first there is. */
export const chooseLanguage = (wanted: readonly string[], catalogues: Catalogues): Language => {
  const [fallback] = catalogues;
  if (!fallback) throw new Error('no catalogue');
  const find = (tag: string) => catalogues.find(([language]) => language === tag.toLowerCase().split('-')[0]);
  const locale = wanted.find((tag) => find(tag)) ?? fallback[0];
  const translate = (tag: string, [, ...parts]: Catalogues[number], next?: Translate) =>
    createTranslate(tag, Object.assign({}, ...parts), next);
  const base = translate(fallback[0], fallback);
  const chosen = find(locale);
  return { locale, t: chosen && chosen !== fallback ? translate(locale, chosen, base) : base };
};
