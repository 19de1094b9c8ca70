/** Holds for this page too what was chosen in the help center; without a choice, the system decides. */
export const applyTheme = (): void => {
  try {
    const theme = localStorage.getItem('tierzero-theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
  } catch {
    // Storage is turned off, so nothing was chosen.
  }
};
