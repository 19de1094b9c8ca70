import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, DeviceStorage } from '../../widget/client/storage.ts';
import { storageConformance } from '../conformance/storage.ts';
import { bundle, serve } from '../support/bundle.ts';
import { launchChromium } from '../support/chromium.ts';

declare global {
  interface Window {
    storage: DeviceStorage;
  }
}

const html = `<!doctype html><title>Storage</title>
<script type="module">import { openDevice } from '/device.js'; window.storage = openDevice();</script>`;

let server: Server;
let browser: Browser;
let origin = '';

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../../widget/client/device.ts', import.meta.url));
  ({ origin, server } = await serve({ '/': html, '/device.js': await bundle(entry) }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await new Promise((done) => server?.close(done));
});

/** A storage that lives in the page. Functions do not cross, so a word stands for them on the way. */
const remote = (page: Page): DeviceStorage => ({
  persistent: true,
  get: (key) => page.evaluate((name) => window.storage.get(name), key),
  entries: (prefix) => page.evaluate((start) => window.storage.entries(start), prefix),
  set: (key, value) => page.evaluate(([name, given]) => window.storage.set(name, given), [key, value] as const),
  delete: (key) => page.evaluate((name) => window.storage.delete(name), key),
  commit(change: Change) {
    const set = (change.set ?? []).map(([key, value]): [string, unknown] => [
      key,
      typeof value === 'function' ? '<function>' : value,
    ]);
    return page.evaluate(
      (given) =>
        window.storage.commit({
          ...given,
          set: given.set.map(([key, value]) => [key, value === '<function>' ? () => {} : value]),
        }),
      { ...change, set },
    );
  },
  clear: () => page.evaluate(() => window.storage.clear()),
});

/** A page of its own profile with an opened storage. */
const openPage = async (prepare?: (page: Page) => Promise<unknown>): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await prepare?.(page);
  await page.goto(origin);
  return page;
};

let shared: Page | undefined;
storageConformance('IndexedDB in Chromium', async () => {
  shared ??= await openPage();
  await remote(shared).clear();
  return remote(shared);
});

describe('IndexedDB in Chromium', () => {
  const persistent = (page: Page) => page.evaluate(() => window.storage.persistent);

  it('keeps what was written through a reload', async () => {
    const page = await openPage();
    await remote(page).set('outbox/1', { text: 'kept' });
    await page.reload();
    expect(await remote(page).get('outbox/1')).toEqual({ text: 'kept' });
  });

  it('raises the flag for the loader with the first thing to resume, and lowers it with a wipe', async () => {
    const page = await openPage();
    const flag = () => page.evaluate(() => localStorage.getItem('tierzero'));
    await remote(page).set('trail', {});
    expect(await flag()).toBeNull();
    await remote(page).set('outbox/1', {});
    expect(await flag()).toBe('1');
    await remote(page).clear();
    expect(await flag()).toBeNull();
  });

  it('opens a new connection when another one deletes the database', async () => {
    const page = await openPage();
    await remote(page).set('a', 1);
    await page.evaluate(
      () =>
        new Promise<void>((done, fail) => {
          const request = indexedDB.deleteDatabase('tierzero');
          request.onsuccess = () => done();
          request.onerror = () => fail(request.error);
        }),
    );
    expect(await remote(page).get('a')).toBeUndefined();
    await remote(page).set('a', 2);
    expect(await remote(page).get('a')).toBe(2);
    expect(await persistent(page)).toBe(true);
  });

  it('replaces a connection that broke under it', async () => {
    const page = await openPage((fresh) =>
      fresh.addInitScript(() => {
        const { transaction } = IDBDatabase.prototype;
        let broken = 0;
        IDBDatabase.prototype.transaction = function (...args: Parameters<typeof transaction>) {
          broken += 1;
          if (broken === 2) this.close();
          return transaction.apply(this, args);
        };
      }),
    );
    await remote(page).set('a', 1);
    expect(await remote(page).get('a')).toBe(1);
    expect(await persistent(page)).toBe(true);
  });

  it('goes on in memory where the device refuses to open', async () => {
    const page = await openPage((fresh) =>
      fresh.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('denied', 'SecurityError');
        };
      }),
    );
    await remote(page).set('outbox/1', 'kept');
    expect(await remote(page).get('outbox/1')).toBe('kept');
    expect(await persistent(page)).toBe(false);
    expect(await page.evaluate(() => localStorage.getItem('tierzero'))).toBeNull();
  });

  it('goes on in memory with what is there when the disk is full', async () => {
    const page = await openPage();
    await remote(page).set('outbox/1', 'before');
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await remote(page).set('outbox/2', 'after');
    expect(await remote(page).entries('outbox/')).toEqual([
      ['outbox/1', 'before'],
      ['outbox/2', 'after'],
    ]);
    expect(await persistent(page)).toBe(false);
  });
});
