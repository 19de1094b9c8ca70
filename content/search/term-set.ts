import { type Dictionary, termsIn } from './marks.ts';

/** The terms that a text has. */
export const termSet = (text: string, dictionary: Dictionary): Set<string> =>
  new Set(termsIn(text, dictionary).flatMap(({ terms }) => terms));
