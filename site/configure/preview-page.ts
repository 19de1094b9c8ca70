import './preview-page.css';
import { company } from '../src/company.ts';
import { readColour } from './colour.ts';
import { readOptions } from './options.ts';
import { attributesOf } from './tag.ts';
import { wordsOf } from './words.ts';

/**
 * The frame shares the tab's storage with the page around it: a walkthrough that leads through the configurator must not
 * go on in here as well.
 */
const keepToItself = (): void => {
  Object.defineProperty(window, 'sessionStorage', { value: undefined });
};

/** A page with the real tag, made of the options in the page's address. */
const start = (page: HTMLElement): void => {
  const view = new URLSearchParams(location.search);
  const base = new URL(page.dataset['base'] ?? '/', location.href).href;
  const known = { locales: company.locales, base };
  const { options } = readOptions(location.search, known, (text) => readColour(text) !== undefined);
  const lang = company.locales.find((locale) => locale === view.get('lang')) ?? document.documentElement.lang;
  const system = view.get('system') === 'dark' ? 'dark' : 'light';
  const theme = options.theme === 'auto' ? system : options.theme;
  const t = wordsOf(lang);

  document.documentElement.lang = lang;
  document.documentElement.dataset['theme'] = system;
  for (const element of page.querySelectorAll<HTMLElement>('[data-say]')) {
    element.textContent = t(`page.${element.dataset['say']}`);
  }
  const own = page.querySelector<HTMLElement>('[data-own]');
  if (own) own.hidden = options.launcher !== 'none';

  const tag = document.createElement('script');
  tag.async = true;
  // `auto` is what the chosen system makes of it.
  for (const [name, value] of attributesOf({ ...options, theme })) tag.setAttribute(name, value);
  tag.addEventListener('error', () => page.querySelector('[data-failed]')?.removeAttribute('hidden'));
  load(tag, `${base}tierzero.js`);
  document.head.append(tag);
};

/** `window.trustedTypes`, where the browser has it. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => unknown };
}

/** SECURITY: the one address that this page makes a script of; its policy allows no other name. */
const load = (tag: HTMLScriptElement, address: string): void => {
  const factory: Factory | undefined = Reflect.get(window, 'trustedTypes');
  const policy = factory?.createPolicy('tierzero-preview', { createScriptURL: (url) => url });
  // The types of the DOM know no trusted address.
  if (policy) Reflect.set(tag, 'src', policy.createScriptURL(address));
  else tag.src = address;
};

const page = document.getElementById('preview');
if (page) {
  keepToItself();
  start(page);
}
