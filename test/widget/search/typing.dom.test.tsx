import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../widget/i18n/en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { type Content, loadContent } from '../../../widget/search/content.ts';
import { isManifest } from '../../../widget/search/manifest.ts';
import { Search } from '../../../widget/search/search.tsx';
import { base, serve } from '../fixture.ts';
import { publishMany } from './many.ts';

const t = createTranslate('en', messages);
let content: Content;
/** Sentences of the library, by the words they were asked for with. */
const passage = vi.fn<Content['library']['passage']>();
const opened = vi.fn();
/** Draws again with something else than the words changed. */
let drawAgain = () => {};

const Harness = () => {
  const [query, setQuery] = useState('');
  const [, draw] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  drawAgain = () => draw((times) => times + 1);
  return (
    <Search
      t={t}
      locale="en"
      content={content}
      query={query}
      shown
      onQuery={setQuery}
      onOpen={({ record, anchor }) => opened(record.id, anchor)}
      onSettle={() => {}}
      hrefOf={({ record: { slug } }) => `#articles/${slug}/`}
      audience={audience}
      input={input}
      waiting={<p>waiting</p>}
      category={({ title }) => <button type="button">{title}</button>}
      person={<button type="button">person</button>}
    />
  );
};
const audience: readonly string[] = [];

const field = () => screen.getByRole<HTMLInputElement>('combobox');
const options = () => screen.queryAllByRole('option');
const texts = () => options().map((option) => option.querySelector('.result-passage')?.textContent);
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const pause = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const idsOf = (words: string, limit: number) =>
  content.engine
    .search(words, limit, { isMeant: ({ audience: groups }) => groups.length === 0 })
    .results.map(({ record: { slug } }) => `#articles/${slug}/`);
const shownIds = () => options().map((option) => option.getAttribute('href'));

beforeEach(async () => {
  const files = publishMany();
  vi.stubGlobal('fetch', serve(files).fetch);
  const manifest: unknown = JSON.parse(String(files.get('tierzero.json')));
  if (!isManifest(manifest)) throw new Error('no manifest');
  const lastGood = { read: async () => undefined, write: async () => {} };
  const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood });
  if (!loaded.ok) throw new Error(loaded.reason);
  passage.mockImplementation((id, terms) => ({ text: `${terms.join(' ')} in ${id}`, marks: [], anchor: 'here' }));
  content = { ...loaded.content, library: { ...loaded.content.library, load: async () => false, passage } };
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  passage.mockReset();
  opened.mockReset();
});
// The words of the notes come behind the tests; they must not ask the network.
afterAll(() => vi.unstubAllGlobals());

describe('a list while somebody types', () => {
  it('has the first results of every letter at once, and the others when no letter follows', async () => {
    render(<Harness />);
    for (const words of ['inv', 'invoice a', 'invoice faq']) {
      type(words);
      expect(shownIds()).toEqual(idsOf(words, 7));
      await pause(150);
      expect(options()).toHaveLength(7);
    }
    await pause(50);
    expect(shownIds()).toEqual(idsOf('invoice faq', 20));
  });
  it('looks for passages when the typing rests; a row that stays keeps its own until then', async () => {
    render(<Harness />);
    type('invoice');
    expect(passage).not.toHaveBeenCalled();
    expect(texts()[0]).toMatch(/^What an invoice says|^Print an invoice/);
    await pause(200);
    const [before] = texts();
    expect(before).toMatch(/^invoic in article:/);
    const [first] = shownIds();
    passage.mockClear();
    type('invoice ');
    expect(passage).not.toHaveBeenCalled();
    expect(shownIds()[0]).toBe(first);
    expect(texts()[0]).toBe(before);
    await pause(200);
    expect(passage).toHaveBeenCalledTimes(20);
  });
  it('gives the arrow keys all of its options right after a letter', () => {
    render(<Harness />);
    type('invoice');
    press('ArrowUp');
    expect(options()).toHaveLength(20);
    expect(options().findIndex((option) => option.getAttribute('aria-selected') === 'true')).toBe(19);
  });
  it('gives Enter the passage of the result right after a letter', () => {
    render(<Harness />);
    type('invoice');
    press('Enter');
    const [first] = content.engine.search('invoice', 1).results;
    expect(opened.mock.calls).toEqual([[first?.record.id, 'here']]);
  });
});

describe('a letter on a device where the list takes long', () => {
  /** Every look at the clock takes its time. */
  const slow = () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 10;
      return clock;
    });
  };
  /** A list has been drawn once, and it took long. */
  const start = async () => {
    slow();
    render(<Harness />);
    type('inv');
    await pause(0);
  };
  it('is painted before its results, which come right after that frame', async () => {
    await start();
    const before = shownIds();
    type('invoice faq');
    expect(field().value).toBe('invoice faq');
    expect(shownIds()).toEqual(before);
    await pause(17);
    expect(shownIds()).toEqual(idsOf('invoice faq', 7));
  });
  it('is searched with those that came meanwhile, once: no list is shown for older words', async () => {
    await start();
    const search = vi.spyOn(content.engine, 'search');
    type('invoice f');
    type('invoice fa');
    type('invoice faq');
    await pause(17);
    expect(new Set(search.mock.calls.map(([words]) => words))).toEqual(new Set(['invoice faq']));
    expect(shownIds()).toEqual(idsOf('invoice faq', 7));
  });
  it('is not lost where something else draws the field anew', async () => {
    await start();
    type('invoice faq');
    act(drawAgain);
    expect(field().value).toBe('invoice faq');
  });
  it.each(['keyDown', 'blur'] as const)('is searched at once on %s', async (event) => {
    await start();
    type('invoice faq');
    fireEvent[event](field(), { key: 'Shift' });
    expect(shownIds()).toEqual(idsOf('invoice faq', 7));
  });
});
