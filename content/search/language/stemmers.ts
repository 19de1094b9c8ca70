import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as nepali } from '@orama/stemmers/nepali';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as sanskrit } from '@orama/stemmers/sanskrit';
import { stemmer as serbian } from '@orama/stemmers/serbian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { stem as porter2 } from 'porter2';
import { englishTerm } from './english.ts';

/** What a word and its inflections have in common; takes small letters with their accents. */
export type Stemmer = (word: string) => string;

/** A kanji stem without its inflection (忘れる, 忘れた and 忘れ stand under 忘), サーバー as サーバ. */
const japanese: Stemmer = (word) =>
  /^(\p{sc=Han}+)\p{sc=Hira}+$/u.exec(word)?.[1] ?? /^([\p{sc=Kana}ー]{3,})ー$/u.exec(word)?.[1] ?? word;

/** Where it means to write into a word, the package's Bulgarian stemmer throws: such a word stays as it is. */
const careful =
  (stemmer: Stemmer): Stemmer =>
  (word) => {
    try {
      return stemmer(word);
    } catch {
      return word;
    }
  };

/** Snowball's stemmers by language code. */
export const stemmers: Record<string, Stemmer> = {
  ar: arabic,
  bg: careful(bulgarian),
  da: danish,
  de: german,
  el: greek,
  // Snowball's own second version: the other package's English takes a letter too much of `connection` and `permission`.
  en: englishTerm(porter2),
  es: spanish,
  fi: finnish,
  fr: french,
  ga: irish,
  hi: hindi,
  hu: hungarian,
  hy: armenian,
  id: indonesian,
  it: italian,
  ja: japanese,
  lt: lithuanian,
  nb: norwegian,
  ne: nepali,
  nl: dutch,
  nn: norwegian,
  no: norwegian,
  pt: portuguese,
  // It was written for the cedillas of old keyboards.
  ro: (word) => romanian(word.replace(/ș/g, 'ş').replace(/ț/g, 'ţ')),
  ru: russian,
  sa: sanskrit,
  sr: serbian,
  sv: swedish,
  ta: tamil,
  tr: turkish,
  uk: ukrainian,
};
