import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { panelOf, referenceIn } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const steps = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));

const fill = async (page: Page, texts: Record<string, string>) => {
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
};

const handOver = async (page: Page, to: string, texts: Record<string, string>) => {
  await page.locator('[data-hand-over]').click();
  await page.getByLabel('To', { exact: true }).selectOption(to);
  await fill(page, texts);
};

describe('a request that is handed over', () => {
  it('goes up twice and back, refused while something is missing, and the requester sees each step', async () => {
    const { page, complaints } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    const panel = panelOf(page);
    await panel.open();
    await panel.contact();
    await panel.ask('The launcher is not on our page.');
    await referenceIn(panel.dialog);

    const agent = await signIn(system, { viewport: { width: 1280, height: 800 } });
    const desk = agent.page;
    await desk.getByText('The launcher is not on our page.').first().click();
    await desk.getByRole('textbox', { name: 'Reply' }).waitFor();

    // Refused first: the first field that is missing has the focus, and nothing has moved.
    await desk.locator('.middle').focus();
    await desk.keyboard.press('h');
    await desk.getByLabel('Goal', { exact: true }).waitFor();
    await fill(desk, { Impact: 'All their customers' });
    await desk.getByRole('button', { name: /^Hand over to/ }).click();
    await desk.getByText('Not handed over: 5 things are missing.').waitFor();
    expect(
      await desk.evaluate(() => document.activeElement?.closest('.field')?.querySelector('label')?.textContent),
    ).toBe('Goal');
    expect(await desk.locator('.handover-notes').count()).toBe(0);

    // Then accepted.
    await fill(desk, {
      Goal: 'A launcher on their page',
      Expected: 'A button at the bottom',
      'What happens instead': 'No button',
      'What was tried, 1': 'Reloaded without a cache',
      'What came of it, 1': 'Still no button',
      'Next action': 'Look at their policy',
    });
    await desk.getByRole('button', { name: /^Hand over to/ }).click();
    await desk.locator('.handover-notes').waitFor();
    expect(await desk.locator('.handover-notes').textContent()).toContain('Reloaded without a cache → Still no button');

    // To the third tier, which also needs when and why.
    await handOver(desk, 'tier:3', { 'Next action': 'Read the code of the loader' });
    await desk.getByRole('button', { name: 'Hand over to Product engineering' }).click();
    await desk.getByText('Not handed over: 2 things are missing.').waitFor();
    await fill(desk, { 'When it happens': 'Since Monday, 9:00 Berlin', 'Suspected cause': 'The order of two scripts' });
    await desk.getByRole('button', { name: 'Hand over to Product engineering' }).click();
    await desk.getByText('moved 2 times').waitFor();

    // And back to the first, with what was found.
    await handOver(desk, 'front-line', { Found: 'The tag stands before the policy', 'Next action': 'Tell them' });
    expect(await desk.locator('.handover').textContent()).toContain('It was moved between tiers 2 times.');
    await desk.getByRole('button', { name: 'Hand over to Support' }).click();
    await desk.getByText('moved 3 times').waitFor();
    await desk.getByText('Who had it').click();
    const stays = await steps(desk, '.stays .stay-group');
    expect(stays).toEqual([
      'Support, tier 1',
      'Product engineering, tier 3',
      expect.stringMatching(/, tier 2$/),
      'Support, tier 1',
    ]);

    // The requester sees each step in the widget …
    await page.getByRole('button', { name: 'Open the conversation' }).click();
    await panel.dialog.locator('.step-text').nth(3).waitFor();
    const seen = await steps(page, '.step-text');
    expect(seen).toHaveLength(4);
    expect(seen[0]).toBe('Your request reached Support.');
    expect(seen[2]).toBe('Your request was handed to Product engineering.');
    expect(seen[3]).toMatch(/^Your request was handed to Support\. Reply by .+\.$/);

    // … and on the request page.
    await page.getByText('Open on another device').click();
    const link = await page.getByRole('textbox', { name: 'Link to this request' }).inputValue();
    const other = await system.visitor();
    await other.page.goto(link);
    await other.page.locator('.message-step').nth(3).waitFor();
    const told = await steps(other.page, '.message-step > span');
    expect(told.slice(0, 3)).toEqual(seen.slice(0, 3));
    expect(told[3]).toMatch(/^Your request was handed to Support\. Reply by .+\.$/);

    // The browser notes the two refusals.
    expect(agent.complaints).toEqual([
      expect.stringContaining('status of 422'),
      expect.stringContaining('status of 422'),
    ]);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });
});
