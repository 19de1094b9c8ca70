import type { Unit } from '../../../api/contract/measure.ts';

/** Numbers of a report in the reader's language. */
export interface Values {
  show(value: number, unit: Unit): string;
  /** `1 Nov`. */
  day(day: string): string;
}

export const createValues = (locale: string): Values => {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const unit = (name: 'minute' | 'hour' | 'day', digits = 0) => {
    const format = new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    });
    return (value: number) => format.format(value);
  };
  const [shortMinutes, minutes, hours, days] = [unit('minute', 1), unit('minute'), unit('hour'), unit('day')];
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  /** Two units at most, and none that is 0. */
  const pair = (big: string, rest: number, small: (value: number) => string) =>
    rest > 0 ? `${big} ${small(rest)}` : big;
  const duration = (value: number): string => {
    if (value < 10) return shortMinutes(value);
    const whole = Math.round(value);
    if (whole < 60) return minutes(whole);
    if (whole < 2_880) return pair(hours(Math.floor(whole / 60)), whole % 60, minutes);
    const full = Math.round(whole / 60);
    return pair(days(Math.floor(full / 24)), full % 24, hours);
  };
  const shows: Record<Unit, (value: number) => string> = {
    count: (value) => number.format(value),
    share: (value) => percent.format(value),
    ratio: (value) => ratio.format(value),
    minutes: duration,
  };
  return { show: (value, of) => shows[of](value), day: (day) => date.format(Date.parse(day)) };
};
