import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messages } from '../../../widget/i18n/en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';
import { type Content, loadContent } from '../../../widget/search/content.ts';
import { isManifest } from '../../../widget/search/manifest.ts';
import { notesIn } from '../../../widget/search/notes.tsx';
import { find, type Row } from '../../../widget/search/rows.ts';
import { base, publish, serve } from '../fixture.ts';

const t = createTranslate('en', messages);
const question = 'which tag loads the widget on my page script';
const text = 'Add one script tag to your page. It loads a small loader.';

let content: Content;
let Notes: Awaited<ReturnType<typeof notesIn>>['Notes'];
let asked: string[];
const opened = vi.fn();

const start = async (shrink = (bytes: number) => bytes) => {
  const files = publish();
  const served = serve(files);
  asked = served.asked;
  vi.stubGlobal('fetch', served.fetch);
  const manifest: unknown = JSON.parse(String(files.get('tierzero.json')));
  if (!isManifest(manifest)) throw new Error('no manifest');
  const en = manifest.content['en'];
  if (en) en.libraryBytes = shrink(en.libraryBytes);
  const lastGood = { read: async () => undefined, write: async () => {} };
  const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood });
  if (!loaded.ok) throw new Error(loaded.reason);
  content = loaded.content;
};

interface HarnessProps {
  query: string;
  /** A result that the arrow keys have chosen. */
  chosen?: boolean;
  /** Document of the first result, where a filter left another one. */
  first?: string;
  plain?: boolean;
}
const Harness = ({ query, chosen = false, first, plain = false }: HarnessProps) => (
  <div class="search">
    <Notes
      content={content}
      query={query}
      found={find(content, query, { limit: 20, audience })}
      audience={audience}
      onQuery={() => {}}
      onVerbatim={() => {}}
      onRetry={() => {}}
      category={({ title }) => <i>{title}</i>}
      person={<b>person</b>}
      first={first}
      {...(!plain && {
        hrefOf: ({ record: { slug }, anchor = '' }: Row) => `#articles/${slug}/${anchor}`,
        onOpen: opened,
      })}
    />
    <div class="results" role="listbox">
      <a role="option" aria-selected={chosen} tabIndex={-1} href="#x">
        result
      </a>
    </div>
  </div>
);
const audience: readonly string[] = [];

const card = () => screen.queryByRole('region');
/** So long nobody types; what was asked for then comes. */
const pause = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });

beforeEach(async () => {
  await start();
  Notes = (await notesIn(t, 'en')).Notes;
  // Loaded once, so that no test waits for it.
  await import('../../../widget/search/library.ts');
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  opened.mockClear();
});
afterAll(() => vi.unstubAllGlobals());

describe('the answer above the results', () => {
  it('comes after a pause, word for word, with matched words marked and its document named', async () => {
    render(<Harness query={question} />);
    await pause(399);
    expect(card()).toBeNull();
    await pause(50);
    const answer = screen.getByRole('region', { name: 'Answer from Put the widget on your page' });
    expect(answer.querySelector('.answer-text')?.textContent).toBe(text);
    expect([...answer.querySelectorAll('b')].map(({ textContent }) => textContent)).toContain('script');
    expect(screen.getByRole('listbox').contains(answer)).toBe(false);
    expect(answer.compareDocumentPosition(screen.getByRole('listbox'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });
  it('is heard: its words stand in a live region that was there before', async () => {
    const { container } = render(<Harness query={question} />);
    const live = container.querySelector('[aria-live="polite"]');
    expect(live?.textContent).toBe('');
    await pause(450);
    expect(live?.textContent).toBe('Answer from Put the widget on your page');
  });
  it('leads to where it stands, in place on a plain click', async () => {
    render(<Harness query={question} />);
    await pause(450);
    const link = screen.getByRole('link', { name: 'Put the widget on your page' });
    expect(link.getAttribute('href')).toBe('#articles/embed-the-widget/');
    expect(fireEvent.click(link, { ctrlKey: true })).toBe(true);
    expect(opened).not.toHaveBeenCalled();
    expect(fireEvent.click(link)).toBe(false);
    expect(opened.mock.calls[0]?.[0]).toMatchObject({ record: { id: 'article:embed-the-widget' }, rank: 1, text });
  });
  it('waits again with every letter, and goes when another document is first', async () => {
    const { rerender } = render(<Harness query={question.slice(0, -1)} />);
    await pause(300);
    rerender(<Harness query={question} />);
    await pause(300);
    expect(card()).toBeNull();
    await pause(150);
    expect(card()).not.toBeNull();
    rerender(<Harness query={question} first="faq:cookies" />);
    expect(card()).toBeNull();
  });
  it('stays away from somebody who chooses or makes for a result, until other words are typed', async () => {
    const { rerender } = render(<Harness query={question} chosen />);
    await pause(450);
    expect(card()).toBeNull();
    rerender(<Harness query={question} />);
    await pause(2000);
    expect(card()).toBeNull();
    rerender(<Harness query={`${question} `} />);
    fireEvent.mouseMove(screen.getByRole('option'), { movementY: 3 });
    await pause(2000);
    expect(card()).toBeNull();
    rerender(<Harness query={question} />);
    await pause(450);
    expect(card()).not.toBeNull();
  });
  it('comes where the pointer only happens to lie over the list', async () => {
    render(<Harness query={question} />);
    fireEvent.mouseMove(screen.getByRole('option'), { movementX: 0, movementY: 0 });
    await pause(450);
    expect(card()).not.toBeNull();
  });
  it('stays away when its document takes so long that somebody reads the list by then', async () => {
    await start(() => 3_000_000);
    let go = () => {};
    const { document } = content;
    content.document = async (record) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return document(record);
    };
    render(<Harness query={question} />);
    await pause(1600);
    go();
    await pause(50);
    expect(card()).toBeNull();
  });
  it('is absent for a few words, where evidence is weak, and in the popup', async () => {
    const { rerender } = render(<Harness query="widget" />);
    await pause(450);
    expect(card()).toBeNull();
    rerender(<Harness query="how do I make the reader of an article happy with words" />);
    await pause(450);
    expect(card()).toBeNull();
    rerender(<Harness query={question} plain />);
    await pause(450);
    expect(card()).toBeNull();
  });
  it('takes one document where the library is too large, and none of a visitor who saves data', async () => {
    await start(() => 3_000_000);
    const { unmount } = render(<Harness query={question} />);
    await pause(450);
    expect(card()).not.toBeNull();
    expect(asked).toEqual(['tz/en-search-1.txt', 'tz/doc-embed-the-widget.txt']);
    unmount();
    vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { connection: { saveData: true } }));
    await start();
    render(<Harness query={question} />);
    await pause(450);
    expect(card()).toBeNull();
    expect(asked).toEqual(['tz/en-search-1.txt']);
  });
});
