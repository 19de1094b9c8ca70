import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useRef, useState } from 'preact/hooks';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../widget/i18n/en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { createKnowledge, type KnowledgeSource } from '../../../widget/search/knowledge.ts';
import { Search } from '../../../widget/search/search.tsx';
import { mountSearch } from '../../../widget/shell/page-search.ts';
import { useValue } from '../../../widget/ui/value.ts';
import { base } from '../fixture.ts';
import { type Files, frequentWord, publishLarge, titleOf, titleWords } from './large.ts';

const t = createTranslate('en', messages);
const settled = vi.fn();
const net: { files: Files; held: boolean; waiting: (() => void)[] } = { files: new Map(), held: false, waiting: [] };
const isFile = (url: string): boolean => /\/tz\/en-(?:part|records)-/.test(url);
const letThrough = () => {
  net.held = false;
  for (const go of net.waiting.splice(0)) go();
};

const Harness = ({ knowledge }: { knowledge: KnowledgeSource }) => {
  const known = useValue(knowledge.state);
  const [query, setQuery] = useState('');
  return (
    <Search
      t={t}
      locale="en"
      content={known.status === 'ready' ? known.content : undefined}
      query={query}
      shown
      onQuery={setQuery}
      onOpen={() => {}}
      onSettle={settled}
      hrefOf={({ record: { slug } }) => `#${slug}`}
      audience={[]}
      input={useRef<HTMLInputElement>(null)}
      idle={<p>first screen</p>}
      waiting={<p>waiting</p>}
      category={({ title }) => <button type="button">{title}</button>}
      person={<button type="button">person</button>}
    />
  );
};

const knowledgeNow = async () => {
  const knowledge = createKnowledge({
    base,
    manifest: Promise.resolve(JSON.parse(String(net.files.get('tierzero.json')))),
    lastGood: { read: async () => undefined, write: async () => {} },
  });
  await knowledge.load(['en']);
  return knowledge;
};
const titles = () => [...document.querySelectorAll('.result-title')].map(({ textContent }) => textContent);

beforeEach(() => {
  net.files = publishLarge();
  net.held = false;
  net.waiting = [];
  // A reader who saves data: only what is wanted is fetched.
  Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
  vi.stubGlobal('fetch', async (url: string) => {
    if (net.held && isFile(url)) await new Promise<void>((go) => net.waiting.push(go));
    const body = net.files.get(url.replace(base, ''));
    return body === undefined ? new Response('gone', { status: 404 }) : new Response(body);
  });
});
afterEach(() => {
  cleanup();
  settled.mockClear();
});
// The library is asked for behind the tests; it must not ask the network.
afterAll(() => vi.unstubAllGlobals());

describe('a search in a large help center', () => {
  it('says that it waits, not that nothing is found, and shows what was meant once it is here', async () => {
    render(<Harness knowledge={await knowledgeNow()} />);
    net.held = true;
    const title = titleOf(300);
    fireEvent.input(screen.getByRole('combobox'), { target: { value: title } });
    screen.getByText('waiting');
    await vi.waitFor(() => expect(net.waiting.length).toBeGreaterThan(0));
    expect(screen.queryByText(/nothing found/i)).toBeNull();
    expect(titles()).toEqual([]);
    letThrough();
    await vi.waitFor(() => expect(titles()[0]).toBe(title));
    expect(screen.queryByText('waiting')).toBeNull();
  });
  it('has come to something only when all of it is here', async () => {
    render(<Harness knowledge={await knowledgeNow()} />);
    net.held = true;
    fireEvent.input(screen.getByRole('combobox'), { target: { value: titleWords[41] } });
    await vi.waitFor(() => expect(net.waiting.length).toBeGreaterThan(0));
    cleanup();
    // It is left before anything was known of it.
    expect(settled).not.toHaveBeenCalled();
    render(<Harness knowledge={await knowledgeNow()} />);
    letThrough();
    fireEvent.input(screen.getByRole('combobox'), { target: { value: titleWords[41] } });
    await vi.waitFor(() => expect(titles().length).toBeGreaterThan(0));
    await vi.waitFor(() => expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('true'));
    cleanup();
    expect(settled).toHaveBeenCalledOnce();
    expect(settled.mock.calls[0]?.[0].count).toBeGreaterThan(0);
  });
});

describe('the search page of a large help center', () => {
  let host: HTMLElement;
  const all = <T extends Element = HTMLElement>(selector: string): T[] => [
    ...(host.shadowRoot?.querySelectorAll<T>(selector) ?? []),
  ];
  const visit = async (words: string) => {
    history.replaceState(null, '', `/search/?q=${words}`);
    host = document.createElement('div');
    document.body.append(host);
    await mountSearch(host, { base, locale: 'en', query: () => words, full: true });
  };
  afterEach(() => {
    host.remove();
    history.replaceState(null, '', '/');
  });
  const options = () => all<HTMLOptionElement>('.topics option').map(({ text }) => text);

  it('offers its topics without numbers first, and with true ones once all that match are here', async () => {
    await visit(frequentWord);
    await vi.waitFor(() => expect(all('ol .result').length).toBeGreaterThan(0));
    const before = all('ol .result').length;
    expect(options()).toContain('Topic 3');
    expect(options().some((option) => /\(\d+\)/.test(option))).toBe(false);
    const more = await vi.waitFor(() => {
      const [button] = all('.more button');
      if (!button) throw new Error('nothing leads to more');
      return button;
    });
    fireEvent.click(more);
    await vi.waitFor(() => expect(all('ol .result').length).toBeGreaterThan(before));
    await vi.waitFor(() => expect(options().some((option) => /^Topic \d \(\d+\)$/.test(option))).toBe(true));
  });
  it('says so when the rest cannot be had', async () => {
    await visit(frequentWord);
    await vi.waitFor(() => expect(all('ol .result').length).toBeGreaterThan(0));
    net.files = new Map([...net.files].filter(([path]) => !isFile(`/${path}`)));
    const select = all<HTMLSelectElement>('.topics select')[0];
    if (!select) throw new Error('no topics');
    fireEvent.change(select, { target: { value: 'topic-3' } });
    await vi.waitFor(() => expect(all('.notes .notice').length).toBe(1));
    expect(all('.notes .notice')[0]?.textContent).toContain('could not be loaded');
  });
});
