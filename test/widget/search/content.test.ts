import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadContent, pickLocale } from '../../../widget/search/content.ts';
import { createKnowledge } from '../../../widget/search/knowledge.ts';
import type { LastGood } from '../../../widget/search/last-good.ts';
import { isManifest } from '../../../widget/search/manifest.ts';
import { base, publish, serve } from '../fixture.ts';

const nothing: LastGood = { read: async () => undefined, write: async () => {} };

const setUp = (files = publish()) => {
  const { fetch, asked } = serve(files);
  vi.stubGlobal('fetch', fetch);
  const manifest: unknown = JSON.parse(String(files.get('tierzero.json') ?? publish().get('tierzero.json')));
  if (!isManifest(manifest)) throw new Error('the fixture has no manifest');
  return { asked, manifest, files };
};
/** A store in memory in the shape of the real one. */
const remembering = () => {
  const kept = new Map<string, Uint8Array<ArrayBuffer> | string>();
  const lastGood: LastGood = {
    read: async (name) => (kept.has(name) ? new Response(kept.get(name) ?? '') : undefined),
    write: async (name, body) => void kept.set(name, body),
  };
  return { kept, lastGood };
};

afterEach(() => vi.unstubAllGlobals());

describe('locale', () => {
  it('is the tag, else the language, else the first there is', () => {
    expect(pickLocale(['de-AT', 'en'], ['en', 'de'])).toBe('de');
    expect(pickLocale(['pt-BR'], ['en', 'pt-BR', 'pt'])).toBe('pt-BR');
    expect(pickLocale(['fr'], ['en', 'de'])).toBe('en');
  });
});

describe('content', () => {
  it('searches what was published', async () => {
    const { manifest } = setUp();
    const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood: nothing });
    if (!loaded.ok) throw new Error(loaded.reason);
    const { content } = loaded;
    expect(content.engine.search('widget page', 3).results[0]?.record.slug).toBe('embed-the-widget');
    expect(content.record('article:install-the-widget')?.slug).toBe('embed-the-widget');
    expect(content.record('article:constructor')).toBeUndefined();
  });
  it('reads a document alone until the library is there, and from memory after', async () => {
    const { manifest, asked } = setUp();
    const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood: nothing });
    if (!loaded.ok) throw new Error(loaded.reason);
    const { content } = loaded;
    const record = content.record('faq:cookies');
    if (!record) throw new Error('no record');
    expect(Object(await content.document(record)).title).toBe('Does the widget set cookies?');
    expect(asked).toContain('tz/doc-cookies.txt');
    await content.library.load();
    const before = asked.length;
    const other = content.record('article:write-an-article');
    expect(other && Object(await content.document(other)).title).toBe('Write an article');
    expect(asked).toHaveLength(before);
    expect(content.library.passage('article:embed-the-widget', ['languag'])?.text).toContain('language');
  });
  it('fetches a damaged index once more, past every cache', async () => {
    const { files, manifest, asked } = setUp();
    const good = files.get('tz/en-search-1.txt');
    const bad = Uint8Array.from(good instanceof Uint8Array ? good : []);
    bad[40] = (bad[40] ?? 0) ^ 255;
    files.set('tz/en-search-1.txt', bad);
    const heal = globalThis.fetch;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      if (init.cache === 'reload' && good) files.set('tz/en-search-1.txt', good);
      return heal(url, init);
    });
    const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood: nothing });
    expect(loaded.ok).toBe(true);
    expect(asked.filter((path) => path === 'tz/en-search-1.txt')).toHaveLength(2);
  });
  it('goes on with the last good index when the new one is damaged', async () => {
    const { kept, lastGood } = remembering();
    const first = setUp();
    await loadContent({ base, manifest: first.manifest, locales: ['en'], lastGood });
    expect([...kept.keys()]).toEqual(['search-en']);
    const files = publish();
    files.set('tz/en-search-1.txt', 'a page of a hotel');
    const { manifest } = setUp(files);
    const loaded = await loadContent({ base, manifest, locales: ['en'], lastGood });
    expect(loaded.ok && loaded.content.stale).toBe(true);
  });
  it('says why when there is nothing to go on with', async () => {
    const files = publish();
    files.set('tz/en-search-1.txt', 'a page of a hotel');
    const { manifest } = setUp(files);
    expect(await loadContent({ base, manifest, locales: ['en'], lastGood: nothing })).toEqual({
      ok: false,
      reason: 'not a Tierzero file',
    });
  });
});

describe('knowledge', () => {
  it.each([
    ['that is none', async () => undefined],
    ['that cannot be had', () => Promise.reject(new TypeError('offline'))],
  ])('fails with a manifest %s and recovers with one', async (_, ask) => {
    const { files } = setUp();
    const knowledge = createKnowledge({ base, manifest: ask(), lastGood: nothing });
    await knowledge.load(['en']);
    expect(knowledge.state.get().status).toBe('failed');
    expect(files.size).toBeGreaterThan(0);
    await knowledge.retry();
    expect(knowledge.state.get().status).toBe('ready');
  });
  it('keeps what it knows when another language cannot be had', async () => {
    const { manifest, files } = setUp();
    const knowledge = createKnowledge({ base, manifest: Promise.resolve(manifest), lastGood: nothing });
    await knowledge.load(['en']);
    files.clear();
    await knowledge.load(['en']);
    expect(knowledge.state.get().status).toBe('ready');
  });
  it('reads the last good manifest when the network is away', async () => {
    const { manifest } = setUp();
    const { lastGood } = remembering();
    await createKnowledge({ base, manifest: Promise.resolve(manifest), lastGood }).load(['en']);
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')));
    const knowledge = createKnowledge({ base, manifest: Promise.reject(new TypeError('offline')), lastGood });
    await knowledge.load(['en']);
    const known = knowledge.state.get();
    expect(known.status === 'ready' && known.content.stale).toBe(true);
  });
});
