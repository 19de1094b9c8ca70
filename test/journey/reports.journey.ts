import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTicket } from '../../api/contract/ticket.ts';
import { reply, signIn } from './desk.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  for (const message of ['The first question', 'The second question']) {
    const response = await fetch(`${system.url}/api/tickets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify(createTicket.parse({ topic: 'other', message, context: [], locale: 'en' })),
    });
    expect(response.status).toBe(201);
  }
});
afterAll(() => system.close());

const openReports = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.locator('.chart canvas').nth(2).waitFor();
};
/** What axe finds, the table of the charts included. */
const violations = async (page: Page): Promise<string[]> => {
  await page.getByText('The same as a table').click();
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);
};
/** What a canvas shows, and how wide it is. */
const picture = (page: Page) =>
  page
    .locator('.chart canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.toDataURL()] as const);

describe('the reports', () => {
  test('count what was asked and answered, draw it, and hand it out as a file, under the policy of the desk', async () => {
    const { page, complaints, context } = await signIn(system);
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await reply(page, 'The first question', 'An answer');
    expect(loaded.filter((url) => /reports.*\.js/.test(url))).toEqual([]);

    await openReports(page);
    expect(
      await page
        .getByRole('row', { name: /^Received/ })
        .getByRole('cell')
        .first()
        .textContent(),
    ).toContain('2');
    expect(await page.getByRole('row', { name: /^First reply in time/ }).textContent()).toContain('100%');
    expect(await page.getByRole('row', { name: /^Next reply in time/ }).textContent()).toContain('no data');

    const light = await picture(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(async () => (await picture(page))[1]).not.toBe(light[1]);
    await page.setViewportSize({ width: 800, height: 900 });
    await expect.poll(async () => (await picture(page))[0]).not.toBe(light[0]);

    expect(await violations(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download as CSV' }).click(),
    ]);
    const sheet = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toMatch(/^report-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    expect(sheet).toContain('"All",,"Received",2,"requests",');
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('fit a phone, with each formula whole', async () => {
    const { page, complaints, context } = await signIn(system, { viewport: { width: 390, height: 844 } });
    await openReports(page);
    const wide = await page.evaluate(
      () =>
        [...document.querySelectorAll('.reports, .figures-box')].filter((box) => box.scrollWidth > box.clientWidth)
          .length,
    );
    expect(wide).toBe(0);
    expect(await page.getByText('Solved in the span and opened again since ÷ solved.').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('The first question').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
