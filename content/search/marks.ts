import { textWords } from './text.ts';

/** A matched word as [start, end) in UTF-16 units of its text. */
export type Mark = [start: number, end: number];

/** What finds the words of a text: the locale of an index, and the terms under which it has a folded word. */
export interface Dictionary {
  locale: string;
  termsOf(form: string): readonly string[];
}

/** Words of a text with the dictionary terms they stand under. */
export const termsIn = (text: string, { locale, termsOf }: Dictionary): { mark: Mark; terms: string[] }[] =>
  textWords(text, locale).map(({ start, end, forms }) => ({ mark: [start, end], terms: forms.flatMap(termsOf) }));

/** Where words of a title or description match the `terms` of a result. */
export function marksOf(text: string, terms: readonly string[], dictionary: Dictionary): Mark[] {
  return termsIn(text, dictionary)
    .filter((word) => word.terms.some((term) => terms.includes(term)))
    .map(({ mark }) => mark);
}
