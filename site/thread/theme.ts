/** Holds for this page too what was chosen in the help center; without a choice, the system decides. */
export const applyTheme = (): void => {
  try {
    const theme = localStorage.getItem('tierzero-theme');
    if (theme !== 'light' && theme !== 'dark') return;
    document.documentElement.dataset['theme'] = theme;
    // The panel is part of this page. It reads its tag when it opens.
    document.querySelector('script[src$="tierzero.js"]')?.setAttribute('data-theme', theme);
  } catch {
    // Storage is turned off, so nothing was chosen.
  }
};
