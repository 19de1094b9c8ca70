import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

/** What the loader has asked its shell for, written down by the fake chunks below. */
interface Diary {
  started: number;
  resumed: number;
  calls: [string, unknown[]][];
  ran: [string, unknown[]][];
}
declare global {
  var diary: Diary;
}

/** Inside the project: the test runner imports nothing from elsewhere. */
const dist = resolve('dist');
mkdirSync(dist, { recursive: true });
const folder = mkdtempSync(join(dist, 'loader-test-'));
const base = `${pathToFileURL(folder).href}/`;
const shell = (extra = '') => `
export const start = async ([, , , ...calls]) => {
  ${extra}
  globalThis.diary.started++;
  globalThis.diary.calls.push(...calls);
  return (verb, args) => {
    globalThis.diary.ran.push([verb, args]);
    if (verb === 'wait') return args[0];
    if (verb === 'explode') throw new TypeError('no such verb');
    return verb === 'info' ? { open: true } : undefined;
  };
};`;
const manifest = { widget: { shell: 'tz/shell-new.js', resume: 'tz/resume-new.js' } };

beforeAll(() => {
  mkdirSync(join(folder, 'tz'));
  writeFileSync(join(folder, 'tz/shell-good.js'), shell());
  writeFileSync(join(folder, 'tz/shell-new.js'), shell());
  writeFileSync(join(folder, 'tz/shell-bad.js'), shell('throw new Error("broken")'));
  writeFileSync(join(folder, 'tz/resume-good.js'), 'export const start = () => { globalThis.diary.resumed++; };');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the loader as the tag would: with this build's chunk, and these attributes. */
const load = async (options: Record<string, string> = {}, chunk = 'good') => {
  globalThis.diary = { started: 0, resumed: 0, calls: [], ran: [] };
  const tag = document.createElement('script');
  Object.assign(tag.dataset, options);
  Object.defineProperty(tag, 'src', { value: `${base}tierzero.js` });
  Object.defineProperty(document, 'currentScript', { value: tag, configurable: true });
  Object.assign(globalThis, {
    __SHELL__: `-${chunk}.js`,
    __RESUME__: '-good.js',
    __LABELS__: { de: 'Hilfe' },
    __LABEL__: 'Help',
  });
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(manifest)));
  vi.resetModules();
  await import('../../../widget/loader/loader.ts');
};
const root = () => document.querySelector('tierzero-root')?.shadowRoot;
const launcher = () => root()?.querySelector('button');
const tierzero = () => {
  if (!window.tierzero) throw new Error('no global');
  return window.tierzero;
};
/** Events of the address, and rejections, are told in a later task. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));
const settle = () => vi.waitFor(() => expect(diary.started).toBe(1));

afterEach(async () => {
  await window.tierzero?.('destroy');
  document.body.innerHTML = '';
  document.documentElement.lang = '';
  location.hash = '';
  localStorage.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the loader', () => {
  it('shows a real button beside the body and loads nothing', async () => {
    await load();
    expect(launcher()?.textContent).toBe('Help');
    expect(document.querySelector('tierzero-root')?.parentElement).toBe(document.documentElement);
    expect(diary.started).toBe(0);
  });
  it('speaks the language of the page, and says what the tag says', async () => {
    document.documentElement.lang = 'de-AT';
    await load();
    expect(launcher()?.textContent).toBe('Hilfe');
    await tierzero()('destroy');
    await load({ label: 'Frag uns' });
    expect(launcher()?.textContent).toBe('Frag uns');
  });
  it('has no button when the page has its own', async () => {
    await load({ launcher: 'none' });
    expect(launcher()).toBeUndefined();
  });
  it('is loaded by a second tag without harm', async () => {
    await load();
    const first = window.tierzero;
    await load();
    expect(document.querySelectorAll('tierzero-root')).toHaveLength(1);
    expect(window.tierzero).toBe(first);
  });
  it('keeps notes without loading the panel, and hands them over in their order', async () => {
    await load();
    await tierzero()('identify', { email: 'ada@example.com' });
    await tierzero()('context', { plan: 'pro' });
    const stop = await tierzero()('on', 'open', () => {});
    expect(stop).toBeTypeOf('function');
    expect(diary.started).toBe(0);
    await tierzero()('open');
    expect(diary.calls.map(([verb]) => verb)).toEqual(['identify', 'context', 'on']);
    expect(diary.ran).toEqual([['open', []]]);
  });
  it('answers what the verb answers', async () => {
    await load();
    expect(await tierzero()('info')).toEqual({ open: true });
  });
  it('rejects what the shell refuses, without an unhandled rejection', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await load();
    void tierzero()('explode');
    await expect(tierzero()('explode')).rejects.toThrow('no such verb');
    await nextTask();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
  it('takes over the calls of the inline stub and their promises', async () => {
    const queue: unknown[] = [];
    const stub = Object.assign(() => new Promise((...ends) => queue.push([['info'], ...ends])), { q: queue });
    Object.assign(window, { tierzero: stub });
    const answer = stub();
    await load();
    expect(await answer).toEqual({ open: true });
  });
  it('loads the chunk the manifest names when its own is gone', async () => {
    await load({}, 'gone');
    await tierzero()('open');
    expect(diary.started).toBe(1);
  });
  it('tries anew after a failure', async () => {
    await load({}, 'bad');
    await expect(tierzero()('open')).rejects.toThrow('broken');
    await expect(tierzero()('open')).rejects.toThrow('broken');
  });
  it('says that it is busy until the panel is there', async () => {
    await load();
    launcher()?.click();
    expect(launcher()?.style.opacity).toBe('.5');
    await vi.waitFor(() => expect(launcher()?.style.opacity).toBe(''));
    expect(diary.ran).toEqual([['toggle', ['']]]);
  });
  it('is busy for a verb of the page as well, until that is done or has failed', async () => {
    await load();
    const { promise, resolve } = Promise.withResolvers<void>();
    const done = tierzero()('wait', promise);
    // What only tells it something ends nothing.
    await tierzero()('identify', { id: '1' });
    expect(launcher()?.style.opacity).toBe('.5');
    resolve();
    await done;
    expect(launcher()?.style.opacity).toBe('');
    await expect(tierzero()('explode')).rejects.toThrow();
    expect(launcher()?.style.opacity).toBe('');
  });
  it('says what is wrong when there is no connection, and is not busy any more', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await load({}, 'gone');
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(tierzero()('open')).rejects.toThrow('Failed to fetch');
    expect(launcher()?.style.opacity).toBe('');
    await nextTask();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
  it('leaves it to the panel what to do without the manifest', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await load();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await tierzero()('open');
    expect(diary.ran).toEqual([['open', []]]);
    await nextTask();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
  it('opens the help center beside the page when the panel cannot come, and a link what it leads to', async () => {
    const { href } = location;
    const open = vi.fn();
    vi.stubGlobal('open', open);
    await load({}, 'bad');
    launcher()?.click();
    await vi.waitFor(() => expect(open).toHaveBeenLastCalledWith(base));
    document.body.innerHTML = '<a href="https://help.example.com/contact" data-tierzero="contact">Ask</a>';
    document.querySelector('a')?.click();
    await vi.waitFor(() => expect(open).toHaveBeenLastCalledWith('https://help.example.com/contact'));
    expect(location.href).toBe(href);
    expect(launcher()?.style.opacity).toBe('');
  });
  it('says that it is offline, and opens nothing', async () => {
    const open = vi.fn();
    vi.stubGlobal('open', open);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await load({}, 'bad');
    launcher()?.click();
    await vi.waitFor(() => expect(launcher()?.textContent).toBe('Offline'));
    expect(open).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  });
  it('loads on intent, before anything is opened', async () => {
    await load();
    // Seen from the page, what happens to the launcher happens to its host.
    document.querySelector('tierzero-root')?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await settle();
    expect(diary.ran).toEqual([]);
  });
  it('opens what a link names, and leaves a click with a modifier to the link', async () => {
    await load();
    document.body.innerHTML = '<a href="#there" data-tierzero="article:embed-the-widget"><b>How?</b></a>';
    const word = document.querySelector('b');
    const click = (init: MouseEventInit) => new MouseEvent('click', { bubbles: true, cancelable: true, ...init });
    expect(word?.dispatchEvent(click({ metaKey: true }))).toBe(true);
    expect(word?.dispatchEvent(click({}))).toBe(false);
    await vi.waitFor(() => expect(diary.ran).toEqual([['article', ['embed-the-widget']]]));
  });
  it('lets a link go its way when what it names is not for links', async () => {
    await load();
    document.body.innerHTML = '<a href="#there" data-tierzero="logout">Bye</a>';
    const event = new MouseEvent('click', { bubbles: true, cancelable: true });
    expect(document.querySelector('a')?.dispatchEvent(event)).toBe(true);
    await settle();
    expect(diary.ran).toEqual([]);
  });
  it('follows an address at the start and when it changes', async () => {
    location.hash = '#tierzero=article:one';
    await nextTask();
    await load();
    await vi.waitFor(() => expect(diary.ran).toEqual([['article', ['one']]]));
    location.hash = '#tierzero=search:reset%20it';
    await vi.waitFor(() => expect(diary.ran.at(-1)).toEqual(['search', ['reset%20it']]));
  });
  it('takes no order to wipe or end something from an address', async () => {
    location.hash = '#tierzero=logout';
    await load();
    location.hash = '#contact';
    await nextTask();
    expect(diary.started).toBe(0);
  });
  it('resumes only where an earlier visit left something', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    await load();
    vi.advanceTimersByTime(5_000);
    expect(diary.resumed).toBe(0);
    await tierzero()('destroy');
    localStorage.setItem('tierzero', '1');
    await load();
    vi.advanceTimersByTime(5_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(diary.resumed).toBe(1));
  });
  it('takes everything off the page when it is destroyed', async () => {
    await load();
    await tierzero()('destroy');
    expect(document.querySelector('tierzero-root')).toBeNull();
    expect(window.tierzero).toBeUndefined();
    document.body.innerHTML = '<a href="#x" data-tierzero="contact">Contact</a>';
    document.querySelector('a')?.click();
    await Promise.resolve();
    expect(diary.started).toBe(0);
  });
});
