import { stopwords as arabic } from '@orama/stopwords/arabic';
import { stopwords as armenian } from '@orama/stopwords/armenian';
import { stopwords as bulgarian } from '@orama/stopwords/bulgarian';
import { stopwords as danish } from '@orama/stopwords/danish';
import { stopwords as dutch } from '@orama/stopwords/dutch';
import { stopwords as finnish } from '@orama/stopwords/finnish';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as greek } from '@orama/stopwords/greek';
import { stopwords as hungarian } from '@orama/stopwords/hungarian';
import { stopwords as hindi } from '@orama/stopwords/indian';
import { stopwords as indonesian } from '@orama/stopwords/indonesian';
import { stopwords as irish } from '@orama/stopwords/irish';
import { stopwords as italian } from '@orama/stopwords/italian';
import { stopwords as japanese } from '@orama/stopwords/japanese';
import { stopwords as lithuanian } from '@orama/stopwords/lithuanian';
import { stopwords as chinese } from '@orama/stopwords/mandarin';
import { stopwords as nepali } from '@orama/stopwords/nepali';
import { stopwords as norwegian } from '@orama/stopwords/norwegian';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { stopwords as romanian } from '@orama/stopwords/romanian';
import { stopwords as russian } from '@orama/stopwords/russian';
import { stopwords as sanskrit } from '@orama/stopwords/sanskrit';
import { stopwords as serbian } from '@orama/stopwords/serbian';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import { stopwords as swedish } from '@orama/stopwords/swedish';
import { stopwords as tamil } from '@orama/stopwords/tamil';
import { stopwords as turkish } from '@orama/stopwords/turkish';
import { stopwords as ukrainian } from '@orama/stopwords/ukrainian';
import { fold } from '../text.ts';

/** By language code. The package's list for Slovenian holds Russian words and is left out. */
const lists: Record<string, readonly string[]> = {
  ar: arabic,
  bg: bulgarian,
  da: danish,
  de: german,
  el: greek,
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
  ro: romanian,
  ru: russian,
  sa: sanskrit,
  sr: serbian,
  sv: swedish,
  ta: tamil,
  th: (
    'ที่ และ ของ ใน เป็น ให้ ได้ จะ มี การ ความ กับ จาก หรือ คุณ ว่า ไม่ นี้ นั้น ซึ่ง แล้ว ก็ ต้อง ถ้า เมื่อ โดย ด้วย ' +
    'แต่ ยัง คือ เพื่อ ฉัน ผม เรา อย่างไร ยังไง ทำไม อะไร ไหม ครับ ค่ะ คะ จึง อีก ทุก เพราะ ตาม ไป มา ขึ้น ลง ไว้ ๆ'
  ).split(' '),
  tr: turkish,
  uk: ukrainian,
  zh: chinese,
};

/**
 * Words of the lists that help centers need: a reader who asks for an account asks for just that. German „andern“ is
 * also „ändern“, folded.
 */
const telling: Record<string, string> = {
  ar: 'اعادة زيارة سنة صباح عام عامة عدد علق قوة مساء الوقت',
  de: 'andern',
  es:
    'cuenta ejemplo empleo estado estados final general horas informo lugar nueva nuevas nuevo nuevos pais parte poner ' +
    'saber tiempo total trabaja trabajan trabajar trabajo ultimo usa usan usar uso valor',
  ru: 'говорил жизнь сказать человек',
  zh: '上 下 分别 开始 打 日 月 年 本地 管 结果 通过 连',
};

/** Words too common to rank by, folded. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const kept = new Set(telling[language]?.split(' ').map((word) => fold(word, language)));
  const folded = (lists[language] ?? []).map((word) => fold(word, language));
  return new Set(folded.filter((word) => /\p{L}/u.test(word) && !kept.has(word)));
}
