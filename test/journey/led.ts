import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type Case, startGuided } from '../support/guided-app.ts';

/** A page of an application that is led through a walkthrough, by what a person sees of it. */

export const card = (page: Page) => page.locator('.guide-card');
export const ring = (page: Page) => page.locator('.guide-ring');
export const step = (page: Page, words: string) => card(page).getByText(words).waitFor();
export const press = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true }).click();
export const over = (page: Page) => step(page, 'That was the last step.');

/** Around the marked element, on each side. */
const ringPad = 5;

/** In one go, so that it may be drawn anew between two looks: where it is in the page, whatever frames are around it. */
const boxOf = (place: Locator) =>
  place.evaluateAll(([element]) => {
    if (!element?.checkVisibility()) return undefined;
    const { left, top, width, height } = element.getBoundingClientRect();
    const box = { left, top, width, height };
    for (
      let at = element.ownerDocument.defaultView?.frameElement;
      at;
      at = at.ownerDocument.defaultView?.frameElement
    ) {
      const outer = at.getBoundingClientRect();
      box.left += outer.left + at.clientLeft;
      box.top += outer.top + at.clientTop;
    }
    return box;
  });

/** How far the ring is from where it belongs, in whole pixels. */
const ringOff = async (page: Page, element: Locator): Promise<number | string> => {
  const [mark, box] = await Promise.all([boxOf(ring(page)), boxOf(element)]);
  if (!mark || !box) return mark ? 'the element is not there' : 'nothing is marked';
  const sides = [
    mark.left + ringPad - box.left,
    mark.top + ringPad - box.top,
    mark.width - 2 * ringPad - box.width,
    mark.height - 2 * ringPad - box.height,
  ];
  return Math.round(Math.max(...sides.map(Math.abs)));
};

/** The ring comes to lie around this element and no other: also one in a shadow root, or in a frame by its locator. */
export const ringFits = async (page: Page, element: string | Locator): Promise<void> => {
  const target = typeof element === 'string' ? page.locator(element) : element;
  await expect.poll(() => ringOff(page, target), { message: `the ring is off ${target}` }).toBe(0);
};

export interface LedOptions extends BrowserContextOptions {
  /** Changes the page before the walkthrough begins. */
  spoil?: (page: Page) => Promise<unknown>;
  /** Before the page is opened. */
  before?: (page: Page) => Promise<unknown>;
  /** It begins by itself: the page is opened at this address. */
  hash?: string;
  /** What may be complained of. */
  expected?: RegExp;
  /** The clock of the page stands still, and goes on with `later` alone. */
  stopped?: boolean;
}

interface Heard {
  heard: [name: string, what: unknown][];
}

/** Notes in the page what it is told of. */
const hear = () => {
  const heard: Heard['heard'] = [];
  Object.assign(window, { heard });
  for (const name of ['start', 'step', 'complete', 'abort', 'blocked'])
    document.addEventListener(`tierzero:walkthrough-${name}`, (event) => {
      const { reason, step: at } = (event as CustomEvent).detail;
      heard.push([name, reason ?? at]);
    });
};

const began = new Date('2026-11-26T12:00:00Z').getTime();

export const startLed = async (cases: readonly Case[] = []) => {
  const [browser, site] = await Promise.all([launchChromium(), startGuided('', cases)]);
  return {
    site,
    /** Opens the application and begins. */
    async lead(slug: string, { spoil, before, stopped, hash, expected, ...options }: LedOptions = {}) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.addInitScript(hear);
      if (stopped) await page.clock.setFixedTime(began);
      await before?.(page);
      await page.goto(site.url + (cases.some((one) => one.slug === slug) ? slug : '') + (hash ?? ''));
      await page.waitForFunction(() => 'tierzero' in window);
      await spoil?.(page);
      if (hash === undefined) await page.evaluate((name) => void window.tierzero?.('walkthrough', name), slug);
      await card(page).waitFor();
      return {
        page,
        /** What the page was told of since it was loaded. */
        heard: () => page.evaluate(() => (window as unknown as Heard).heard),
        /** So many seconds after the walkthrough began. */
        later: (seconds: number) => page.clock.setFixedTime(began + seconds * 1_000),
        /** Nothing was complained of: no error, and nothing that the page's policy stopped. */
        async close() {
          await context.close();
          expect(complaints.filter((words) => !expected?.test(words))).toEqual([]);
        },
      };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
};
