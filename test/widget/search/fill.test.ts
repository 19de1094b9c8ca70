import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Content } from '../../../widget/search/content.ts';
import type { KeptFiles } from '../../../widget/search/kept-files.ts';
import { createKnowledge } from '../../../widget/search/knowledge.ts';
import type { LastGood } from '../../../widget/search/last-good.ts';
import { findRecord, isWhole, rangeOfRecords, retryFill } from '../../../widget/search/records.ts';
import { base } from '../fixture.ts';
import { type Files, idOf, publishLarge, titleWords } from './large.ts';

const isFile = (path: string): boolean => /^tz\/en-(?:part|records)-/.test(path);

/** A network whose answers wait until they are let through. */
const network = (files: Files) => {
  const waiting: { path: string; cache: string | undefined; go: () => void }[] = [];
  const asked: string[] = [];
  const net = {
    files,
    asked,
    waiting,
    held: false,
    most: 0,
    fetch: async (url: string, init: RequestInit = {}): Promise<Response> => {
      const path = url.replace(base, '');
      asked.push(path);
      if (net.held && isFile(path)) {
        await new Promise<void>((go) => {
          waiting.push({ path, cache: init.cache, go });
          net.most = Math.max(net.most, waiting.length);
        });
      }
      const body = net.files.get(path);
      return body === undefined ? new Response('gone', { status: 404 }) : new Response(body);
    },
    /** Lets through what waits now. */
    go: () => {
      for (const { go } of waiting.splice(0)) go();
    },
  };
  return net;
};

const nothing: LastGood = { read: async () => undefined, write: async () => {} };

const setUp = async (lastGood = nothing, files = publishLarge()) => {
  const net = network(files);
  vi.stubGlobal('fetch', net.fetch);
  const knowledge = createKnowledge({
    base,
    manifest: Promise.resolve(JSON.parse(String(files.get('tierzero.json')))),
    lastGood,
  });
  await knowledge.load(['en']);
  ends.push(async () => (await content().fill.bring()).end());
  const content = (): Content => {
    const known = knowledge.state.get();
    if (known.status !== 'ready') throw new Error(known.status);
    return known.content;
  };
  /** As the view does: searches, fetches what is missing, and again when there is more. */
  const searching = (words: string) => {
    const answers: ReturnType<Content['engine']['search']>[] = [];
    const ask = () => {
      const answer = content().engine.search(words, 20);
      answers.push(answer);
      content().fill.want(answer.missing ?? [], words);
    };
    const end = knowledge.state.on(ask);
    ask();
    return { end, answers, last: () => answers.at(-1) };
  };
  return { net, knowledge, content, searching };
};
const settled = async (search: { last: () => { missing?: string[] } | undefined }) =>
  vi.waitFor(() => expect(search.last()?.missing).toBeUndefined());

const [first = '', second = ''] = [titleWords[0], titleWords[41]];

beforeEach(() => {
  // A reader who saves data: only what is wanted is fetched.
  vi.stubGlobal('navigator', { connection: { saveData: true } });
  vi.stubGlobal('addEventListener', listeners.addEventListener.bind(listeners));
  vi.stubGlobal('removeEventListener', listeners.removeEventListener.bind(listeners));
});
const listeners = new EventTarget();
/** Ends what would go on fetching at its leisure. */
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const end of ends.splice(0)) await end();
  vi.unstubAllGlobals();
});

describe('what an answer lacks', () => {
  it('is fetched, each file once, four at a time, until nothing is missing', async () => {
    const { net, searching } = await setUp();
    net.held = true;
    const search = searching(`${first} ${second}`);
    await vi.waitFor(() => {
      net.go();
      expect(search.last()?.missing).toBeUndefined();
    });
    expect(search.last()?.results.length).toBeGreaterThan(0);
    const asked = net.asked.filter(isFile);
    expect(asked.length).toBeGreaterThan(4);
    expect(new Set(asked).size).toBe(asked.length);
    expect(net.most).toBeLessThanOrEqual(4);
  });
  it('is told of once for all files, not at each', async () => {
    const { net, searching } = await setUp();
    const search = searching(first);
    await settled(search);
    expect(search.answers.length).toBeLessThan(net.asked.filter(isFile).length);
  });
  it('is let go when the newest words do not want it', async () => {
    const { net, content } = await setUp();
    const { missing } = content().engine.files;
    net.held = true;
    content().fill.want(missing().slice(0, 10), first);
    await vi.waitFor(() => expect(net.waiting).toHaveLength(4));
    const [newest = ''] = missing().slice(-1);
    content().fill.want([newest], first);
    await Promise.resolve();
    net.held = false;
    net.go();
    await vi.waitFor(() => expect(missing()).not.toContain(newest));
    expect(net.asked.filter(isFile)).toHaveLength(5);
  });
  it('waits for a pause in typing, but for what finished words need', async () => {
    const { net, content } = await setUp();
    await content().fill.bring();
    net.held = true;
    vi.useFakeTimers();
    const ask = (words: string) => content().fill.want(content().engine.search(words, 20).missing ?? [], words);
    const asked = () => net.asked.filter(isFile);
    ask(first.slice(0, 3));
    await vi.advanceTimersByTimeAsync(149);
    expect(asked()).toEqual([]);
    ask(`${first} ${second.slice(0, 3)}`);
    await vi.advanceTimersByTimeAsync(149);
    const finished = content().engine.search(`${first} `, 20, { hurried: true }).missing ?? [];
    expect(asked().length).toBeGreaterThan(0);
    expect(finished).toEqual(expect.arrayContaining(asked()));
    const before = asked().length;
    net.held = false;
    net.go();
    await vi.advanceTimersByTimeAsync(1);
    expect(asked().length).toBeGreaterThan(before);
    vi.useRealTimers();
  });
  it('is shown in part when a file takes long', async () => {
    const { net, content, searching } = await setUp();
    const [slow] = content().engine.search(first, 20).missing ?? [];
    const through = net.fetch;
    let go = () => {};
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (url.endsWith(String(slow)))
        await new Promise<void>((resolve) => {
          go = resolve;
        });
      return through(url, init);
    });
    const search = searching(`${first} ${second}`);
    await vi.waitFor(() => expect(search.last()?.results.length ?? 0).toBeGreaterThanOrEqual(0));
    await vi.waitFor(() => expect(search.answers.length).toBeGreaterThan(1), { timeout: 3_000 });
    expect(search.last()?.missing).toContain(slow);
    go();
    await settled(search);
  });
});

describe('a file that cannot be had', () => {
  it('is fetched past every cache when it is damaged, and heals unseen', async () => {
    const { net, content, searching } = await setUp();
    const [part = ''] = content().engine.search(first, 20).missing ?? [];
    const through = net.fetch;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
      url.endsWith(part) && init.cache !== 'reload' ? new Response('a page of a hotel') : through(url, init),
    );
    const search = searching(first);
    await settled(search);
    expect(search.last()?.partial).toBeUndefined();
    expect(search.last()?.results.length).toBeGreaterThan(0);
  });
  it('costs its part of the answer; the help center is asked once, and a retry heals', async () => {
    const { net, content, searching } = await setUp();
    const [part = ''] = content().engine.search(first, 20).missing ?? [];
    const bytes = net.files.get(part);
    net.files.delete(part);
    const search = searching(`${first} ${second}`);
    await vi.waitFor(() => expect(search.last()?.partial).toBe(true));
    await settled(search);
    expect(net.asked.filter((path) => path === 'tierzero.json')).toHaveLength(1);
    expect(net.asked.filter((path) => path === part)).toHaveLength(1);
    if (bytes) net.files.set(part, bytes);
    retryFill(content());
    await vi.waitFor(() => {
      expect(search.last()?.partial).toBeUndefined();
      expect(search.last()?.missing).toBeUndefined();
    });
    expect(search.last()?.results.length).toBeGreaterThan(0);
  });
  it('is asked for again when the browser is online again', async () => {
    const { net, searching } = await setUp();
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('offline')));
    const search = searching(first);
    await vi.waitFor(() => expect(search.last()?.partial).toBe(true));
    vi.stubGlobal('fetch', net.fetch);
    listeners.dispatchEvent(new Event('online'));
    await vi.waitFor(() => {
      expect(search.last()?.partial).toBeUndefined();
      expect(search.last()?.results.length).toBeGreaterThan(0);
    });
  });
  it('is asked for again after a while, and each time later as long as it does not come', async () => {
    const { net, searching } = await setUp();
    let failures = 0;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (!isFile(url.replace(base, ''))) return net.fetch(url, init);
      failures++;
      return new Response('busy', { status: 503 });
    });
    vi.useFakeTimers();
    const search = searching(first);
    await vi.waitFor(() => expect(search.last()?.partial).toBe(true));
    const once = failures;
    await vi.advanceTimersByTimeAsync(4_900);
    expect(failures).toBe(once);
    await vi.advanceTimersByTimeAsync(200);
    expect(failures).toBe(2 * once);
    await vi.advanceTimersByTimeAsync(9_000);
    expect(failures).toBe(2 * once);
    vi.stubGlobal('fetch', net.fetch);
    await vi.advanceTimersByTimeAsync(1_500);
    await vi.waitFor(() => {
      expect(search.last()?.partial).toBeUndefined();
      expect(search.last()?.results.length).toBeGreaterThan(0);
    });
  });
  it('comes for the rows below the first ones once nobody types', async () => {
    const { net, content, searching } = await setUp();
    vi.useFakeTimers();
    const search = searching(`${first} `);
    await vi.waitFor(() => expect(search.last()?.missing).toBeUndefined());
    const shown = search.last()?.results.length ?? 0;
    const asked = net.asked.length;
    expect(shown).toBeLessThan(Math.min(20, search.last()?.count ?? 0));
    await vi.advanceTimersByTimeAsync(500);
    expect(net.asked).toHaveLength(asked);
    await vi.advanceTimersByTimeAsync(200);
    await vi.waitFor(() => expect(content().engine.search(`${first} `, 20).results.length).toBe(20));
    expect(net.asked.length).toBeGreaterThan(asked);
  });
  it('leads to the new index after a deploy', async () => {
    const { net, content, searching } = await setUp();
    const before = content();
    net.files = publishLarge('next');
    const search = searching(first);
    await vi.waitFor(() => expect(content().index).toBe('tz/en-search-next.txt'));
    await settled(search);
    expect(search.last()?.partial).toBeUndefined();
    expect(search.last()?.results.length).toBeGreaterThan(0);
    expect(content().engine).not.toBe(before.engine);
  });
});

describe('a document of a large help center', () => {
  it('is found by its id and by a former one', async () => {
    const { content } = await setUp();
    expect(content().record(idOf(700))).toBeUndefined();
    expect((await findRecord(content(), [idOf(700)]))?.id).toBe(idOf(700));
    expect(content().record(idOf(700))?.id).toBe(idOf(700));
    expect((await findRecord(content(), ['article:former']))?.id).toBe('article:large-5');
    expect(await findRecord(content(), ['article:nobody-wrote-this'])).toBeUndefined();
  });
  it('is neither there nor not there while its file is out of reach', async () => {
    const { net, content } = await setUp();
    const online = net.files;
    net.files = new Map();
    await expect(findRecord(content(), [idOf(700)])).rejects.toThrow('out of reach');
    await expect(findRecord(content(), [idOf(700)])).rejects.toThrow('out of reach');
    net.files = online;
    expect((await findRecord(content(), [idOf(700)]))?.id).toBe(idOf(700));
  });
  it('comes with those beside it in a range', async () => {
    const { content } = await setUp();
    const records = await rangeOfRecords(content(), 100, 30);
    expect(records.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, at) => idOf(100 + at)));
  });
});

describe('what was fetched', () => {
  const keeping = () => {
    const kept = new Map<string, Uint8Array<ArrayBuffer>>();
    const retained: ReadonlySet<string>[] = [];
    const files: KeptFiles = {
      read: async (file) => kept.get(file),
      async write(file, bytes) {
        kept.set(file, bytes);
      },
      async retain(_, own) {
        retained.push(own);
        for (const file of kept.keys()) if (!own.has(file)) kept.delete(file);
      },
    };
    return { kept, retained, lastGood: { ...nothing, files: async () => files } };
  };
  it('is kept, and read from there without a network', async () => {
    const { kept, lastGood } = keeping();
    const before = await setUp(lastGood);
    await settled(before.searching(first));
    await vi.waitFor(() => expect(kept.size).toBe(before.net.asked.filter(isFile).length));
    const { net, searching } = await setUp(lastGood);
    for (const path of [...net.files.keys()].filter(isFile)) net.files.delete(path);
    const search = searching(first);
    await settled(search);
    expect(search.last()?.partial).toBeUndefined();
    expect(search.last()?.results.length).toBeGreaterThan(0);
    expect(net.asked.filter(isFile)).toEqual([]);
  });
  it('gives way to the network when the kept copy is damaged', async () => {
    const { kept, lastGood } = keeping();
    const { content, net, searching } = await setUp(lastGood);
    const [part = ''] = content().engine.search(first, 20).missing ?? [];
    kept.set(part, Uint8Array.from([1, 2, 3]));
    const search = searching(first);
    await settled(search);
    expect(search.last()?.partial).toBeUndefined();
    expect(net.asked).toContain(part);
  });
  it('goes when another index has taken the place of its own', async () => {
    const { kept, lastGood } = keeping();
    await settled((await setUp(lastGood)).searching(first));
    const former = [...kept.keys()];
    expect(former.length).toBeGreaterThan(0);
    await settled((await setUp(lastGood, publishLarge('next'))).searching(first));
    await vi.waitFor(() => expect(kept.size).toBeGreaterThan(0));
    expect(former.filter((file) => kept.has(file))).toEqual([]);
  });
});

describe('a small help center', () => {
  it('never asks for the code that fills', async () => {
    vi.doMock('../../../widget/search/fill.ts', () => {
      throw new Error('nobody needs it');
    });
    const { publish, serve } = await import('../fixture.ts');
    const files = publish();
    const { fetch } = serve(files);
    vi.stubGlobal('fetch', fetch);
    const knowledge = createKnowledge({
      base,
      manifest: Promise.resolve(JSON.parse(String(files.get('tierzero.json')))),
      lastGood: nothing,
    });
    await knowledge.load(['en']);
    const known = knowledge.state.get();
    if (known.status !== 'ready') throw new Error(known.status);
    expect(isWhole(known.content)).toBe(true);
    known.content.fill.want([], 'cookies');
    expect((await findRecord(known.content, ['article:install-the-widget']))?.id).toBe('article:embed-the-widget');
    expect(await findRecord(known.content, ['article:constructor'])).toBeUndefined();
    vi.doUnmock('../../../widget/search/fill.ts');
  });
});
