import { fireEvent } from '@testing-library/preact';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountSearch } from '../../../widget/shell/page-search.ts';
import { base, publish, serve } from '../fixture.ts';
import { publishMany } from './many.ts';

let host: HTMLElement;
const root = (): ShadowRoot => {
  if (!host.shadowRoot) throw new Error('nothing is mounted');
  return host.shadowRoot;
};
const all = <T extends Element = HTMLElement>(selector: string): T[] => [...root().querySelectorAll<T>(selector)];
const one = <T extends HTMLElement = HTMLElement>(selector: string): Promise<T> =>
  vi.waitFor(() => {
    const found = root().querySelector<T>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  });
const button = (name: RegExp): Promise<HTMLButtonElement> =>
  vi.waitFor(() => {
    const found = all<HTMLButtonElement>('button').find(({ textContent }) => name.test(textContent ?? ''));
    if (!found) throw new Error(`no button is ${name}`);
    return found;
  });
const results = () => all('ol .result');
const input = () => one<HTMLInputElement>('.search-field input');
const kinds = () =>
  Object.fromEntries(
    all('.kinds label').map((label) => [
      label.querySelector('span')?.textContent,
      label.querySelector('small')?.textContent,
    ]),
  );
const chosenKind = () => all<HTMLInputElement>('.kinds input').findIndex(({ checked }) => checked);
const kind = async (name: string) => {
  await one('.kinds');
  const label = all('.kinds label').find(({ textContent }) => textContent?.startsWith(name));
  const radio = label?.querySelector('input');
  if (!radio) throw new Error(`no kind is ${name}`);
  return radio;
};
const topics = () => one<HTMLSelectElement>('.topics select');
const choose = async (slug: string) => fireEvent.change(await topics(), { target: { value: slug } });
const type = async (value: string) => fireEvent.input(await input(), { target: { value } });

const files = { now: publishMany() };
const visit = async (address: string, state: unknown = null) => {
  history.replaceState(state, '', address);
  const query = () => new URLSearchParams(location.search).get('q') ?? '';
  await mountSearch(host, { base, locale: 'en', query, full: true });
};

beforeEach(() => {
  files.now = publishMany();
  vi.stubGlobal('fetch', (url: string) => serve(files.now).fetch(url));
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(() => {
  host.remove();
  history.replaceState(null, '', '/');
});
// The library is asked for behind the tests; it must not ask the network.
afterAll(() => vi.unstubAllGlobals());

describe('the search page', () => {
  it('says how many results each filter would leave, of all that match', async () => {
    await visit('/search/?q=invoice');
    await kind('All');
    expect(kinds()).toEqual({ All: '45', Articles: '30', FAQs: '10', Walkthroughs: '5' });
    expect([...(await topics()).options].map(({ text }) => text)).toEqual([
      'All topics (45)',
      'Billing (40)',
      'Teams (5)',
    ]);
  });
  it('filters by kind and by topic together, and counts each beside the other', async () => {
    await visit('/search/?q=invoice');
    fireEvent.click(await kind('Articles'));
    await vi.waitFor(() =>
      expect([...root().querySelectorAll('option')].map(({ text }) => text)).toEqual([
        'All topics (30)',
        'Billing (25)',
        'Teams (5)',
      ]),
    );
    await choose('teams');
    await vi.waitFor(() => expect(results()).toHaveLength(5));
    expect(results().every((result) => /Article · Teams/.test(result.textContent ?? ''))).toBe(true);
    expect(kinds()).toEqual({ All: '5', Articles: '5', FAQs: '0', Walkthroughs: '0' });
    expect((await kind('FAQs')).disabled).toBe(true);
    expect((await kind('All')).disabled).toBe(false);
  });
  it('keeps what is chosen in the address, one step of the history each', async () => {
    await visit('/search/?q=invoice');
    const steps = history.length;
    fireEvent.click(await kind('FAQs'));
    expect(location.search).toBe('?q=invoice&kind=faq');
    await vi.waitFor(() => expect(results()).toHaveLength(10));
    await choose('billing');
    expect(location.search).toBe('?q=invoice&kind=faq&category=billing');
    expect(history.length).toBe(steps + 2);
  });
  it('shows what an address asks for, and follows the way back', async () => {
    await visit('/search/?q=invoice&kind=walkthrough&category=billing');
    await vi.waitFor(() => expect(results()).toHaveLength(5));
    expect(chosenKind()).toBe(3);
    expect((await topics()).value).toBe('billing');
    // What a browser does for Back: the address first, then word of it.
    history.replaceState(null, '', '/search/?q=print+invoice&kind=faq');
    window.dispatchEvent(new Event('popstate'));
    await vi.waitFor(() => expect(chosenKind()).toBe(2));
    expect((await input()).value).toBe('print invoice');
    expect((await topics()).value).toBe('');
  });
  it('puts the last typed words into the step that a choice leaves behind', async () => {
    await visit('/search/?q=invoice');
    await kind('FAQs');
    await type('print invoice');
    const pushed = vi.spyOn(history, 'pushState');
    const replaced = vi.spyOn(history, 'replaceState');
    fireEvent.click(await kind('FAQs'));
    expect(String(replaced.mock.calls.at(-1)?.[2])).toMatch(/\?q=print\+invoice$/);
    expect(String(pushed.mock.calls.at(-1)?.[2])).toMatch(/\?q=print\+invoice&kind=faq$/);
    pushed.mockRestore();
    replaced.mockRestore();
  });
  it('shows as many as before on the way back, and starts again with other words or another filter', async () => {
    await visit('/search/?q=invoice');
    fireEvent.click(await button(/^Show 20 more$/));
    await vi.waitFor(() => expect(results()).toHaveLength(40));
    const left: unknown = history.state;
    expect(location.search).toBe('?q=invoice');
    // Away and back: the same step of the history, and a page that starts anew.
    host.remove();
    host = document.createElement('div');
    document.body.append(host);
    await visit('/search/?q=invoice', left);
    await vi.waitFor(() => expect(results()).toHaveLength(40));
    fireEvent.click(await kind('Articles'));
    await vi.waitFor(() => expect(results()).toHaveLength(20));
    history.replaceState(left, '', '/search/?q=invoice');
    window.dispatchEvent(new Event('popstate'));
    await vi.waitFor(() => expect(results()).toHaveLength(40));
    await type('invoices');
    await vi.waitFor(() => expect(results()).toHaveLength(20));
  });
  it('returns to where the list was left', async () => {
    const scroll = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
    await visit('/search/?q=invoice');
    await vi.waitFor(() => expect(results()).toHaveLength(20));
    expect(scroll).not.toHaveBeenCalled();
    vi.spyOn(window, 'scrollY', 'get').mockReturnValue(640);
    window.dispatchEvent(new Event('scroll'));
    await vi.waitFor(() => expect(history.state).toMatchObject({ top: 640 }));
    const left: unknown = history.state;
    host.remove();
    host = document.createElement('div');
    document.body.append(host);
    await visit('/search/?q=invoice', left);
    await vi.waitFor(() => expect(scroll.mock.calls).toEqual([[{ top: 640, behavior: 'instant' }]]));
    fireEvent.click(await kind('Articles'));
    expect(history.state).toMatchObject({ top: 0 });
    vi.restoreAllMocks();
  });
  it('keeps where the list is for whoever presses a result right after a scroll', async () => {
    await visit('/search/?q=invoice');
    await vi.waitFor(() => expect(results()).toHaveLength(20));
    vi.spyOn(window, 'scrollY', 'get').mockReturnValue(480);
    window.dispatchEvent(new Event('scroll'));
    window.dispatchEvent(new Event('pointerdown'));
    expect(history.state).toMatchObject({ top: 480 });
    vi.restoreAllMocks();
  });
  it('leaves whoever has moved where they are', async () => {
    const scroll = vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
    const line = Promise.withResolvers<void>();
    vi.stubGlobal('fetch', async (url: string) => {
      if (url.includes('-search-')) await line.promise;
      return serve(files.now).fetch(url);
    });
    await visit('/search/?q=invoice', { top: 640 });
    await input();
    window.dispatchEvent(new Event('wheel'));
    line.resolve();
    await vi.waitFor(() => expect(results()).toHaveLength(20));
    expect(scroll).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
  it.each(['kind=poem', 'category=nowhere', 'kind=&category=', 'kind=toString&category=__proto__'])(
    'shows everything where the address says %s',
    async (nonsense) => {
      await visit(`/search/?q=invoice&${nonsense}`);
      await kind('All');
      expect(chosenKind()).toBe(0);
      expect((await topics()).value).toBe('');
      expect(results()).toHaveLength(20);
    },
  );
  it('says where a filter leaves nothing, and goes to the first result once it is cleared', async () => {
    await visit('/search/?q=invoice&kind=faq&category=teams');
    await vi.waitFor(() => expect(root().textContent).toContain('Nothing found for “invoice” under this filter.'));
    expect(root().textContent).toContain('Without it there are 45 results.');
    expect(results()).toHaveLength(0);
    fireEvent.click(await button(/^Clear the filter$/));
    await vi.waitFor(() => expect(root().activeElement).toBe(results()[0]));
    expect(location.search).toBe('?q=invoice');
  });
  it('does not offer to clear a filter where the words themselves find nothing', async () => {
    await visit('/search/?q=qqqq+zzzz&kind=faq');
    await vi.waitFor(() => expect(root().textContent).toContain('Nothing found for “qqqq zzzz”.'));
    expect(root().textContent).not.toContain('Clear the filter');
    expect(root().querySelector('.kinds')).toBeNull();
  });
  it('shows twenty results at a time; the keyboard goes on at the first new one', async () => {
    await visit('/search/?q=invoice');
    const more = await button(/^Show 20 more$/);
    expect(results()).toHaveLength(20);
    more.focus();
    fireEvent.click(more);
    await vi.waitFor(() => expect(results()).toHaveLength(40));
    expect(root().activeElement).toBe(results()[20]);
    expect(root().textContent).toContain('40 of 45');
    fireEvent.click(await button(/^Show 5 more$/));
    await vi.waitFor(() => expect(results()).toHaveLength(45));
    expect(root().activeElement).toBe(results()[40]);
    expect(root().querySelector('.more')).toBeNull();
    fireEvent.click(await kind('Articles'));
    await vi.waitFor(() => expect(results()).toHaveLength(20));
  });
  it('folds its filters into a button that says what is chosen', async () => {
    await visit('/search/?q=invoice');
    const toggle = await button(/^Filter$/);
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    expect(root().getElementById(toggle.getAttribute('aria-controls') ?? '')?.className).toBe('filters');
    fireEvent.click(toggle);
    await vi.waitFor(() => expect(toggle.getAttribute('aria-expanded')).toBe('true'));
    fireEvent.click(await kind('Articles'));
    await choose('teams');
    await vi.waitFor(() => expect(toggle.textContent).toBe('Articles · Teams'));
  });
  it('keeps words as they were typed in the address, until there are others', async () => {
    await visit('/search/?q=invoise+teams');
    fireEvent.click(await button(/^Search instead for “invoise teams”$/));
    expect(location.search).toBe('?q=invoise+teams&verbatim=1');
    await vi.waitFor(() => expect(results()).toHaveLength(5));
    await button(/^Search instead for “invoice teams”$/);
    await type('invoise team');
    await button(/^Search instead for “invoise team”$/);
    await vi.waitFor(() => expect(location.search).toBe('?q=invoise+team'));
  });
  it('takes words as they were typed where the address says so', async () => {
    await visit('/search/?q=invoise&verbatim=1');
    await vi.waitFor(() => expect(root().textContent).toContain('Nothing found for “invoise”.'));
    fireEvent.click(await button(/^Search instead for “invoice”$/));
    await vi.waitFor(() => expect(results()).toHaveLength(20));
    expect(location.search).toBe('?q=invoise');
  });
  it('has no filters where there is nothing to choose between', async () => {
    files.now = publish();
    await visit('/search/?q=launcher');
    await one('ol .result');
    expect(root().querySelector('.topics')).toBeNull();
    expect(Object.keys(kinds())).toEqual(['All', 'Articles', 'FAQs', 'Walkthroughs']);
  });
});

describe('the list below a field of a page', () => {
  const mount = () => mountSearch(host, { base, locale: 'en', query: () => '', full: false });
  it('takes words as they were typed, and leads to the search page with them', async () => {
    await mount();
    const field = await one<HTMLInputElement>('input');
    field.focus();
    fireEvent.input(field, { target: { value: 'invoise billing' } });
    const instead = await button(/^Search instead for “invoise billing”$/);
    instead.focus();
    // Focus stays inside: the list stays open.
    expect((await one('.popup')).hidden).toBe(false);
    fireEvent.click(instead);
    await button(/^Search instead for “invoice billing”$/);
    expect((await one('.popup')).hidden).toBe(false);
    const everything = await one<HTMLAnchorElement>('.more a');
    expect(everything.textContent).toBe('Show all 40 results');
    expect(everything.href).toBe(`${base}search/?q=invoise%20billing&verbatim=1`);
  });
  it('goes back into the field with Escape, and closes', async () => {
    await mount();
    const field = await one<HTMLInputElement>('input');
    field.focus();
    fireEvent.input(field, { target: { value: 'invoise' } });
    const instead = await button(/^Search instead/);
    instead.focus();
    fireEvent.keyDown(instead, { key: 'Escape' });
    await vi.waitFor(async () => expect((await one('.popup')).hidden).toBe(true));
    expect(root().activeElement).toBe(field);
    expect(field.value).toBe('invoise');
  });
});
