import type { BusinessCalendar } from '../../../content/schema/business-calendar.ts';

/**
 * An oracle for business time that shares nothing with the code under test: it walks the minutes one by one, asks Intl what
 * a clock on the wall shows, and compares that with the hours that the calendar names for the day.
 */

const minute = 60_000;
const quarter = 15;

interface Wall {
  weekday: string;
  /** `2026-12-24` */
  date: string;
  /** Of the day, as the clock shows it. */
  minutes: number;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export class WallClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #quarters = new Map<number, Wall[]>();

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'long',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  }

  /** What the clock shows in the quarter of an hour that begins with a minute, numbered from 1970. */
  quarter(first: number): Wall[] {
    const known = this.#quarters.get(first);
    if (known) return known;
    const start = this.#ask(first);
    const end = this.#ask(first + quarter - 1);
    // Fifteen minutes from two questions, when nobody changes the clock in between; otherwise from fifteen.
    const isPlain = end.date === start.date && end.minutes === start.minutes + quarter - 1;
    const walls = Array.from({ length: quarter }, (_, plus) =>
      isPlain ? { ...start, minutes: start.minutes + plus } : this.#ask(first + plus),
    );
    this.#quarters.set(first, walls);
    return walls;
  }

  #ask(number: number): Wall {
    // `Thursday, 12/24/2026, 09:00`; formatToParts takes several times as long.
    const [weekday = '', date = '', time = ''] = this.#format.format(number * minute).split(', ');
    return {
      weekday: weekday.toLowerCase(),
      date: `${date.slice(6)}-${date.slice(0, 2)}-${date.slice(3, 5)}`,
      minutes: minutesOf(time),
    };
  }
}

interface Stretch {
  from: number;
  to: number;
}

export class SlowCalendar {
  readonly #calendar: BusinessCalendar;
  readonly #wall: WallClock;
  #date = '';
  #hours: Stretch[] = [];

  constructor(calendar: BusinessCalendar, wall: WallClock) {
    this.#calendar = calendar;
    this.#wall = wall;
  }

  isOpen(at: number): boolean {
    for (const { from } of this.#walk(at, at + 1)) return from === at;
    return false;
  }

  /** The instant at which so much open time has passed, or nothing when that is not before `until`. */
  add(start: number, minutes: number, until: number): number | undefined {
    let left = minutes * minute;
    for (const { from, to } of this.#walk(start, until)) {
      if (left <= to - from) return from + left;
      left -= to - from;
    }
    return undefined;
  }

  between(from: number, to: number): number {
    let passed = 0;
    for (const open of this.#walk(from, to)) passed += open.to - open.from;
    return passed / minute;
  }

  /** Every open minute, the first and the last of them cut off where the walk begins and ends. */
  *#walk(start: number, end: number): Generator<Stretch, void> {
    let first = Math.floor(start / minute / quarter) * quarter;
    for (; first * minute < end; first += quarter) {
      let begin = first * minute;
      for (const wall of this.#wall.quarter(first)) {
        const at = begin;
        begin += minute;
        if (begin > start && at < end && this.#shows(wall))
          yield { from: Math.max(at, start), to: Math.min(begin, end) };
      }
    }
  }

  #shows({ weekday, date, minutes }: Wall): boolean {
    if (date !== this.#date) {
      this.#date = date;
      this.#hours = this.#hoursOn(weekday, date);
    }
    for (const { from, to } of this.#hours) if (from <= minutes && minutes < to) return true;
    return false;
  }

  #hoursOn(weekday: string, date: string): Stretch[] {
    const { holidays, hours } = this.#calendar;
    const off = holidays.find(({ day }) => day === date) ?? holidays.find(({ day }) => day === date.slice(5));
    const named = weekdays.find((name) => name === weekday);
    const open = off?.hours ?? (named ? hours[named] : []);
    return open.map((text) => ({ from: minutesOf(text.slice(0, 5)), to: minutesOf(text.slice(6)) }));
  }
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
