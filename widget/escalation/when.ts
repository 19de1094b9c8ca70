import type { Destination } from '../../api/contract/ticket.ts';
import type { Translate } from '../i18n/translate.ts';

const sameDay = (a: Date, b: Date): boolean => a.toDateString() === b.toDateString();

/** Far days need a date: "Tue" alone means this week's. */
const soonMs = 6 * 86_400_000;

/** The words are English or German; clocks and dates are those of the reader's region, as on the request page. */
const ofRegion = (locale: string): string => navigator.languages.find((tag) => tag.startsWith(`${locale}-`)) ?? locale;

const timeOf = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(ofRegion(locale), { hour: 'numeric', minute: '2-digit' }).format(at);

const dayAndTime = (at: Date, now: Date, locale: string): string => {
  const far = Math.abs(at.getTime() - now.getTime()) > soonMs;
  const day: Intl.DateTimeFormatOptions = far
    ? { day: 'numeric', month: 'short', ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }) }
    : { weekday: 'short' };
  return `${new Intl.DateTimeFormat(ofRegion(locale), day).format(at)} ${timeOf(at, locale)}`;
};

/** When something was written: the time today, the day before that. In the reader's zone and language. */
export const shortTime = (at: string, now: number, locale: string): string => {
  const [then, today] = [new Date(at), new Date(now)];
  return sameDay(then, today) ? timeOf(then, locale) : dayAndTime(then, today, locale);
};

/** "First reply by Tue 14:30": the text of `key.today` or `key.day`. */
export const promiseText = (key: string, at: Date | string, { t, now, locale }: Reader): string => {
  const [by, today] = [new Date(at), new Date(now)];
  return sameDay(by, today)
    ? t(`${key}.today`, { time: timeOf(by, locale) })
    : t(`${key}.day`, { time: dayAndTime(by, today, locale) });
};

/** Who has it, and what brought it there: the text of `key`, or of `key.because`. */
export const destinationText = (key: string, { group, because }: Destination, t: Translate): string =>
  because === undefined ? t(key, { group }) : t(`${key}.because`, { group, because });

/** Who reads it, and when. */
export interface Reader {
  t: Translate;
  locale: string;
  now: number;
}
