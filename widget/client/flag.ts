const name = 'tierzero';

/** Keys of where a walkthrough is in this tab: the loader goes on with the one, the other waits until it is asked for. */
export const placeKeys = { on: name, left: `${name}-left` } as const;
/** Key of the walkthroughs that are over. */
export const endedKey = `${name}-walkthroughs`;

/** The one sign the loader looks for on a later page: there is something to resume. */
export const raiseFlag = (): void => {
  try {
    localStorage.setItem(name, '1');
  } catch {
    // A host page may forbid it; then the queue goes out when the panel is opened.
  }
};

export const lowerFlag = (): void => {
  try {
    localStorage.removeItem(name);
  } catch {
    // Nothing was kept either.
  }
};

const kept = (storage: () => Storage): string | null => {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
};

export const isFlagged = (): boolean => kept(() => localStorage) !== null;

/** Whether a walkthrough is under way in this tab. */
export const isLed = (): boolean => kept(() => sessionStorage) !== null;

/** The language that it is gone through in. */
export const ledLocale = (): string | undefined => {
  const [, locale] = /"locale":"([\w-]+)"/.exec(kept(() => sessionStorage) ?? '') ?? [];
  return locale;
};

export const forgetPlaces = (): void => {
  try {
    for (const key of Object.values(placeKeys)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
};

/** The places, and the walkthroughs that are over. */
export const forgetWalkthroughs = (): void => {
  forgetPlaces();
  try {
    localStorage.removeItem(endedKey);
  } catch {
    // Nothing was kept either.
  }
};
