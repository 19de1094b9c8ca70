import type { Theme } from '../../../widget/public-api.ts';

const key = 'tierzero-theme';
const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

/** Makes the theme choice in the footer work. Kept on the device only when somebody chooses. */
export const startTheme = (): void => {
  const field = document.querySelector<HTMLFieldSetElement>('[data-themes]');
  if (!field) return;
  const stored = readStored();
  for (const input of field.querySelectorAll('input')) {
    input.checked = input.value === stored;
    input.addEventListener('change', () => choose(isTheme(input.value) ? input.value : 'auto'));
  }
  if (stored !== 'auto') tellWidget(stored);
  field.hidden = false;
};

const readStored = (): Theme => {
  try {
    const value = localStorage.getItem(key);
    return isTheme(value) ? value : 'auto';
  } catch {
    return 'auto';
  }
};

const choose = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme;
  tellWidget(theme);
  try {
    if (theme === 'auto') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is forbidden here: the choice holds for this page.
  }
};

/** The panel is part of this page: it follows. Before its loader is there, the tag carries the choice. */
const tellWidget = (theme: Theme): void => {
  if (window.tierzero) void window.tierzero('theme', theme);
  else document.querySelector<HTMLScriptElement>('script[src$="tierzero.js"]')?.setAttribute('data-theme', theme);
};
