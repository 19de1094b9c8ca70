import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageContext } from '../../../api/contract/page-context.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import type { DeviceStorage } from '../../../widget/client/storage.ts';
import { browserName } from '../../../widget/context/surroundings.ts';
import { createTrail, type Trail } from '../../../widget/context/trail.ts';

let now: number;
let storage: DeviceStorage;
let trail: Trail;
let visibility: DocumentVisibilityState;

const start = async (): Promise<Trail> => {
  const fresh = createTrail({ storage, now: () => now });
  await fresh.ready();
  return fresh;
};
/** What was tried, without page and browser. */
const tried = (one: Trail = trail) => one.items().filter(({ kind }) => kind !== 'page' && kind !== 'browser');
const show = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(async () => {
  now = 1_800_000_000_000;
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  storage = createMemory();
  trail = await start();
});
afterEach(() => vi.restoreAllMocks());

describe('the trail', () => {
  it('keeps what was searched with its results, and a search typed on as one', () => {
    trail.search('exp', 9);
    trail.search('export', 4);
    now += 60_000;
    trail.search('export invoices', 0);
    expect(tried()).toMatchObject([
      { kind: 'search', query: 'export', results: 4 },
      { kind: 'search', query: 'export invoices', results: 0 },
    ]);
  });

  it('keeps a repeated search once, as the latest', () => {
    trail.search('export', 4);
    trail.open('article:a', 'A');
    trail.search('export', 5);
    expect(tried().map(({ kind }) => kind)).toEqual(['read', 'search']);
  });

  it('counts the seconds a document was open in a visible page', () => {
    trail.open('article:a', 'A');
    now += 10_000;
    show('hidden');
    now += 3_600_000;
    show('visible');
    now += 5_000;
    expect(tried()).toMatchObject([{ document: 'article:a', title: 'A', seconds: 15 }]);
    trail.leave();
    now += 60_000;
    expect(tried()).toMatchObject([{ seconds: 15 }]);
  });

  it('adds to the seconds and keeps the opinion when a document is read again', () => {
    trail.open('article:a', 'A');
    now += 4_000;
    trail.helpful('article:a', false, 'unclear');
    trail.open('article:b', 'B');
    now += 2_000;
    trail.open('article:a', 'A');
    now += 3_000;
    trail.leave();
    expect(tried()).toMatchObject([
      { document: 'article:b', seconds: 2 },
      { document: 'article:a', seconds: 7, helpful: false, reason: 'unclear' },
    ]);
    trail.helpful('article:a', true);
    expect(tried().at(-1)).not.toHaveProperty('reason');
  });

  it('keeps a step that was done and forgets one that was taken back', () => {
    const step = { walkthrough: 'walkthrough:w', title: 'W', of: 3 } as const;
    trail.step({ ...step, step: 1, done: true });
    trail.step({ ...step, step: 2, done: true });
    trail.step({ ...step, step: 1, done: false });
    expect(tried()).toMatchObject([{ kind: 'step', step: 2, of: 3 }]);
  });

  it.each([
    ['stayed open for two days', 172_800, 86_400],
    ['saw the clock set back', -90, 0],
  ])('keeps a step that %s within the contract', (_, seconds, kept) => {
    const step = { walkthrough: 'walkthrough:w', title: 'W', of: 3, step: 1, done: false } as const;
    trail.step({ ...step, blocked: 'covered', seconds });
    expect(tried()).toMatchObject([{ seconds: kept, blocked: 'covered' }]);
  });

  it('keeps nothing secret, not even for itself', async () => {
    trail.search('login ada@example.com 4111 1111 1111 1111', 1);
    trail.host({ plan: 'pro', apiToken: 'abc', note: 'see https://h/?k=secret1', seats: 3 });
    trail.page({ path: '/u/ada%40example.com?token=abc#x', title: 'Mail of ada@example.com' });
    const items = trail.items();
    expect(items).toMatchObject([
      { query: 'login [address] [card]' },
      { kind: 'page', url: expect.stringMatching(/\/u\/\[id\]\?token=\[redacted\]$/), title: 'Mail of [address]' },
      { kind: 'browser' },
      { name: 'plan', value: 'pro' },
      { name: 'apiToken', value: '[redacted]' },
      { name: 'note', value: 'see https://h/?k=[redacted]' },
      { name: 'seats', value: '3' },
    ]);
    expect(JSON.stringify(await storage.entries(''))).not.toMatch(/ada@|4111|secret1/);
  });

  it('takes facts of the host back with null, and no more than twenty', () => {
    trail.host({ plan: 'pro' });
    trail.host({ plan: null });
    expect(tried()).toEqual([]);
    trail.host(Object.fromEntries(Array.from({ length: 30 }, (_, place) => [`fact ${place}`, place])));
    expect(tried()).toHaveLength(20);
  });

  it('reads the address at the moment of need', () => {
    history.replaceState({}, '', '/later?tab=1');
    document.title = 'Later';
    expect(trail.items()).toContainEqual(
      expect.objectContaining({ kind: 'page', url: expect.stringContaining('/later?tab=[redacted]'), title: 'Later' }),
    );
  });

  it('stays within the contract, however much was tried', () => {
    for (let place = 0; place < 200; place++) {
      now += 60_000;
      trail.search(`search ${place} ${'x'.repeat(300)}`, place);
    }
    trail.host(
      Object.fromEntries(Array.from({ length: 30 }, (_, place) => [`${place}`.padEnd(90, 'n'), 'v'.repeat(600)])),
    );
    const items = trail.items();
    expect(pageContext.safeParse(items).error).toBeUndefined();
    expect(items).toHaveLength(80);
    expect(new Set(items.map(({ id }) => id)).size).toBe(80);
  });

  it('survives a reload of the page', async () => {
    trail.search('export', 4);
    trail.open('article:a', 'A');
    now += 8_000;
    show('hidden');
    await vi.waitFor(async () => expect(JSON.stringify(await storage.get('trail'))).toContain('"seconds":8'));
    const later = await start();
    later.search('import', 2);
    expect(tried(later)).toMatchObject([
      { query: 'export' },
      { document: 'article:a', seconds: 8 },
      { query: 'import' },
    ]);
  });

  it('forgets an entry after two hours, also on the device', async () => {
    trail.search('export', 4);
    await vi.waitFor(async () => expect(await storage.get('trail')).toBeDefined());
    now += 2 * 3_600_000;
    expect(tried()).toEqual([]);
    expect(tried(await start())).toEqual([]);
    await vi.waitFor(async () => expect(await storage.get('trail')).toBeUndefined());
  });

  it('leaves out what the person took out, also after a reload, until they put it back', async () => {
    trail.search('export', 4);
    const [search] = tried();
    trail.remove(search?.id ?? '');
    trail.remove('page');
    expect(trail.items().map(({ kind }) => kind)).toEqual(['browser']);
    expect(trail.removed()).toBe(2);
    await vi.waitFor(async () => expect(JSON.stringify(await storage.get('trail'))).toContain('"page"'));
    const later = await start();
    expect(later.items().map(({ kind }) => kind)).toEqual(['browser']);
    later.restore();
    expect(later.items().map(({ kind }) => kind)).toEqual(['search', 'page', 'browser']);
  });

  it('forgets what was tried once it is sent, and the host with logout', async () => {
    trail.search('export', 4);
    trail.host({ plan: 'pro' });
    trail.sent();
    expect(tried()).toMatchObject([{ name: 'plan' }]);
    trail.clear();
    expect(tried()).toEqual([]);
    await vi.waitFor(async () => expect(await storage.get('trail')).toBeUndefined());
  });

  it('takes what happens before its code is there', async () => {
    const early = createTrail({ storage, now: () => now });
    const heard = vi.fn();
    const end = early.on(heard);
    early.search('early', 1);
    expect(early.items()).toEqual([]);
    await early.ready();
    expect(tried(early)).toMatchObject([{ query: 'early' }]);
    expect(heard).toHaveBeenCalled();
    heard.mockClear();
    end();
    early.search('other', 1);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('browserName', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'Chrome 156, Linux',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0',
      'Edge 156, Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
      'Safari 26.0, iOS',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox 150, macOS'],
    [
      'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
      'Chrome 156, Android',
    ],
    ['curl/8.0', 'curl/8.0'],
  ])('makes of %s: %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
