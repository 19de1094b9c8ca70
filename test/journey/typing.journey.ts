import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelOf } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const visit = async (path: string) => {
  const visitor = await system.visitor({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  await visitor.page.goto(system.url + path);
  return { ...visitor, panel: panelOf(visitor.page) };
};
/** As a phone of some years ago: the letter is painted before its list. */
const slow = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
};
const tops = (page: Page): Promise<number[]> =>
  page.getByRole('option').evaluateAll((rows) => rows.slice(0, 5).map((row) => row.getBoundingClientRect().top));

describe('typing on a slow device', () => {
  it('lets Enter open the first result of what was typed, however fast it follows', async () => {
    const { page, panel } = await visit('/example/');
    await panel.open();
    await panel.field.fill('cookies');
    await panel.options.first().waitFor();
    await slow(page);
    const words = 'keyboard shortcuts';
    await panel.field.fill('');
    for (const letter of words) await page.keyboard.insertText(letter);
    await page.keyboard.press('Enter');
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    const heading = await panel.dialog.locator('.place h3').first().textContent();
    const { page: other, panel: calm } = await visit('/example/');
    await calm.open();
    await calm.field.fill(words);
    await expect.poll(() => calm.options.first().locator('.result-title').textContent()).toBe(heading);
    await other.close();
  });
  it('lets the arrow keys choose from the results of what was typed', async () => {
    const { page, panel } = await visit('/example/');
    await panel.open();
    await panel.field.fill('cookies');
    await panel.options.first().waitFor();
    await slow(page);
    await page.keyboard.insertText(' widget');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => panel.options.first().getAttribute('aria-selected')).toBe('true');
    expect(await panel.field.inputValue()).toBe('cookies widget');
  });
});

describe('a list at rest', () => {
  it('stays where it is when its passages come', async () => {
    const { page, panel } = await visit('/example/');
    await panel.open();
    await panel.field.fill('widget language');
    await panel.options.first().waitFor();
    await page.waitForLoadState('networkidle');
    await panel.field.fill('widget');
    await panel.options.first().waitFor();
    await panel.field.fill('widget lang');
    const before = await tops(page);
    const marks = () => panel.options.locator('.result-passage b').count();
    await expect.poll(marks).toBeGreaterThan(0);
    await expect.poll(() => panel.options.count()).toBeGreaterThan(7);
    expect(await tops(page)).toEqual(before);
  });
});

describe('the search page', () => {
  it('is as long and as far down as it was, on the way back from a result', async () => {
    const { page } = await visit('/search/?q=widget');
    const results = page.locator('ol.results a');
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    await expect.poll(() => results.count()).toBeGreaterThan(20);
    const count = await results.count();
    const chosen = results.nth(22);
    await chosen.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => scrollY);
    expect(top).toBeGreaterThan(500);
    await expect.poll(() => page.evaluate(() => Number(history.state?.top))).toBe(top);
    await chosen.click();
    await page.waitForURL(/\/(?:articles|faqs|walkthroughs)\//);
    await page.goBack();
    await expect.poll(() => results.count()).toBe(count);
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(50);
  });
});
