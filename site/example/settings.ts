import type { Theme } from '../../widget/public-api.ts';
import { withHelp } from './help.ts';

const isTheme = (value: unknown): value is Theme => value === 'auto' || value === 'light' || value === 'dark';

const applyTheme = (theme: Theme): void => {
  const page = document.documentElement;
  if (theme === 'auto') delete page.dataset['theme'];
  else page.dataset['theme'] = theme;
  withHelp((tierzero) => void tierzero('theme', theme));
};

const identify = (data: FormData): void => {
  const [name, email] = ['name', 'email'].map((field) => String(data.get(field) ?? '').trim());
  if (!name && !email) return;
  withHelp((tierzero) => void tierzero('identify', { ...(name && { name }), ...(email && { email }) }));
};

/** The settings, for as long as the page is open: the example keeps nothing on the device. */
export const startSettings = (): void => {
  const form = document.querySelector<HTMLFormElement>('[data-settings]');
  const saved = document.querySelector<HTMLElement>('[data-saved]');
  form?.addEventListener('input', () => saved?.setAttribute('hidden', ''));
  form?.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const theme = data.get('theme');
    if (isTheme(theme)) applyTheme(theme);
    identify(data);
    saved?.removeAttribute('hidden');
  });
};
