import { fold } from '../text.ts';
import type { Language } from './language.ts';

const stopWords = new Set(
  (
    'a about after all also am an and any are arent as at be because been before being but by can cant could couldnt ' +
    'did didnt do does doesnt doing dont for from get getting got had has have having he her here him his how i id if ' +
    'im in into is isnt it its ive just keep like me my no not of off on one only or other our out over please she ' +
    'should so some such than that thats the their them then there theres these they this those through to too under until up us ' +
    'very was wasnt we were what whats when where which while who why will wish with wont would you your'
  ).split(' '),
);

const unchanged = /[^a-z]|^(?:alias|canvas|embed|news)$/;
/** Vowel groups followed by a consonant, about the syllables before an ending. */
const measure = (word: string): number => word.match(/[aeiouy]+[^aeiouy]+/g)?.length ?? 0;
const endsShort = (word: string): boolean => /[^aeiouy][aeiouy][^aeiouywx]$/.test(word);

const withoutPlural = (word: string): string =>
  /[^aeiou]ies$/.test(word) && word.length > 4
    ? `${word.slice(0, -3)}y`
    : /(?:[^sui]|^api|wiki|emoji)s$/.test(word)
      ? word.slice(0, -1)
      : word;

function withoutTense(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const base = /^(.*[aeiouy].*?)(?:ing|(?<!e)ed)$/.exec(word)?.[1];
  if (!base || base.length < 2) return word;
  if (/(?:at|bl|iz)$/.test(base)) return `${base}e`;
  if (base.length > 3 && /([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1);
  return measure(base) === 1 && (endsShort(base) || base.length === 2) ? `${base}e` : base;
}

/** Plural, -ing, -ed, final e and ll: few rules that seldom join words of different meaning. */
function englishStem(word: string): string {
  if (word.length < 4 || unchanged.test(word)) return word;
  const base = unchanged.test(withoutPlural(word)) ? withoutPlural(word) : withoutTense(withoutPlural(word));
  if (base.length < 4) return base;
  const syllables = measure(base.slice(0, -1));
  if (base.endsWith('e') && (syllables > 1 || (syllables === 1 && !endsShort(base.slice(0, -1)))))
    return base.slice(0, -1);
  return syllables > 1 && base.endsWith('ll') ? base.slice(0, -1) : base;
}

/** English by few rules of our own. */
export const english: Language = { term: (word) => englishStem(fold(word)), stopWords };
