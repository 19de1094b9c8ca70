import { loadPageSearch } from './page-search.ts';

/** Shortcuts, and the real search in the place of each form once somebody is about to use it. */
export const startSearch = (): void => {
  const forms = [...document.querySelectorAll<HTMLFormElement>('[data-search]')];
  for (const form of forms) onIntent(form);
  const page = document.querySelector<HTMLFormElement>('[data-search-page] [data-search]');
  const isTyped = takeTyped();
  if (page) takeOver(page, new URLSearchParams(location.search).get('q') ?? '', isTyped);
  addEventListener('keydown', (event) => {
    const asked = event.key === '/' ? !isTyping(event) : event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (!asked || event.defaultPrevented) return;
    event.preventDefault();
    focusFirst();
  });
};

/**
 * Enter in a field leads to the search page with this in the address, which is taken out again: whoever types goes on typing. A
 * link has none. Where there is no pointer that hovers, the focus would bring up a keyboard over the results.
 */
const takeTyped = (): boolean => {
  if (location.hash !== '#typed') return false;
  history.replaceState(history.state, '', location.pathname + location.search);
  return matchMedia('(hover: hover)').matches;
};

/** Search fields of this page in their order; each answers how to focus it. */
const fields = new Map<HTMLFormElement, () => void>();

const focusFirst = (): void => {
  const [focus] = fields.values();
  focus?.();
};

const onIntent = (form: HTMLFormElement): void => {
  const input = form.querySelector('input');
  if (!input) return;
  fields.set(form, () => input.focus());
  const once = { once: true };
  form.addEventListener('submit', () => {
    form.action = form.action.replace(/(#.*)?$/, '#typed');
  });
  for (const event of ['pointerenter', 'focusin', 'input']) form.addEventListener(event, () => takeOver(form), once);
};

const taken = new WeakSet<HTMLFormElement>();

/** Puts the widget's search where the form was. What was typed meanwhile and the focus go along. */
const takeOver = async (form: HTMLFormElement, query = '', isTyped = false): Promise<void> => {
  const input = form.querySelector('input');
  if (!input || taken.has(form)) return;
  taken.add(form);
  form.classList.add('awaited');
  if (query) input.value = query;
  const { base = '/', chunk = '', locale = 'en' } = form.dataset;
  const absolute = new URL(base, location.href).href;
  try {
    const host = document.createElement('div');
    host.className = `${form.className.replace(' awaited', '')} taken`;
    const { mountSearch } = await loadPageSearch({ base: absolute, chunk });
    const full = form.closest('[data-search-page]') !== null;
    const { focus } = await mountSearch(host, { base: absolute, locale, query: () => input.value, full });
    const focused = form.contains(document.activeElement);
    form.replaceWith(host);
    fields.set(form, focus);
    // Who came to the search page without words came to type some.
    if (focused || isTyped || (full && !input.value)) focus();
  } catch {
    // The form goes on leading to the search page; a later try may find the chunk again.
    taken.delete(form);
    form.classList.remove('awaited');
    form.querySelector('.search-failed')?.removeAttribute('hidden');
    onIntent(form);
  }
};

/** A slash typed into a field is a slash; inside a shadow root the event's target is the host. */
const isTyping = (event: KeyboardEvent): boolean => {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
};
