import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startIssues } from '../../site/src/script/issues.ts';

const hanging = { id: 'i1', state: 'working', title: 'Exports hang', text: 'We are working on it.', people: 12 };

/** As part/KnownIssues.astro writes it. */
const page = () => {
  document.body.innerHTML =
    '<aside data-issues="/api/issues?locale=en" data-one="1 person reported this." data-other="# people reported this."' +
    ' data-working="It is being worked on." data-solved="It is solved." hidden><a href="/contact?locale=en&from=%2F">Tell me</a></aside>';
  const box = document.querySelector('aside');
  if (!box) throw new Error('The page is empty.');
  return { box };
};
const answering = (issues: unknown, status = 200) => {
  const ask = vi.fn(async () => new Response(JSON.stringify({ issues }), { status }));
  vi.stubGlobal('fetch', ask);
  return ask;
};

beforeEach(() => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('known issues on the pages of the help center', () => {
  it('are said with how many people reported them, and a way to be told', async () => {
    const { box } = page();
    answering([hanging, { ...hanging, id: 'i2', title: 'Logins fail' }]);
    await startIssues();
    expect(box.hidden).toBe(false);
    expect(box.querySelector('p')?.textContent).toBe(
      'Exports hang We are working on it. 12 people reported this. It is being worked on. Tell me',
    );
    const links = [...box.querySelectorAll('a')];
    expect(links.map(({ dataset }) => dataset['tierzero'])).toEqual(['contact:i1', 'contact:i2']);
    expect(links.map(({ href }) => href.replace(/^.*?contact/, 'contact'))).toEqual([
      'contact?locale=en&from=%2F&issue=i1',
      'contact?locale=en&from=%2F&issue=i2',
    ]);
    expect(links.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Tell me: Exports hang',
      'Tell me: Logins fail',
    ]);
  });

  it('are text, whatever is written', async () => {
    const { box } = page();
    answering([{ ...hanging, title: '<img src=x onerror=alert(1)>' }]);
    await startIssues();
    expect(box.querySelector('img')).toBeNull();
    expect(box.textContent).toContain('<img src=x');
  });

  it('leave nothing to be told once all of them are solved', async () => {
    const { box } = page();
    answering([{ ...hanging, state: 'solved', people: 1 }]);
    await startIssues();
    expect(box.querySelector('p')?.textContent).toContain('1 person reported this. It is solved.');
    expect(box.querySelector('a')).toBeNull();
  });

  it('are not said when there are none, when there is no answer, and when it is none of the API', async () => {
    const { box } = page();
    answering([]);
    await startIssues();
    answering([hanging], 503);
    await startIssues();
    vi.stubGlobal('fetch', async () => new Response('<html>'));
    await startIssues();
    vi.stubGlobal('fetch', async () => new Response('{"welcome":true}'));
    await startIssues();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await startIssues();
    expect(box.hidden).toBe(true);
  });

  it('are not asked for without a connection', async () => {
    page();
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const ask = answering([hanging]);
    await startIssues();
    expect(ask).not.toHaveBeenCalled();
  });
});
