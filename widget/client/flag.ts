const name = 'tierzero';

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

const isKept = (storage: () => Storage): boolean => {
  try {
    return storage().getItem(name) !== null;
  } catch {
    return false;
  }
};

export const isFlagged = (): boolean => isKept(() => localStorage);

/** Whether a walkthrough is under way in this tab. */
export const isLed = (): boolean => isKept(() => sessionStorage);

/** Where a walkthrough is in this tab, and the one that was left: see walkthrough/guide/kept.ts. */
export const forgetPlaces = (): void => {
  try {
    for (const key of [name, `${name}-left`]) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
};

/** Those, and the walkthroughs that are over. */
export const forgetWalkthroughs = (): void => {
  forgetPlaces();
  try {
    localStorage.removeItem(`${name}-walkthroughs`);
  } catch {
    // Nothing was kept either.
  }
};
