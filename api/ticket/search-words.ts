import type { SearchTerm } from '../store/ticket-query.ts';

/** What somebody is looking for. */
export interface SearchWords {
  terms: SearchTerm[];
  /** They typed a reference and nothing else. */
  reference?: string;
}

const hasWord = /[\p{L}\p{N}]/u;

/**
 * Words as people type them: all are needed, the last may go on, and words in quotes stand together. Anything can be typed:
 * what has no letter and no digit is not looked for.
 */
export function readWords(text: string): SearchWords {
  const typed = text.trim();
  const reference = /^tz-?([0-9a-z]{6})$/i.exec(typed)?.[1];
  const terms = [...typed.matchAll(/"([^"]*)"?|[^\s"]+/g)]
    .map(([whole, phrase]) => ({ text: phrase ?? whole, isPhrase: phrase !== undefined }))
    .filter(({ text: words }) => hasWord.test(words));
  return {
    terms: terms.map(({ text: words, isPhrase }, place) => ({
      text: words,
      isPrefix: !isPhrase && place === terms.length - 1,
    })),
    ...(reference && { reference: `TZ-${canonical(reference)}` }),
  };
}

/** As it may be read out or copied by hand: the letters that Crockford's base 32 leaves out mean the digits they look like. */
const canonical = (given: string): string => given.toUpperCase().replace(/[IL]/g, '1').replaceAll('O', '0');
