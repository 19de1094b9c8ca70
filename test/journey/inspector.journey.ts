import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { launchChromium } from '../support/chromium.ts';
import { type System, startSystem } from './system.ts';
import { violations } from './violations.ts';

let system: System;
let browser: Browser;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await system.close();
});

const inspect = async (options: BrowserContextOptions = {}) => {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(`${system.url}/example/`);
  await page.waitForFunction(() => 'tierzero' in window);
  await page.evaluate(() => window.tierzero?.('inspect'));
  const panel = page.getByRole('region', { name: 'Walkthrough inspector' });
  await panel.waitFor();
  return { page, panel, close: () => context.close() };
};

/** Lies on the screen with all four corners. */
const isOnScreen = async (page: Page, panel: ReturnType<Page['locator']>): Promise<boolean> => {
  const box = await panel.boundingBox();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
};

describe('the inspector', () => {
  it.each([
    [1280, 800],
    [390, 780],
  ])('is on the screen and has no fault that axe knows, %i wide', async (width, height) => {
    const { page, panel, close } = await inspect({ viewport: { width, height } });
    expect(await isOnScreen(page, panel)).toBe(true);
    await page.getByRole('link', { name: 'New order' }).click();
    await panel.getByText('link “New order”', { exact: true }).first().waitFor();
    expect(await isOnScreen(page, panel)).toBe(true);
    expect(await violations(page, `the inspector, ${width} wide`)).toEqual([]);
    await close();
  });

  it('names a place that is chosen, which the page does not hear, and makes a step of it', async () => {
    const { page, panel, close } = await inspect();
    await page.getByRole('link', { name: 'New order' }).click();
    await panel.getByText('A name: stays when the page is changed.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/example/');
    const [step] = parse((await panel.locator('pre').last().textContent()) ?? '');
    expect(step).toEqual({
      id: 'new-order',
      do: 'Select **New order**.',
      anchor: { name: 'orders.new', role: 'link', label: 'New order' },
      advance: 'click',
    });
    await close();
  });

  it('finds what is in a shadow root by its host, not what is like it in the page', async () => {
    const { page, panel, close } = await inspect();
    await page.evaluate(() => {
      const button = () => {
        const made = document.createElement('button');
        made.className = 'save';
        made.textContent = 'Save';
        return made;
      };
      const [first, second] = [document.createElement('x-card'), document.createElement('x-card')];
      document.querySelector('main')?.prepend(button(), first, second);
      for (const card of [first, second]) card.attachShadow({ mode: 'open' }).append(button());
    });
    await page.locator('x-card').last().getByText('Save').click();
    const chosen = panel.locator('label', { has: page.locator('input:checked') });
    await chosen.getByText(':host(x-card:nth-of-type(2)) button.save', { exact: true }).waitFor();
    await chosen.getByText('1 place now.').waitFor();
    await panel.getByText('3 places now: another one is taken.').waitFor();
    await close();
  });

  it('is used by keyboard: a place by Enter, and back by Escape', async () => {
    const { page, panel, close } = await inspect();
    await page.getByLabel('Find').focus();
    await page.keyboard.press('Enter');
    await panel.getByText('Role and label: stays until the words change.').waitFor();
    await panel.getByRole('button', { name: 'Select another place' }).click();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Select another place' }).waitFor();
    await close();
  });

  it('shows the step as a reader gets it, and is back when that is left', async () => {
    const { page, panel, close } = await inspect();
    await page.getByRole('link', { name: 'New order' }).click();
    await panel.getByRole('button', { name: 'Preview the step' }).click();
    const card = page.locator('.guide-card');
    await card.getByText('Select New order.').waitFor();
    await page.locator('.guide-ring:not([hidden])').last().waitFor();
    expect(await panel.isVisible()).toBe(false);
    await card.getByRole('button', { name: 'Leave the walkthrough' }).click();
    await panel.waitFor();
    await panel.getByRole('button', { name: 'Close the inspector' }).click();
    await panel.waitFor({ state: 'detached' });
    await close();
  });
});
