/** Where a walkthrough is in this tab: nothing of what was typed or seen. */
export interface KeptPlace {
  id: string;
  step: string;
  /** Milliseconds since 1970. */
  started: number;
  /** The step is done; what it leads to has not shown yet. */
  after?: boolean | undefined;
  /** The page offered it by itself. */
  offer?: boolean | undefined;
}

/** The loader goes on with this one on the next page; the other waits until it is asked for. */
const names = { on: 'tierzero', left: 'tierzero-left' } as const;
const endedName = 'tierzero-walkthroughs';

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
  for (const name of Object.values(names)) {
    const kept = Object(attempt(() => JSON.parse(sessionStorage[name])));
    if (isPlace(kept)) return { ...kept, isOn: name === names.on };
  }
  return undefined;
};

export const keepPlace = (at: KeptPlace, how: keyof typeof names): void => {
  forgetPlace();
  attempt(() => sessionStorage.setItem(names[how], JSON.stringify(at)));
};

export const forgetPlace = (): void => {
  for (const name of Object.values(names)) attempt(() => sessionStorage.removeItem(name));
};

const readEnded = (): Record<string, unknown> => Object(attempt(() => JSON.parse(localStorage[endedName])));

/** Whether a page that offers it by itself has done so for long enough. */
export const isEnded = (id: string): boolean => typeof readEnded()[id] === 'string';

export const keepEnded = (id: string, how: 'finished' | 'dismissed'): void => {
  attempt(() => localStorage.setItem(endedName, JSON.stringify({ ...readEnded(), [id]: how })));
};
