import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { bundle, serve } from '../../support/bundle.ts';
import { percentile } from '../index/percentile.ts';

export interface Opening {
  /** From the bytes to the first search: in pages that have run none of it before, and again in the same page. */
  parseMilliseconds: { first: number; again: number };
  /** What an open index adds to a page after a collection, MB of 1,000,000 bytes. */
  heapMegabytes: { objects: number; buffers: number };
}

const pages = 5;
const times = 5;

/** Opens the index some times, keeps the last one and answers how long each took. */
const openIn = (page: Page, rounds: number): Promise<number[]> =>
  page.evaluate(`(async () => {
    const { openIndex, createEngine } = await import('/open.js');
    const bytes = new Uint8Array(await (await fetch('/index')).arrayBuffer());
    const taken = [];
    for (let round = 0; round < ${rounds}; round++) {
      const fresh = bytes.slice();
      const start = performance.now();
      const opened = openIndex(fresh);
      if (!opened.ok) throw new Error(opened.reason);
      window.kept = createEngine(opened.index);
      taken.push(performance.now() - start);
    }
    return taken;
  })()`);

interface HeapUsage {
  usedSize: number;
  backingStorageSize?: number;
}

async function heapOf(session: CDPSession): Promise<{ objects: number; buffers: number }> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const usage: HeapUsage = await session.send('Runtime.getHeapUsage');
  return { objects: usage.usedSize / 1e6, buffers: (usage.backingStorageSize ?? 0) / 1e6 };
}

/** Opens an index in throttled pages of their own. */
export async function measureOpening(
  browser: Browser,
  index: Uint8Array<ArrayBuffer>,
  throttle: number,
): Promise<Opening> {
  const code = await bundle(fileURLToPath(new URL('open-index.ts', import.meta.url)));
  const { origin, server } = await serve({ '/': '<!doctype html><title>Open</title>', '/open.js': code });
  const first: number[] = [];
  const again: number[] = [];
  const heap: Opening['heapMegabytes'][] = [];
  for (let number = 0; number < pages; number++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/index', (route) => route.fulfill({ body: Buffer.from(index) }));
    await page.goto(origin);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await page.evaluate(`import('/open.js').then(() => undefined)`);
    const before = await heapOf(session);
    const [cold = 0] = await openIn(page, 1);
    const after = await heapOf(session);
    first.push(cold);
    again.push(...(await openIn(page, times)));
    heap.push({ objects: after.objects - before.objects, buffers: after.buffers - before.buffers });
    await context.close();
  }
  server.close();
  const middle = (values: readonly number[]) => Number(percentile(values, 0.5).toFixed(2));
  return {
    parseMilliseconds: { first: middle(first), again: middle(again) },
    heapMegabytes: {
      objects: middle(heap.map(({ objects }) => objects)),
      buffers: middle(heap.map(({ buffers }) => buffers)),
    },
  };
}
