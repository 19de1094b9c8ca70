import type { BusinessCalendar } from '../../content/schema/business-calendar.ts';
import { type Metric, minutesOf, type Target } from '../../content/schema/sla-policy.ts';
import type { Millis } from '../store/store.ts';
import { addBusinessMinutes } from './calendar.ts';

/** A target and the calendar of the group that keeps it. */
export interface Promised {
  target: Target;
  calendar: BusinessCalendar;
}

/** Each `undefined` when nothing is promised, or when the calendar is not open for that long (`addBusinessMinutes`). */
export interface Deadlines {
  firstReplyBy: Millis | undefined;
  /** For a requester's message at the same start. */
  nextReplyBy: Millis | undefined;
  resolveBy: Millis | undefined;
}

/** The latest instants that keep a target, counted from `start` and without a pause. */
export function deadlines(promised: Promised, start: Millis): Deadlines {
  const by = (metric: Metric): Millis | undefined => {
    const minutes = promisedMinutes(promised.target, metric);
    return minutes === undefined ? undefined : addBusinessMinutes(countedIn(promised), start, minutes);
  };
  return { firstReplyBy: by('first-reply'), nextReplyBy: by('next-reply'), resolveBy: by('resolution') };
}

/** What is promised, in minutes of `countedIn`. The next reply takes as long as the first unless the target says otherwise. */
export function promisedMinutes(target: Target, metric: Metric): number | undefined {
  const { firstReply, nextReply = firstReply, resolution } = target;
  const span = { 'first-reply': firstReply, 'next-reply': nextReply, resolution }[metric];
  return span === undefined ? undefined : minutesOf(span);
}

/** The calendar a target counts in: the group's, or one without an end to its hours. */
export const countedIn = ({ target, calendar }: Promised): BusinessCalendar =>
  target.aroundTheClock ? aroundTheClock : calendar;

const always = ['00:00-24:00'];
const aroundTheClock: BusinessCalendar = {
  id: 'around-the-clock',
  timeZone: 'UTC',
  hours: {
    monday: always,
    tuesday: always,
    wednesday: always,
    thursday: always,
    friday: always,
    saturday: always,
    sunday: always,
  },
  holidays: [],
};
