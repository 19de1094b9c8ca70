import { fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { mountReader, mountSearch } from '../../../widget/shell/page-search.ts';
import { base, publish, serve } from '../fixture.ts';

let files: ReturnType<typeof publish>;
let host: HTMLElement;
const root = (): ShadowRoot => {
  if (!host.shadowRoot) throw new Error('nothing is mounted');
  return host.shadowRoot;
};
const eventually = <T extends HTMLElement = HTMLElement>(selector: string): Promise<T> =>
  vi.waitFor(() => {
    const found = root().querySelector<T>(selector);
    if (!found) throw new Error(`nothing is ${selector}`);
    return found;
  });

beforeEach(() => {
  files = publish();
  vi.stubGlobal('fetch', serve(files).fetch);
  host = document.createElement('div');
  document.body.append(host);
});
afterEach(() => {
  host.remove();
  history.replaceState(null, '', '/');
});

describe('the search of a page', () => {
  it('takes over what was typed, and focus', async () => {
    const { focus } = await mountSearch(host, { base, locale: 'en', query: () => 'cookies', full: false });
    focus();
    const input = await eventually<HTMLInputElement>('input');
    expect(input.value).toBe('cookies');
    expect(root().activeElement).toBe(input);
  });
  it('shows results that are real links, below the field while it is in use', async () => {
    await mountSearch(host, { base, locale: 'en', query: () => '', full: false });
    const input = await eventually<HTMLInputElement>('input');
    input.focus();
    fireEvent.input(input, { target: { value: 'cookies' } });
    const option = await eventually<HTMLAnchorElement>('[role="option"]');
    expect(option.href).toBe(`${base}faqs/cookies/`);
    fireEvent.keyDown(input, { key: 'Escape' });
    await vi.waitFor(() => expect(root().querySelector('.popup')?.hasAttribute('hidden')).toBe(true));
    expect(input.value).toBe('cookies');
  });
  it('has the order of the widget', async () => {
    await mountSearch(host, { base, locale: 'en', query: () => 'widget page', full: true });
    const first = await eventually('.result-title');
    expect(first.textContent).toBe('Put the widget on your page');
  });
  it('is a list to walk through with the arrows on the search page, and keeps the query in the address', async () => {
    await mountSearch(host, { base, locale: 'en', query: () => '', full: true });
    const input = await eventually<HTMLInputElement>('input');
    fireEvent.input(input, { target: { value: 'widget' } });
    await eventually('ol .result');
    input.focus();
    const press = (key: string) => {
      const focused = root().activeElement;
      if (focused) fireEvent.keyDown(focused, { key });
    };
    press('ArrowDown');
    expect(root().activeElement?.className).toBe('result');
    press('ArrowUp');
    expect(root().activeElement).toBe(input);
    await vi.waitFor(() => expect(location.search).toBe('?q=widget'));
    fireEvent.input(input, { target: { value: '' } });
    await vi.waitFor(() => expect(location.search).toBe(''));
  });
  it('says when it cannot search, and tries again', async () => {
    const kept = new Map(files);
    files.clear();
    await mountSearch(host, { base, locale: 'en', query: () => 'cookies', full: true });
    const retry = await eventually('.notice .button');
    for (const [path, body] of kept) files.set(path, body);
    fireEvent.click(retry);
    await eventually('.result');
  });
});

describe('the reader of a page', () => {
  it('shows a document the device has, with links that are links', async () => {
    expect(await mountReader(host, { base, locale: 'en', document: 'article:embed-the-widget' })).toBe(true);
    expect(root().querySelector('h1')?.textContent).toBe('Put the widget on your page');
    expect(root().querySelector<HTMLAnchorElement>('.prose a')?.href).toBe(`${base}faqs/cookies/`);
  });
  it('shows steps to tick off', async () => {
    await mountReader(host, { base, locale: 'en', document: 'walkthrough:first-article' });
    fireEvent.click(await eventually('.step .button'));
    await vi.waitFor(() => expect(root().textContent).toContain('1 of 2 steps done'));
  });
  it.each([
    ['it has no such document', 'article:nowhere'],
    ['there is nothing on the device', 'article:embed-the-widget'],
  ])('answers false when %s', async (why, id) => {
    if (why.startsWith('there')) files.clear();
    expect(await mountReader(host, { base, locale: 'en', document: id })).toBe(false);
    expect(host.shadowRoot).toBeNull();
  });
});
