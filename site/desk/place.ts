import * as z from 'zod/mini';
import { type ListFilter, listFilter } from '../../api/contract/desk-list.ts';

const views = ['what-if', 'issues', 'reports', 'people', 'audit', 'walkthroughs'] as const;
export type View = (typeof views)[number];

/** Where the agent is, all of it in the address: a reload or a colleague's link leads to the same place. */
export interface Place extends ListFilter {
  ticket?: string | undefined;
  /** Instead of the requests, which stay as they are behind it. */
  view?: View | undefined;
  /** Of the reports, and of what happens in walkthroughs: a name such as `7d`, or two days, `2026-11-01..2026-11-30`. */
  span?: string | undefined;
  /** What the address asked for and nobody knows; it is told, and left out of the next address. */
  unknown?: readonly string[] | undefined;
}

/** What a list is filtered and ordered by, in the order of the address. */
export const filterNames = ['status', 'queue', 'priority', 'topic', 'tag', 'assignee', 'order', 'q'] as const;
export type FilterName = (typeof filterNames)[number];

const view = z.enum(views);

/** From the address's query. */
export const readPlace = (query: string): Place => {
  const values = new URLSearchParams(query);
  const given = (name: string) => values.get(name) || undefined;
  const filters = Object.fromEntries(filterNames.map((name) => [name, given(name)]));
  const unknown = filterNames.filter((name) => !listFilter.safeParse({ [name]: filters[name] }).success);
  for (const name of unknown) delete filters[name];
  const shown = view.safeParse(given('view'));
  const left = [...unknown, ...(given('view') && !shown.success ? ['view'] : [])];
  return {
    ...listFilter.parse(filters),
    ticket: given('ticket'),
    view: shown.data,
    span: given('span'),
    ...(left.length > 0 && { unknown: left.map((name) => `${name}=${given(name)}`) }),
  };
};

/** The list's part of a place. */
export const filterOf = (place: Place): ListFilter => {
  const known = Object.entries(place).filter(([name, value]) => value && filterNames.some((one) => one === name));
  return Object.fromEntries(known);
};

/** Query of a place, `?` included; empty for the start. */
export const placeQuery = ({ ticket, view: shown, ...place }: Place): string => {
  const query = new URLSearchParams(filterNames.flatMap((name) => (place[name] ? [[name, place[name]]] : [])));
  if (ticket) query.set('ticket', ticket);
  if (shown) query.set('view', shown);
  if ((shown === 'reports' || shown === 'walkthroughs') && place.span) query.set('span', place.span);
  const text = query.toString();
  return text && `?${text}`;
};
