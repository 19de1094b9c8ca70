import { mountSearch } from '../shell/page-search.ts';

/** Presses a button of the widget as soon as it is there; gives up after some seconds. */
export const press = async (name: RegExp): Promise<void> => {
  for (let frames = 0; frames < 300; frames++) {
    const buttons = document.querySelector('tierzero-root')?.shadowRoot?.querySelectorAll('button') ?? [];
    const found = [...buttons].find(({ textContent }) => name.test(textContent ?? ''));
    if (found) return found.click();
    await new Promise(requestAnimationFrame);
  }
};

/** The search page of a help center with these values in its address, on the page of the scenes. */
export const searchPage = async (asked: Record<string, string>): Promise<void> => {
  await import('../ui/tokens.css');
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
  history.replaceState(null, '', address);
  const host = document.createElement('div');
  host.className = 'large';
  document.querySelector('main')?.replaceChildren(host);
  const { q = '' } = asked;
  const locale = address.searchParams.get('locale') ?? 'en';
  await mountSearch(host, { base: new URL('/', location.href).href, locale, query: () => q, full: true });
};
