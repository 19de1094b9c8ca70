import { type Catalogue, createTranslate, type Values } from '../../widget/i18n/translate.ts';
import { de } from './catalogue/de.ts';
import { en } from './catalogue/en.ts';

const catalogues: Record<string, Catalogue> = { en, de };
export type MessageKey = keyof typeof en;

const made = new Map<string, (key: MessageKey, values?: Values) => string>();

/** The help center's `t` for a locale; English where it has no catalogue. */
export const translator = (locale: string): ((key: MessageKey, values?: Values) => string) => {
  const known = made.get(locale);
  if (known) return known;
  const t = createTranslate(locale, catalogues[locale.split('-')[0] ?? ''] ?? en, createTranslate('en', en));
  made.set(locale, t);
  return t;
};
