import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundle, serve } from '../support/bundle.ts';
import { launchChromium } from '../support/chromium.ts';
import { createFakeApi, type FakeApi } from '../support/fake-api.ts';
import type * as Resume from '../support/resume-page.ts';

declare global {
  interface Window {
    widget: typeof Resume;
    unread: number[];
    replies: { reference: string; unread: number }[];
    stop: () => void;
  }
}

const html = `<!doctype html><title>Host</title>
<script type="module">import * as widget from '/widget.js'; window.widget = widget;</script>`;

let server: Server;
let browser: Browser;
let origin = '';
let api: FakeApi;

beforeAll(async () => {
  const entry = fileURLToPath(new URL('../support/resume-page.ts', import.meta.url));
  ({ origin, server } = await serve({ '/': html, '/widget.js': await bundle(entry) }));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await new Promise((done) => server?.close(done));
});
beforeEach(() => {
  api = createFakeApi(() => Date.now());
});

/** A page whose `/api` is the remembered one. */
const openPage = async (): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const headers = request.headers();
    const { pathname } = new URL(request.url());
    const answer = await api.send(pathname, {
      method: request.method() === 'GET' ? 'GET' : 'POST',
      body: request.postDataJSON() ?? undefined,
      ...(headers['idempotency-key'] ? { key: headers['idempotency-key'] } : {}),
      ...(headers['authorization'] ? { capability: headers['authorization'].replace('Bearer ', '') } : {}),
    });
    if (answer.ok) return route.fulfill({ status: answer.status, json: answer.body });
    if (answer.kind === 'problem') return route.fulfill({ status: answer.status, json: { code: answer.code } });
    return route.abort();
  });
  await page.goto(origin);
  return page;
};

/** Keeps a message as the panel would, without anything that sends it. */
const leave = (page: Page, message: string) =>
  page.evaluate(async (text) => {
    const { createApi, createOutbox, openStorage } = window.widget;
    const outbox = createOutbox({
      storage: openStorage('auto'),
      api: createApi({ origin: location.origin, fetch, now: Date.now }),
      now: Date.now,
      random: Math.random,
      exclusive: (work) => work(),
    });
    await outbox.addTicket({ topic: 'other', message: text, context: [], locale: 'en' });
  }, message);

const carryOn = (page: Page) =>
  page.evaluate(() => {
    window.unread = [];
    window.replies = [];
    window.stop = window.widget.resume({
      api: location.origin,
      storage: 'auto',
      onUnread: (count) => window.unread.push(count),
      onReply: (reply) => window.replies.push(reply),
    });
  });
const flag = (page: Page) => page.evaluate(() => localStorage.getItem('tierzero'));

describe('the resume chunk', () => {
  it('sends what an earlier page left, exactly once, though two tabs carry on', async () => {
    const page = await openPage();
    await leave(page, 'Left behind');
    expect(await flag(page)).toBe('1');
    await page.reload();
    const other = await page.context().newPage();
    await other.route('**/api/**', (route) => route.abort());
    await other.goto(origin);
    await Promise.all([carryOn(page), carryOn(other)]);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => api.taken).toEqual(['Left behind']);
    await expect.poll(() => page.evaluate(() => window.widget.openStorage('auto').entries('outbox/'))).toEqual([]);
    expect(api.taken).toEqual(['Left behind']);
  });

  it('counts unread replies and tells of a new one', async () => {
    const page = await openPage();
    await leave(page, 'Question');
    await carryOn(page);
    await expect.poll(() => api.taken).toEqual(['Question']);
    api.reply('TZ-000001', 'Answer', 'Mara');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => page.evaluate(() => window.unread.at(-1))).toBe(1);
    expect(await page.evaluate(() => window.replies)).toEqual([{ reference: 'TZ-000001', unread: 1 }]);
  });

  it('stops when the panel takes over', async () => {
    const page = await openPage();
    await carryOn(page);
    await page.evaluate(() => window.stop());
    await leave(page, 'For the panel');
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    expect(api.calls).toEqual([]);
  });

  it('lowers the flag when nothing is left, so that the next page does not load it', async () => {
    const page = await openPage();
    await page.evaluate(() => localStorage.setItem('tierzero', '1'));
    await carryOn(page);
    await expect.poll(() => flag(page)).toBeNull();
  });
});
