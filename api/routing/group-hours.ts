import type { BusinessCalendar } from '../../content/schema/business-calendar.ts';
import type { Group } from '../../content/schema/group.ts';
import type { Routing } from '../../content/schema/routing.ts';
import type { Millis } from '../store/store.ts';
import { isOpen } from './calendar.ts';

/** The calendar a group works by; throws where the table names one that is not there, which the compile step refuses. */
export function calendarOf({ calendars }: Pick<Routing, 'calendars'>, group: Group): BusinessCalendar {
  const found = calendars.find(({ id }) => id === group.calendar);
  if (!found) throw new Error(`Group ${group.id} names a calendar that is not there.`);
  return found;
}

/** Which groups work at an instant. */
export const openAt =
  (routing: Routing, at: Millis) =>
  (group: Group): boolean =>
    isOpen(calendarOf(routing, group), at);
