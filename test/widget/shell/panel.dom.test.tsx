import { fireEvent } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Handle, Run } from '../../../widget/loader/handle.ts';
import { start } from '../../../widget/shell/shell.ts';
import { base, publish, serve } from '../fixture.ts';

let life: AbortController;
let files: ReturnType<typeof publish>;

/** The page as the loader leaves it, and the panel on top. */
const setUp = async (calls: [string, unknown[]][] = [], options: Record<string, string> = {}): Promise<Run> => {
  const host = document.createElement('tierzero-root');
  const launcher = document.createElement('button');
  launcher.textContent = 'Help';
  launcher.style.cssText = 'all:initial;bottom:24px;opacity:.5';
  host.attachShadow({ mode: 'open' }).append(launcher);
  document.documentElement.append(host);
  life = new AbortController();
  const tag = document.createElement('script');
  Object.assign(tag.dataset, { locale: 'en', storage: 'none', ...options });
  const handle: Handle = [tag.dataset, base, life, ...calls];
  const manifest = files.get('tierzero.json');
  return start(handle, Promise.resolve(manifest && JSON.parse(String(manifest))));
};

const root = (): ShadowRoot => {
  const found = document.querySelector('tierzero-root')?.shadowRoot;
  if (!found) throw new Error('the widget is not there');
  return found;
};
const find = <T extends HTMLElement = HTMLElement>(selector: string): T => {
  const found = root().querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
};
/** The first to ask for a chunk waits until it is compiled. */
const eventually = (selector: string) => vi.waitFor(() => find(selector), 10_000);
const text = () => root().textContent ?? '';
const panel = () => root().querySelector('.panel');
const isOpen = () => panel() !== null && !panel()?.hasAttribute('hidden');

beforeEach(() => {
  Object.assign(globalThis, { __VERSION__: '1.2.3' });
  files = publish();
  vi.stubGlobal('fetch', serve(files).fetch);
});
afterEach(() => {
  life.abort();
  document.querySelector('tierzero-root')?.remove();
  document.body.innerHTML = '';
});

describe('the panel', () => {
  it('is not there until somebody opens it', async () => {
    await setUp();
    expect(panel()).toBeNull();
  });
  it('has a launcher of its own look that goes on saying that a verb is under way', async () => {
    await setUp();
    const { bottom, opacity } = find('.launcher').style;
    expect([bottom, opacity]).toEqual(['', '.5']);
  });
  it('opens with the field in focus, closes with Escape, and gives focus back', async () => {
    const run = await setUp();
    find('button').focus();
    await run('toggle', []);
    await eventually('.records');
    await vi.waitFor(() => expect(root().activeElement?.getAttribute('role')).toBe('combobox'));
    expect(find('.launcher').ariaExpanded).toBe('true');
    fireEvent.keyDown(find('[role="combobox"]'), { key: 'Escape' });
    await vi.waitFor(() => expect(isOpen()).toBe(false));
    expect(root().activeElement).toBe(find('.launcher'));
  });
  it('has the focus where somebody writes to a person, also when the code of that comes after it', async () => {
    const run = await setUp();
    void run('contact', []);
    await vi.waitFor(() => expect(root().activeElement).toBe(panel()));
    await eventually('textarea');
    await vi.waitFor(() => expect(root().activeElement).toBe(find('textarea')));
  });
  it('is a labelled dialog that does not trap', async () => {
    const run = await setUp();
    await run('open', []);
    const dialog = await eventually('[role="dialog"]');
    const title = find(`#${dialog.getAttribute('aria-labelledby')}`);
    await vi.waitFor(() => expect(title.textContent).toBe('Ledger help'));
    expect(dialog.hasAttribute('aria-modal')).toBe(false);
  });
  it('shows what is featured, and what the host suggests first', async () => {
    const run = await setUp();
    await run('suggest', [['faq:cookies']]);
    await run('open', []);
    await eventually('.records');
    const lists = [...root().querySelectorAll('.records')].map((list) => list.textContent);
    expect(lists[0]).toContain('Does the widget set cookies?');
    expect(lists[1]).toContain('Put the widget on your page');
  });
  it('suggests by the path the host names', async () => {
    const run = await setUp();
    await run('page', [{ path: '/settings/team' }]);
    await run('open', []);
    await eventually('.records');
    expect(root().querySelector('.records')?.textContent).toBe('For this pagePut the widget on your page');
  });
  it('searches in place, reads, and steps back to the results', async () => {
    const run = await setUp();
    await run('search', ['cookies']);
    const option = await eventually('[role="option"]');
    fireEvent.click(option);
    await eventually('.article-title');
    expect(text()).toContain('No cookie is ever set.');
    fireEvent.keyDown(find('.article-title'), { key: 'Escape' });
    await eventually('[role="option"]');
    expect(find<HTMLInputElement>('[role="combobox"]').value).toBe('cookies');
  });
  it('opens links between documents inside', async () => {
    const run = await setUp();
    await run('article', ['embed-the-widget']);
    fireEvent.click(await eventually('.prose a'));
    await vi.waitFor(() => expect(find('.article-title').textContent).toBe('Does the widget set cookies?'));
  });
  it('finds a document under its former slug and a FAQ under its bare one', async () => {
    const run = await setUp();
    await run('article', ['install-the-widget']);
    await vi.waitFor(() => expect(find('.article-title').textContent).toBe('Put the widget on your page'));
    await run('article', ['cookies']);
    await vi.waitFor(() => expect(find('.article-title').textContent).toBe('Does the widget set cookies?'));
  });
  it('rejects a document nobody has, and says so', async () => {
    const run = await setUp();
    await expect(run('article', ['nowhere'])).rejects.toThrow('no document');
    await vi.waitFor(() => expect(text()).toContain('This article is not here any more.'));
  });
  it('keeps marks of a walkthrough while the person reads something else', async () => {
    const run = await setUp();
    await run('walkthrough', ['first-article']);
    fireEvent.click(await eventually('.step .button'));
    await vi.waitFor(() => expect(text()).toContain('1 of 2 steps done'));
    await run('article', ['cookies']);
    await vi.waitFor(() => expect(find('.article-title').textContent).toContain('cookies'));
    fireEvent.click(find('.head .icon-button'));
    await vi.waitFor(() => expect(text()).toContain('1 of 2 steps done'));
  });
  it('is one step from a person everywhere', async () => {
    const run = await setUp();
    await run('open', []);
    await eventually('.person');
    await run('article', ['cookies']);
    await eventually('.article-title');
    fireEvent.click(find('.person'));
    await eventually('textarea');
    expect(find('h2').textContent).toBe('Contact a person');
  });
  it('keeps typing from the shortcuts of the page', async () => {
    const run = await setUp();
    const heard = vi.fn();
    document.addEventListener('keydown', heard);
    await run('open', []);
    fireEvent.keyDown(await eventually('[role="combobox"]'), { key: 'k' });
    expect(heard).not.toHaveBeenCalled();
    document.removeEventListener('keydown', heard);
  });
  it('speaks another language on request, what is open included', async () => {
    const run = await setUp();
    await run('article', ['cookies']);
    await eventually('.article-title');
    await run('locale', ['de']);
    await vi.waitFor(() => expect(text()).toContain('War das hilfreich?'));
    expect(text()).toContain('Noch nicht übersetzt. Die Sprache dieses Textes: Englisch.');
    expect(find('.launcher').textContent).toBe('Hilfe');
  });
  it('forgets everything on logout', async () => {
    const run = await setUp();
    await run('article', ['cookies']);
    await eventually('.article-title');
    await run('logout', []);
    await eventually('.records');
    expect(find<HTMLInputElement>('[role="combobox"]').value).toBe('');
  });
  it('says what it is', async () => {
    const run = await setUp();
    expect(await run('info', [])).toMatchObject({
      version: '1.2.3',
      locale: 'en',
      open: false,
      unread: 0,
      storage: false,
    });
  });
  it('comes back when the page takes it out', async () => {
    const run = await setUp();
    await run('info', []);
    const host = document.querySelector('tierzero-root');
    host?.remove();
    await vi.waitFor(() => expect(host?.isConnected).toBe(true));
  });
  it('leaves nothing when it is destroyed', async () => {
    const run = await setUp();
    await run('open', []);
    await eventually('.records');
    life.abort();
    expect(panel()).toBeNull();
  });
});

describe('events', () => {
  const hear = (name: string) => {
    const heard: unknown[] = [];
    document.addEventListener(`tierzero:${name}`, (event) => heard.push(event instanceof CustomEvent && event.detail), {
      signal: life.signal,
    });
    return heard;
  };

  it('reach listeners that were there before the panel', async () => {
    const heard = vi.fn();
    const run = await setUp([['on', ['open', heard]]]);
    await run('toggle', []);
    expect(heard).toHaveBeenCalledWith({ view: 'home' });
    await run('off', ['open', heard]);
    await run('close', []);
    await run('open', []);
    expect(heard).toHaveBeenCalledTimes(1);
  });
  it('are heard once by once', async () => {
    const heard = vi.fn();
    const run = await setUp();
    await run('once', ['close', heard]);
    for (const verb of ['open', 'close', 'open', 'close']) await run(verb, []);
    expect(heard).toHaveBeenCalledTimes(1);
  });
  it('refuse a name nobody sends', async () => {
    const run = await setUp();
    await expect(run('on', ['opened', () => {}])).rejects.toThrow(/ready, open, close/);
  });
  it('tell of a result with its rank, and of the document, without what is private', async () => {
    const run = await setUp();
    const [clicks, views, searches] = [hear('result-click'), hear('article-view'), hear('search')];
    await run('search', ['cookies ada@example.com']);
    fireEvent.click(await eventually('[role="option"]'));
    await eventually('.article-title');
    await vi.waitFor(() => expect([clicks.length, searches.length]).toEqual([1, 1]));
    expect(clicks[0]).toMatchObject({ document: 'faq:cookies', rank: 1 });
    expect(views).toEqual([{ document: 'faq:cookies' }]);
    expect(JSON.stringify([clicks, searches])).not.toContain('ada@');
  });
});

describe('without a network', () => {
  it('says so, offers the help center as a link, and recovers', async () => {
    const kept = new Map(files);
    files.clear();
    const run = await setUp();
    await run('open', []);
    await eventually('.notice');
    expect(find<HTMLAnchorElement>('.notice a').href).toBe(base);
    for (const [path, body] of kept) files.set(path, body);
    fireEvent.click(find('.notice .button'));
    await eventually('.records');
  });
  it('reads on from the library', async () => {
    const run = await setUp();
    await run('open', []);
    await eventually('.records');
    await run('search', ['first sentence']);
    await eventually('[role="option"]');
    await vi.waitFor(() => expect(text()).toContain('The first sentence answers the question of the reader.'));
    files.clear();
    await run('article', ['write-an-article']);
    await eventually('.article-title');
    expect(find('.prose').textContent).toBe('The first sentence answers the question of the reader.');
  });
  it('says that an article could not be loaded, with its page as a link', async () => {
    files.delete('tz/doc-cookies.txt');
    files.delete('tz/en-library-1.txt');
    const run = await setUp();
    await run('article', ['cookies']);
    await eventually('.notice');
    expect(find<HTMLAnchorElement>('.notice a').href).toBe(`${base}faqs/cookies/`);
  });
});
