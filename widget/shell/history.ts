import type { Route } from '../ui/kit.ts';

/** Where the person is and how they came there, the present last. Never empty. */
export type History = readonly [Route, ...Route[]];

export const home: Route = { view: 'home' };
export const atHome: History = [home];

/** Deeper than this nobody steps back. */
const deepest = 30;

export const present = (history: History): Route => history[history.length - 1] ?? home;

const same = (a: Route, b: Route): boolean => JSON.stringify(a) === JSON.stringify(b);

const of = (routes: readonly Route[]): History => {
  const [first, ...rest] = routes;
  return first ? [first, ...rest] : atHome;
};

/** Goes on to a place. Home and the place one is at already start no new step; it counts as asked for again. */
export const go = (history: History, route: Route): History => {
  if (route.view === 'home') return [route];
  if (same(present(history), route)) return replace(history, route);
  return of([...history, route].slice(-deepest));
};

/** Stays, with other words in the field or another step. */
export const replace = (history: History, route: Route): History => of([...history.slice(0, -1), route]);

export const back = (history: History): History => of(history.slice(0, -1));
