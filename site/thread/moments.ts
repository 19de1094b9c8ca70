/** Instants in the reader's language and zone. All take ISO 8601 and answer text. */
export interface Moments {
  /** `22 Nov 2026, 14:30`. */
  exact(at: string): string;
  /** As short as it stays clear from `now`: `14:30`, `Tue`, `12 Nov`, `12 Nov 2025`. */
  brief(at: string, now: number): string;
  /** For a promise: `14:30` today, `Tue 14:30` within the week, else the date and the time. */
  by(at: string, now: number): string;
  /** Whole units, rounded down so that a promise never sounds longer than it is: `3 hr`, `20 min`, `2 days`. */
  duration(ms: number): string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** `timeZone` defaults to the reader's own. */
export const createMoments = (locale: string, timeZone?: string): Moments => {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone ? { timeZone } : {}) });
    return (at: string | number) => formatter.format(new Date(at));
  };
  const unit = (name: 'day' | 'hour' | 'minute') => {
    const formatter = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
    return (value: number) => formatter.format(Math.floor(value));
  };
  const time = format({ hour: 'numeric', minute: '2-digit' });
  const weekday = format({ weekday: 'short' });
  const monthDay = format({ month: 'short', day: 'numeric' });
  const date = format({ dateStyle: 'medium' });
  const exact = (at: string) => `${date(at)}, ${time(at)}`;
  const day = format({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const year = format({ year: 'numeric' });
  const [days, hours, minutes] = [unit('day'), unit('hour'), unit('minute')];

  // A weekday names a day only within the six days on this side of it.
  const sameWeek = (at: string, now: number) => Math.abs(Date.parse(at) - now) < 6 * dayMs;
  return {
    exact,
    brief(at, now) {
      if (day(at) === day(now)) return time(at);
      if (sameWeek(at, now)) return weekday(at);
      return year(at) === year(now) ? monthDay(at) : date(at);
    },
    by(at, now) {
      if (day(at) === day(now)) return time(at);
      return sameWeek(at, now) ? `${weekday(at)} ${time(at)}` : exact(at);
    },
    duration(ms) {
      if (ms >= 2 * dayMs) return days(ms / dayMs);
      return ms >= hourMs ? hours(ms / hourMs) : minutes(ms / minuteMs);
    },
  };
};
