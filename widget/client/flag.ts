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

/** Where a walkthrough is in this tab, the one that was left, and those that are over: see walkthrough/guide/kept.ts. */
export const forgetWalkthroughs = (): void => {
  try {
    for (const key of [name, `${name}-left`]) sessionStorage.removeItem(key);
    localStorage.removeItem(`${name}-walkthroughs`);
  } catch {
    // Nothing was kept either.
  }
};
