import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SampleData, startSampleData } from './sample-data.ts';
import { type System, startSystem } from './system.ts';

let system: System;
let data: SampleData;
beforeAll(async () => {
  system = await startSystem();
  data = await startSampleData(system);
  await fetch(data.resetUrl, { method: 'POST' });
});
afterAll(async () => {
  await data.close();
  await system.close();
});

const card = (page: Page) => page.locator('.guide-card');
const language = (page: Page) => page.evaluate(() => document.documentElement.lang.slice(0, 2));

/** Leads through the steps up to the one that looks at a word of the desk. */
const solve = async (page: Page) => {
  await card(page).getByText('Wählen Sie eine Anfrage, die erledigt ist.').waitFor();
  await page.locator('.rows a.row').first().click();
  await card(page).getByText('als ihren Status').waitFor();
  await page.locator('[data-tierzero-anchor="desk.status"]').selectOption({ label: 'Gelöst' });
  // The card found the word that it waits for.
  await card(page).getByText('Status setzen').first().waitFor();
};

describe('Show me on a German article', () => {
  it('leads into a desk and a card that are both German, where the browser is', async () => {
    const { page, complaints } = await system.visitor({ locale: 'de-DE', storageState: data.storageState });
    await page.goto(`${system.url}/de/walkthroughs/solve-a-request-in-the-desk/`);
    await page.getByRole('main').getByRole('link', { name: 'Schritte zeigen' }).click();
    await solve(page);
    expect(await language(page)).toBe('de');
    expect(complaints).toEqual([]);
  });

  it('leads into a desk that is German too, where the browser is not', async () => {
    const { page } = await system.visitor({ locale: 'en-US', storageState: data.storageState });
    await page.goto(`${system.url}/de/walkthroughs/solve-a-request-in-the-desk/`);
    await page.getByRole('main').getByRole('link', { name: 'Schritte zeigen' }).click();
    await solve(page);
  });

  it('leads into a German card on a page of another language', async () => {
    const { page } = await system.visitor({ locale: 'en-US' });
    await page.goto(`${system.url}/de/walkthroughs/add-an-order-in-the-example/`);
    await page.getByRole('main').getByRole('link', { name: 'Schritte zeigen' }).click();
    await card(page).getByText('Das Beispiel ist englisch.').waitFor();
    expect(await language(page)).toBe('en');
  });
});

it('begins a walkthrough of the desk once somebody has signed in', async () => {
  const { page, complaints } = await system.visitor();
  await page.goto(`${system.url}/walkthroughs/solve-a-request-in-the-desk/`);
  await page.getByRole('main').getByRole('link', { name: 'Show me' }).click();
  await page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
  const link = new URL(await system.signInLink());
  await page.evaluate((hash) => {
    location.hash = hash;
  }, link.hash);
  await card(page).getByText('Step 1 of').first().waitFor();
  expect(new URL(page.url()).hash).toBe('');
  // Who is asked for a session without one is told so by the API; nothing else went wrong.
  expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
});
