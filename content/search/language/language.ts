import { eliding, fold } from '../text.ts';
import { englishStopWords, framingEnglish } from './english.ts';
import { type Stemmer, stemmers } from './stemmers.ts';
import { stopWordsOf } from './stop-words.ts';

/** What a language adds to folded words when an index is built. Nothing of this reaches a browser. */
export interface Language {
  /** The folded form under which a word, as it is written, and its inflections stand in the dictionary. */
  term(word: string): string;
  /** Words too common to rank by, folded. */
  stopWords: ReadonlySet<string>;
  /** Terms of words that people put around a question, and that say less than their rarity promises. */
  framing: ReadonlySet<string>;
}

/** Proper names take their endings after an apostrophe: Android’den. */
const parting = /^(?:tr|az)\b/;

/** A word as stemmers expect it: small letters, accents, no apostrophes. */
const bare = (word: string, locale: string): string =>
  word
    .normalize('NFKC')
    .toLocaleLowerCase(locale)
    .replace(eliding.test(locale) ? /^.+['’](?=..)/ : parting.test(locale) ? /['’].*/ : '', '')
    .replace(/['’]s$|['’]/g, '');

/** The index stores how a term becomes its words by their endings, so at most two letters of a term may differ. */
function isBeginning(term: string, form: string): boolean {
  let shared = 0;
  while (shared < term.length && term[shared] === form[shared]) shared++;
  return shared >= Math.max(term.length - 2, 1);
}

/**
 * Stems words; those whose stem begins otherwise stand under their own form. That concerns prefixes (Indonesian meng-,
 * Irish h-, Arabic verbs) and Serbian in Cyrillic, whose stemmer writes Latin letters.
 */
function stemming(stemmer: Stemmer, locale: string): Language['term'] {
  // A stemmer takes some twenty microseconds a word, and texts repeat theirs.
  const terms = new Map<string, string>();
  return (word) => {
    const known = terms.get(word);
    if (known !== undefined) return known;
    const form = fold(word, locale);
    // The Arabic stemmer is to see what folding left of prefixes and signs.
    const stem = fold(stemmer(/^ar\b/.test(locale) ? form : bare(word, locale)), locale);
    const term = isBeginning(stem, form) ? stem : form;
    terms.set(word, term);
    return term;
  };
}

const languages = new Map<string, Language>();

/** The rules for a locale, those of `de` for `de-AT`; a language without rules finds words as they are written. */
export function languageOf(locale: string): Language {
  const code = locale.split('-', 1)[0]!.toLowerCase();
  const known = languages.get(locale);
  if (known) return known;
  const stemmer = stemmers[code] ?? ((word) => word);
  const term = stemming(stemmer, locale);
  const language = {
    term,
    stopWords: code === 'en' ? englishStopWords : stopWordsOf(code),
    framing: new Set(code === 'en' ? Array.from(framingEnglish, term) : []),
  };
  languages.set(locale, language);
  return language;
}
