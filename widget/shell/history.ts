import type { Route } from '../ui/kit.ts';

/** Where the person is and how they came there, the present last. */
export type History = readonly Route[];

export const home: Route = { view: 'home' };
export const atHome: History = [home];

/** Deeper than this nobody steps back. */
const deepest = 30;

export const present = (history: History): Route => history.at(-1) ?? home;

/** Goes on to a place. Home and the place one is at already start no new step. */
export const go = (history: History, route: Route): History => {
  if (route.view === 'home') return [route];
  if (JSON.stringify(present(history)) === JSON.stringify(route)) return history;
  return [...history, route].slice(-deepest);
};

/** Stays, with other words in the field or another step. */
export const replace = (history: History, route: Route): History => [...history.slice(0, -1), route];

export const back = (history: History): History => (history.length > 1 ? history.slice(0, -1) : atHome);
