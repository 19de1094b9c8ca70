import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { type SampleData, startSampleData } from './sample-data.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let browser: Browser;
let data: SampleData;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launchChromium()]);
  data = await startSampleData(system);
});
afterAll(async () => {
  await data.close();
  await browser.close();
  await system.close();
});

/** An agent in the desk with a new request, led through a walkthrough. */
const led = async (slug: string, width: number, locale = 'en-US') => {
  await fetch(data.resetUrl, { method: 'POST' });
  const context = await browser.newContext({
    locale,
    viewport: { width, height: 844 },
    storageState: data.storageState,
  });
  const page = await context.newPage();
  await page.goto(`${system.url}/desk/#tierzero=walkthrough:${slug}`);
  const card = page.locator('.guide-card');
  await card.waitFor();
  const at = (does: string) => card.locator('.guide-do', { hasText: does }).waitFor();
  return { page, card, at, close: () => context.close() };
};

const press = (page: Page, name: string) => page.locator(`[data-tierzero-anchor="${name}"]:visible`).first().click();

describe('answering a request in the desk', () => {
  it.each([
    [1280, 'Read what the person sent along'],
    [390, 'Write the reply'],
  ])('leads from the list to what there is room for, %i wide, and on once the reply is sent', async (width, next) => {
    const { page, card, at, close } = await led('answer-a-request-in-the-desk', width);
    await card.getByRole('button', { name: 'Next' }).click();
    await at('Choose the request');
    await press(page, 'desk.row');
    await at(next);
    if (width > 1000) await card.getByRole('button', { name: 'Next' }).click();
    await at('Write the reply');
    await page.getByRole('textbox', { name: 'Reply' }).fill('It is on its way.');
    await card.getByRole('button', { name: 'Next' }).click();
    await at('Send and set pending');
    await press(page, 'desk.send');
    await at('Go back to the page');
    await close();
  });

  it('does not go on from a reply that was not sent, though the request is pending already', async () => {
    const { page, card, at, close } = await led('answer-a-request-in-the-desk', 1280);
    await card.getByRole('button', { name: 'Next' }).click();
    await press(page, 'desk.row');
    await page.getByLabel('Status', { exact: true }).selectOption('Pending');
    await press(page, 'desk.status.set');
    await page.locator('[data-tierzero-anchor="desk.status.set"]').waitFor({ state: 'detached' });
    await card.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('textbox', { name: 'Reply' }).fill('It is on its way.');
    await card.getByRole('button', { name: 'Next' }).click();
    await at('Send and set pending');
    await page.route('**/api/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await press(page, 'desk.send');
    await page.locator('.reply-notes .notice').waitFor();
    expect(await card.locator('.guide-do').textContent()).toContain('Send and set pending');
    await close();
  });
});

describe('solving a request in the desk', () => {
  it('does not go on from a status or a cause that was not set, though it is chosen', async () => {
    const { page, card, at, close } = await led('solve-a-request-in-the-desk', 1280);
    const refuse = () =>
      page.route('**/api/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    const stays = async (does: string) => {
      await page.locator('.choice-note[data-failed=true]').first().waitFor();
      expect(await card.locator('.guide-do').textContent()).toContain(does);
      await page.unroute('**/api/**');
    };
    await press(page, 'desk.row');
    await at('as its status');
    await page.getByLabel('Status', { exact: true }).selectOption('Solved');
    await at('Set status');
    await refuse();
    await press(page, 'desk.status.set');
    await stays('Set status');
    await press(page, 'desk.status.set');
    await at('Choose what ended it');
    // Any of them, not only the one that a check chooses.
    await page.locator('[data-tierzero-anchor="desk.cause"]').selectOption({ index: 2 });
    await at('beside it');
    await refuse();
    await press(page, 'desk.cause.set');
    await stays('beside it');
    await press(page, 'desk.cause.set');
    await card.locator('.guide-over').waitFor();
    await close();
  });
});

it('leads through the desk in the language that the desk has', async () => {
  const { page, card, at, close } = await led('solve-a-request-in-the-desk', 390, 'de-DE');
  await card.getByText('Schritt 1 von 5').waitFor();
  await press(page, 'desk.row');
  await at('als ihren Status');
  await page.locator('[data-tierzero-anchor="desk.status"]').selectOption('Gelöst');
  await at('Status setzen');
  await press(page, 'desk.status.set');
  await at('was sie beendet hat');
  // Nothing is chosen yet.
  expect(await card.getByRole('button', { name: 'Weiter' }).isEnabled()).toBe(false);
  await close();
});
