import { endedKey, forgetPlaces, placeKeys } from '../../client/flag.ts';

/** Where a walkthrough is in this tab: nothing of what was typed or seen. */
export interface KeptPlace {
  id: string;
  step: string;
  /** What the widget speaks meanwhile. */
  locale?: string | undefined;
  /** Milliseconds since 1970. */
  started: number;
  /** The step is done; what it leads to has not shown yet. */
  after?: boolean | undefined;
  /** The page offered it by itself. */
  offer?: boolean | undefined;
}

/** A page may forbid it; then nothing was kept. */
const attempt = (work: () => unknown): unknown => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

const isPlace = ({ id, step, started }: Partial<Record<keyof KeptPlace, unknown>>): boolean =>
  [typeof id, typeof step, typeof started].join() === 'string,string,number';

/** The one that is under way, or else the one that was left. */
export const readPlace = (): (KeptPlace & { isOn: boolean }) | undefined => {
  for (const name of Object.values(placeKeys)) {
    const kept = Object(attempt(() => JSON.parse(sessionStorage[name])));
    if (isPlace(kept)) return { ...kept, isOn: name === placeKeys.on };
  }
  return undefined;
};

export const keepPlace = (at: KeptPlace, how: keyof typeof placeKeys): void => {
  forgetPlaces();
  attempt(() => sessionStorage.setItem(placeKeys[how], JSON.stringify(at)));
};

const readEnded = (): Record<string, unknown> => Object(attempt(() => JSON.parse(localStorage[endedKey])));

/** Whether a page that offers it by itself has done so for long enough. */
export const isEnded = (id: string): boolean => typeof readEnded()[id] === 'string';

export const keepEnded = (id: string, how: 'finished' | 'dismissed'): void => {
  attempt(() => localStorage.setItem(endedKey, JSON.stringify({ ...readEnded(), [id]: how })));
};
