import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { startGuided } from '../support/guided-app.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof startGuided>>;
beforeAll(async () => {
  browser = await launchChromium();
  site = await startGuided();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const card = (page: Page) => page.locator('.guide-card');
const ring = (page: Page) => page.locator('.guide-ring');
const press = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true }).click();
const gone = (page: Page) => card(page).waitFor({ state: 'detached' });

/** Begins in a page of the application that `prepare` has made another one. */
const lead = async (slug: string, prepare: () => void) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.waitForFunction(() => 'tierzero' in window);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('tierzero:walkthrough-blocked', (event) =>
      heard.push((event as CustomEvent).detail.reason),
    );
  });
  await page.evaluate(prepare);
  await page.evaluate((name) => void window.tierzero?.('walkthrough', name), slug);
  await card(page).waitFor();
  const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  return { page, heard, close: () => context.close() };
};

describe('a guide in a page with parts that stay where they are', () => {
  it('brings an element out from under a bar at the edge, before it says that something lies over it', async () => {
    const { page, heard, close } = await lead('two-steps', () => {
      const bar = document.createElement('header');
      bar.style.cssText = 'position:sticky;top:0;height:120px;background:#ccc';
      const space = document.createElement('div');
      space.style.height = '600px';
      document.body.prepend(bar, space);
      const { top } = document.querySelector('#new')!.getBoundingClientRect();
      scrollTo(0, top - 40);
    });
    await ring(page).waitFor();
    await page.waitForFunction(() => document.querySelector('#new')!.getBoundingClientRect().top > 120);
    expect(await heard()).toEqual([]);
    await close();
  });

  it('brings an element into view that is there in part', async () => {
    const { page, close } = await lead('two-steps', () => {
      const button = document.querySelector<HTMLElement>('#new')!;
      const space = document.createElement('div');
      space.style.height = `${innerHeight - button.getBoundingClientRect().top - button.offsetHeight / 2}px`;
      document.body.prepend(space);
    });
    await page.waitForFunction(() => document.querySelector('#new')!.getBoundingClientRect().bottom < innerHeight);
    await close();
  });
});

describe('a guide beside a person who does something else', () => {
  it('does not take the focus from somebody who types', async () => {
    const { page, close } = await lead('two-steps', () => {
      const text = document.createElement('textarea');
      document.body.prepend(text);
      const button = document.querySelector('#new')!;
      const place = button.parentElement!;
      button.remove();
      Object.assign(window, { bring: () => place.append(button) });
    });
    await page.locator('textarea').click();
    await page.keyboard.type('I am writ');
    await page.evaluate(() => (window as unknown as { bring: () => void }).bring());
    await ring(page).waitFor();
    await page.keyboard.type('ing here');
    expect(await page.locator('textarea').inputValue()).toBe('I am writing here');
    await close();
  });

  it('goes on by a key that the page’s own button hears', async () => {
    const { page, close } = await lead('new-order', () => {
      const own = document.createElement('div');
      own.tabIndex = 0;
      own.setAttribute('role', 'button');
      own.dataset['tierzeroAnchor'] = 'order.new';
      own.textContent = 'New order';
      own.addEventListener('keydown', (event) => event.preventDefault());
      document.querySelector('#new')!.replaceWith(own);
    });
    await ring(page).waitFor();
    await page.keyboard.press('Enter');
    await card(page).getByText('Step 2 of 5').waitFor();
    await close();
  });
});

describe('Escape', () => {
  it('leaves from within a frame', async () => {
    const { page, close } = await lead('two-steps', () => {
      document.querySelector('#new')!.remove();
      const frame = document.createElement('iframe');
      frame.src = '/frame';
      document.body.prepend(frame);
    });
    await ring(page).waitFor();
    await page.frameLocator('iframe').getByRole('button').focus();
    await page.keyboard.press('Escape');
    await gone(page);
    await close();
  });

  it.each([
    ['that keeps it to itself', () => document.addEventListener('keydown', (event) => event.stopPropagation(), true)],
    ['with a section that is unfolded', () => document.querySelector('#new')!.setAttribute('aria-expanded', 'true')],
  ])('leaves in a page %s', async (_, prepare) => {
    const { page, close } = await lead('two-steps', prepare);
    await ring(page).waitFor();
    await page.locator('#new').focus();
    await page.keyboard.press('Escape');
    await gone(page);
    await close();
  });

  it('is the page’s where the page uses it', async () => {
    const { page, close } = await lead('two-steps', () =>
      document.addEventListener('keydown', (event) => event.key === 'Escape' && event.preventDefault()),
    );
    await ring(page).waitFor();
    await page.locator('#new').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F6');
    expect(await card(page).count()).toBe(1);
    await page.keyboard.press('Escape');
    await gone(page);
    await close();
  });
});

describe('a guide in what the page closes from outside', () => {
  const isBack = (page: Page) =>
    page.waitForFunction(() => document.querySelector('tierzero-root')?.parentElement === document.documentElement);

  it('is part of a dialog of the page’s own making, until it is closed', async () => {
    const { page, close } = await lead('two-steps', () => {
      const dialog = document.createElement('div');
      dialog.setAttribute('role', 'dialog');
      dialog.append(document.querySelector('#new')!);
      document.body.prepend(dialog);
      document.addEventListener('pointerdown', ({ target }) => {
        if (!dialog.contains(target as Node)) dialog.style.display = 'none';
      });
    });
    await ring(page).waitFor();
    await page.waitForFunction(() => document.querySelector('[role=dialog] tierzero-root'));
    await press(page, 'Next');
    await card(page).getByText('That was it.').waitFor();
    expect(await page.locator('#new').isVisible()).toBe(true);
    await page.mouse.click(900, 500);
    await isBack(page);
    await card(page).waitFor();
    await close();
  });

  it('is part of a popover, until it is closed', async () => {
    const { page, close } = await lead('two-steps', () => {
      const popover = document.createElement('div');
      popover.popover = 'auto';
      popover.append(document.querySelector('#new')!);
      document.body.prepend(popover);
      popover.showPopover();
    });
    await ring(page).waitFor();
    await page.waitForFunction(() => document.querySelector('[popover] tierzero-root'));
    await press(page, 'Next');
    await card(page).getByText('That was it.').waitFor();
    expect(await page.locator('#new').isVisible()).toBe(true);
    await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')!.hidePopover());
    await isBack(page);
    await card(page).waitFor();
    await close();
  });
});
