import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../widget/i18n/en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { type Content, loadContent } from '../../../widget/search/content.ts';
import { isManifest } from '../../../widget/search/manifest.ts';
import { Search } from '../../../widget/search/search.tsx';
import { base, publish, serve } from '../fixture.ts';

const t = createTranslate('en', messages);
let content: Content;
const opened = vi.fn();
const settled = vi.fn();

const Harness = ({ there = true }: { there?: boolean }) => {
  const [query, setQuery] = useState('');
  const input = useRef<HTMLInputElement>(null);
  return (
    <Search
      t={t}
      locale="en"
      content={there ? content : undefined}
      query={query}
      shown
      onQuery={setQuery}
      onOpen={({ record, rank }) => opened(record.id, rank)}
      onSettle={settled}
      hrefOf={({ record: { slug } }) => `#articles/${slug}/`}
      audience={[]}
      input={input}
      idle={<p>first screen</p>}
      waiting={<p>waiting</p>}
      category={({ title }) => <button type="button">{title}</button>}
      person={<button type="button">person</button>}
    />
  );
};

const field = () => screen.getByRole('combobox');
const options = () => screen.queryAllByRole('option');
const chosen = () => options().findIndex((option) => option.getAttribute('aria-selected') === 'true');
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });

beforeEach(async () => {
  const files = publish();
  vi.stubGlobal('fetch', serve(files).fetch);
  const manifest: unknown = JSON.parse(String(files.get('tierzero.json')));
  if (!isManifest(manifest)) throw new Error('no manifest');
  const lastGood = { read: async () => undefined, write: async () => {} };
  const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood });
  if (!loaded.ok) throw new Error(loaded.reason);
  content = loaded.content;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  opened.mockClear();
  settled.mockClear();
});

// The library is asked for behind the tests; it must not ask the network.
afterAll(() => vi.unstubAllGlobals());

describe('search', () => {
  it('shows the first screen until somebody types, and again when the words are gone', () => {
    render(<Harness />);
    screen.getByText('first screen');
    type('widget');
    expect(screen.queryByText('first screen')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    screen.getByText('first screen');
    expect(field()).toBe(document.activeElement);
  });
  it('moves with Up and Down through the options and the field, focus stays in the field', () => {
    render(<Harness />);
    type('widget');
    expect(options().length).toBeGreaterThan(1);
    expect(chosen()).toBe(-1);
    press('ArrowDown');
    expect(chosen()).toBe(0);
    expect(field().getAttribute('aria-activedescendant')).toBe(options()[0]?.id);
    press('ArrowUp');
    expect(chosen()).toBe(-1);
    expect(field().hasAttribute('aria-activedescendant')).toBe(false);
    press('ArrowUp');
    expect(chosen()).toBe(options().length - 1);
    press('ArrowDown');
    expect(chosen()).toBe(-1);
  });
  it('opens the chosen option with Enter, the first when none is chosen', () => {
    render(<Harness />);
    type('widget');
    press('Enter');
    expect(opened.mock.calls[0]).toEqual([expect.any(String), 1]);
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');
    expect(opened.mock.calls[1]).toEqual([expect.any(String), 2]);
  });
  it('chooses nothing any more when the words change', () => {
    render(<Harness />);
    type('widget');
    press('ArrowDown');
    type('widget page');
    expect(chosen()).toBe(-1);
  });
  it('steps back with Escape, and leaves Escape to others when there is nothing to step back from', () => {
    render(<Harness />);
    type('widget');
    expect(press('Escape')).toBe(false);
    expect(field()).toHaveProperty('value', '');
    expect(press('Escape')).toBe(true);
  });
  it('leaves keys alone that an input method is using', () => {
    render(<Harness />);
    type('widget');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(opened).not.toHaveBeenCalled();
  });
  it('has options that hold nothing to press, and a list that the field names', () => {
    render(<Harness />);
    type('widget');
    const list = screen.getByRole('listbox');
    expect(field().getAttribute('aria-controls')).toBe(list.id);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    for (const option of options()) expect(option.querySelector('a, button, input, [tabindex]')).toBeNull();
  });
  it('opens in place on a plain click and leaves a click with a modifier to the link', () => {
    render(<Harness />);
    type('cookies');
    const [first] = options();
    if (!first) throw new Error('no result');
    expect(first.getAttribute('href')).toBe('#articles/cookies/');
    expect(fireEvent.click(first, { ctrlKey: true })).toBe(true);
    expect(opened).not.toHaveBeenCalled();
    expect(fireEvent.click(first)).toBe(false);
    expect(opened).toHaveBeenCalledWith('faq:cookies', 1);
  });
  it('says in one line what it searched instead', async () => {
    render(<Harness />);
    type('wigdet cookies');
    await screen.findByText('Showing results for “widget cookies”.');
  });
  it('takes words as they were typed when asked to, and corrects them again', async () => {
    render(<Harness />);
    type('wigdet corner');
    const titles = () => options().map((option) => option.querySelector('.result-title')?.textContent);
    const corrected = titles();
    expect(corrected).toContain('Does the widget set cookies?');
    const instead = await screen.findByRole('button', { name: 'Search instead for “wigdet corner”' });
    instead.focus();
    fireEvent.click(instead);
    await screen.findByText('Showing results for “wigdet corner”.');
    expect(titles()).toEqual(['Put the widget on your page']);
    const back = screen.getByRole('button', { name: 'Search instead for “widget corner”' });
    // The same button, so that the keyboard stays where it is.
    expect(document.activeElement).toBe(back);
    fireEvent.click(back);
    await screen.findByText('Showing results for “widget corner”.');
    expect(titles()).toEqual(corrected);
  });
  it('corrects other words again, whatever was chosen for those before', async () => {
    render(<Harness />);
    type('wigdet cookies');
    fireEvent.click(await screen.findByRole('button', { name: 'Search instead for “wigdet cookies”' }));
    type('wigdet');
    await screen.findByText('Showing results for “widget”.');
  });
  it('has the way to the typed words beside the list, not among the options, right after the field', async () => {
    render(<Harness />);
    type('wigdet cookies');
    const instead = await screen.findByRole('button', { name: /^Search instead/ });
    expect(instead.closest('[role="listbox"]')).toBeNull();
    const stops = [...document.querySelectorAll<HTMLElement>('input, button, a, select')].filter(
      ({ tabIndex }) => tabIndex >= 0,
    );
    expect(stops.map((stop) => stop.getAttribute('aria-label') ?? stop.textContent)).toEqual([
      'Search for an answer',
      'Clear the search',
      'Search instead for “wigdet cookies”',
    ]);
  });
  it('says where the typed words find nothing, and leads back to what was meant', async () => {
    render(<Harness />);
    type('wigdet');
    const instead = await screen.findByRole('button', { name: 'Search instead for “wigdet”' });
    instead.focus();
    fireEvent.click(instead);
    await screen.findByText('Nothing found for “wigdet”.');
    expect(options()).toHaveLength(0);
    screen.getByRole('button', { name: 'person' });
    const back = screen.getByRole('button', { name: 'Search instead for “widget”' });
    expect(document.activeElement).toBe(back);
    fireEvent.click(back);
    expect(await screen.findAllByRole('option')).not.toHaveLength(0);
  });
  it('says politely which words are searched', async () => {
    vi.useFakeTimers();
    render(<Harness />);
    type('wigdet corner');
    vi.advanceTimersByTime(600);
    await vi.waitFor(() =>
      expect(screen.getByRole('status').textContent).toMatch(/^\d results Showing results for “widget corner”\.$/),
    );
    fireEvent.click(await vi.waitFor(() => screen.getByRole('button', { name: /^Search instead/ })));
    await vi.advanceTimersByTimeAsync(600);
    expect(screen.getByRole('status').textContent).toBe('1 result Showing results for “wigdet corner”.');
  });
  it('tells of a search once, however its words are taken', async () => {
    vi.useFakeTimers();
    render(<Harness />);
    type('wigdet');
    await vi.advanceTimersByTimeAsync(1000);
    fireEvent.click(await vi.waitFor(() => screen.getByRole('button', { name: /^Search instead/ })));
    await vi.advanceTimersByTimeAsync(1000);
    expect(settled.mock.calls).toEqual([[{ query: 'wigdet', corrected: 'widget', count: expect.any(Number) }]]);
  });
  it('says the count after a pause, not at every letter', () => {
    vi.useFakeTimers();
    render(<Harness />);
    type('corn');
    type('corner');
    expect(screen.getByRole('status').textContent).toBe('');
    vi.advanceTimersByTime(600);
    return vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 result'));
  });
  it('offers categories and a person where nothing is found', async () => {
    render(<Harness />);
    type('zzzz qqqq');
    await screen.findByText('Nothing found for “zzzz qqqq”.');
    screen.getByRole('button', { name: 'Getting started' });
    screen.getByRole('button', { name: 'person' });
  });
  it('tells of a search when a result is opened', () => {
    render(<Harness />);
    type('corner');
    press('Enter');
    expect(settled.mock.calls).toEqual([[{ query: 'corner', count: 1 }]]);
  });
  it('takes words before there is anything to search', () => {
    const { rerender } = render(<Harness there={false} />);
    type('corner');
    screen.getByText('waiting');
    rerender(<Harness />);
    expect(options()).toHaveLength(1);
  });
});
