import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelOf, referenceIn } from './panel.ts';
import { hostPage, type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const strict = (origin: string): string =>
  `default-src 'none'; script-src ${origin}; connect-src ${origin}; require-trusted-types-for 'script'; trusted-types 'none'`;

describe('a page of another origin under a strict policy', () => {
  it('has search, reading and a person without one violation', async () => {
    const host = await hostPage(system.url, strict);
    const { page, complaints } = await system.visitor();
    await page.goto(host.url);
    const panel = panelOf(page);
    await panel.open();
    await panel.field.fill('offline');
    await panel.options.first().waitFor();
    await panel.field.press('Enter');
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    await panel.contact();
    await panel.ask('Sent from a page that allows two things only.');
    expect(await referenceIn(panel.dialog)).toMatch(/^TZ-/);
    expect(complaints).toEqual([]);
    await host.close();
  });

  it('has the panel again after it drew its whole document anew, though it never said a verb', async () => {
    const host = await hostPage(system.url, strict);
    const { page } = await system.visitor();
    await page.goto(host.url);
    const panel = panelOf(page);
    await panel.open();
    const drawAnew = () =>
      page.evaluate(async () => {
        const widget = document.querySelector('tierzero-root');
        widget?.remove();
        await new Promise(requestAnimationFrame);
        const isBack = widget?.isConnected;
        // Its code is still on the way: once more.
        if (widget && !isBack) document.documentElement.append(widget);
        return isBack;
      });
    // The code that looks after the page comes after the panel.
    await expect.poll(drawAnew, { timeout: 20_000 }).toBe(true);
    await panel.field.waitFor();
    await panel.field.fill('offline');
    await panel.options.first().waitFor();
    await host.close();
  });

  it('stores nothing before the panel is opened', async () => {
    const host = await hostPage(system.url, strict);
    const { page, context } = await system.visitor();
    await page.goto(host.url);
    await page.getByRole('button', { name: 'Help', exact: true }).hover();
    await page.waitForLoadState('networkidle');
    expect(await stored(page)).toEqual(nothing);
    expect(await context.cookies()).toEqual([]);
    await host.close();
  });

  it('stores nothing at all where the tag says so, and sends all the same', async () => {
    const host = await hostPage(system.url, strict, 'data-storage="none"');
    const { page } = await system.visitor();
    await page.goto(host.url);
    const panel = panelOf(page);
    await panel.open();
    await panel.contact();
    await panel.ask('Kept in memory only.');
    expect(await referenceIn(panel.dialog)).toMatch(/^TZ-/);
    expect(await stored(page)).toEqual(nothing);
    await host.close();
  });

  it('is wiped by logout', async () => {
    const host = await hostPage(system.url);
    const { page } = await system.visitor();
    await page.goto(host.url);
    const panel = panelOf(page);
    await panel.open();
    await panel.contact();
    await panel.ask('Gone after logout.');
    await referenceIn(panel.dialog);
    expect((await stored(page)).databases).not.toEqual([]);
    await page.evaluate(() => window.tierzero?.('logout'));
    await expect.poll(() => kept(page)).toEqual([]);
    expect((await stored(page)).keys).toBe(0);
    await host.close();
  });
});

const nothing = { keys: 0, databases: [], caches: [] };

/** Every value in every database of the page's origin. */
const kept = (page: Page): Promise<unknown[]> =>
  page.evaluate(async () => {
    const all: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => {
          request.onsuccess = resolve;
        });
        all.push(...request.result);
      }
      database.close();
    }
    return all;
  });

const stored = (page: Page) =>
  page.evaluate(async () => ({
    keys: localStorage.length + sessionStorage.length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: 'caches' in window ? await caches.keys() : [],
  }));
