import { languageOf } from './language/language.ts';
import { textWords } from './text.ts';

/** A matched word as [start, end) in UTF-16 units of its text. */
export type Mark = [start: number, end: number];

/** Words of a text with the dictionary terms they stand under. */
export const termsOf = (text: string, locale: string): { mark: Mark; terms: string[] }[] => {
  const { term } = languageOf(locale);
  return textWords(text, locale).map(({ start, end, forms }) => ({ mark: [start, end], terms: forms.map(term) }));
};

/** Where words of a title or description match the `terms` of a result; `locale` is the index's. */
export function marksOf(text: string, terms: readonly string[], locale: string): Mark[] {
  return termsOf(text, locale)
    .filter((word) => word.terms.some((term) => terms.includes(term)))
    .map(({ mark }) => mark);
}
