/** A word as it stands in a text or a query, [start, end) in UTF-16 units, with the forms it is found by. */
export interface Word {
  start: number;
  end: number;
  /** The first of the forms: in a query, the whole word. */
  form: string;
  /**
   * Everything it is found by, folded. An identifier gives its parts and the whole without separators: `data-base` →
   * data, base, database; `2FA` → 2fa, 2, fa. A word of a script without spaces gives itself, then its letter pairs; those stand for it in a
   * query when the dictionary does not know it.
   */
  forms: string[];
  /** The forms as they are written, in the same order: what a stemmer takes. */
  written: string[];
}

/** Where å, ä, ö and ñ are letters of their own. */
const lettered = /^(?:sv|da|n[bno]|fi|es)\b/;
/** Where an article is written together with its word: l’article, dell’account. */
export const eliding = /^(?:fr|it|ca)\b/;

/** Letters that nobody tells apart, or types. */
const plain: Record<string, string> = { ß: 'ss', ı: 'i', ł: 'l', œ: 'oe', ς: 'σ', ى: 'ي', ة: 'ه' };

/** Dictionary entries are bounded: hashes and base64 in a text are cut. */
const longest = 40;

/**
 * One spelling for what readers type in many: width and ligatures (NFKC), case, apostrophes, possessive s, accents where
 * the language takes them for accents, the vowel signs of Arabic and Hebrew, the Arabic article, and signs nobody sees, such
 * as soft hyphens. Folding again changes nothing.
 */
export const fold = (word: string, locale = 'en'): string =>
  (/^\w*$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .toLowerCase()
        .replace(eliding.test(locale) ? /^.+['’](?=..)/ : '', '')
        // Composed, they survive the next step: here a mark makes another letter, й ў ї.
        .replace(lettered.test(locale) ? /[ao]\u0308|a\u030a|n\u0303/g : /[иу]\u0306|і\u0308/g, (pair) =>
          pair.normalize(),
        )
        .replace(/['’]s$|[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670'’]|\p{Cf}/gu, '')
        .replace(/[ßıłœςىة]/g, (letter) => plain[letter]!)
        // And, with, like, for, the: when three letters are left.
        .replace(/^(?:[وف]?(?:[بك]?ال|لل)(?=.{3}))+/, '')
        .normalize('NFKC')
  ).slice(0, longest);

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*(?:['’]\p{L}+)*/gu;
const compound = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'’]*(?:[-_.][\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}'’]*)*/gu;
/**
 * Between a small and a capital letter of `getToken`, and behind the number of `2FA` and `100MB`; a name that starts with a
 * capital (`GitHub`) is one word.
 */
const hump = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=^\p{N}+)(?=\p{L}{2,}$)/u;
/** Letters of the scripts that are written without spaces. */
const unspaced = '\\p{sc=Hani}\\p{sc=Hira}\\p{sc=Kana}ーｰﾞﾟ\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
/** Runs of them, and what is between. */
const stretches = new RegExp(`((?:[${unspaced}]\\p{M}*)+)|[^${unspaced}]+`, 'gu');

const segmenters: Record<string, Intl.Segmenter> = {};
/** The words of a run; a browser that cannot tell takes it as one word. */
function segmentsOf(run: string, locale: string): { segment: string; index: number }[] {
  if (!Intl.Segmenter) return [{ segment: run, index: 0 }];
  segmenters[locale] ??= new Intl.Segmenter(locale, { granularity: 'word' });
  return [...segmenters[locale].segment(run)];
}

/**
 * A segment, and its letter pairs, since browsers cut a run at different places; pairs of hiragana are endings and say
 * nothing. Two lone Han letters may be a word that the dictionary misses.
 */
const withPairs = (segment: string, next = ''): string[] => [
  ...new Set([
    segment,
    ...Array.from(segment.matchAll(/(?!\p{sc=Hira}{2}).\p{M}*(?=(.\p{M}*))/gsu), (match) => match[0] + match[1]),
    ...((segment + next).match(/^\p{sc=Hani}{2}$/u) ?? []),
  ]),
];

const wordsOf = (text: string, locale: string, pattern: RegExp, partsOf: (found: string) => string[]): Word[] =>
  Array.from(text.matchAll(stretches))
    .flatMap(({ 0: stretch, 1: run, index: from }) =>
      run
        ? segmentsOf(run, locale).map(({ segment, index }, at, all) =>
            wordOf(from + index, segment, withPairs(segment, all[at + 1]?.segment), locale),
          )
        : Array.from(stretch.matchAll(pattern), ({ 0: found, index }) =>
            wordOf(from + index, found, partsOf(found), locale),
          ),
    )
    .filter(({ form }) => form);

const wordOf = (start: number, found: string, written: string[], locale: string): Word => {
  // A lone sign that folding takes away is no word.
  const parts = written.filter((part) => fold(part, locale) !== '');
  const forms = parts.map((part) => fold(part, locale));
  return { start, end: start + found.length, form: forms[0] ?? '', forms, written: parts };
};

/** The words a reader typed, split at everything that is neither letter nor digit; case carries no meaning here. */
export const queryWords = (text: string, locale = 'en'): Word[] => wordsOf(text, locale, word, (found) => [found]);

const identifierParts = (text: string): string[] => {
  const parts = Array.from(text.matchAll(word), (match) => match[0]);
  const humps = /^[\p{Ll}\p{N}]/u.test(text) ? parts.flatMap((part) => (hump.test(part) ? part.split(hump) : [])) : [];
  if (parts.length > 1) parts.push(parts.join(''));
  return [...parts, ...humps];
};

/** The words of a text that is searched. */
export const textWords = (text: string, locale = 'en'): Word[] => wordsOf(text, locale, compound, identifierParts);
