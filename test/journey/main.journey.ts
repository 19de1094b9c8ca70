import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referenceIn } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

/** The lines of a context card, as a person reads them: label and value. */
const cardLines = (page: Page): Promise<string[]> =>
  page
    .locator('.context-item')
    .evaluateAll((items) =>
      items.map(
        (item) =>
          `${item.querySelector('.context-label')?.textContent} ${item.querySelector('.context-value')?.textContent}`,
      ),
    );

/** The same lines as the desk shows them. */
const deskLines = (page: Page): Promise<string[]> =>
  page
    .locator('dl.context > div')
    .evaluateAll((items) =>
      items.map((item) => `${item.querySelector('dt')?.textContent} ${item.querySelector('dd')?.textContent}`),
    );

describe('the main job', () => {
  it('finds the answer despite a typo, and hands what did not help to a person whose reply comes back', async () => {
    const { page, complaints } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    await page.getByRole('button', { name: 'Help', exact: true }).click();

    // Search with a typo, by keyboard.
    const panel = page.getByRole('dialog');
    const field = panel.getByRole('combobox');
    await field.pressSequentially('strict contnet security policy');
    const first = panel.getByRole('option').first();
    await expect.poll(() => first.textContent()).toContain('strict Content Security Policy');
    await expect.poll(() => page.locator('.search-note').textContent()).toContain('content');
    await field.press('ArrowDown');
    await field.press('Enter');

    // Read, and say no.
    await page.getByRole('heading', { name: /was this helpful/i }).waitFor();
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByRole('radio').first().check();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^contact a person/i })
      .first()
      .click();

    // Contact: the card says what goes along; one item is taken out.
    const card = page.getByRole('button', { name: /^Also sends:/ });
    await card.click();
    const before = await cardLines(page);
    expect(before.some((line) => line.startsWith('Searched “strict contnet security policy”'))).toBe(true);
    expect(before.some((line) => line.startsWith('Read') && line.includes('did not help'))).toBe(true);
    await page.getByRole('button', { name: /^Leave out: Browser/ }).click();
    const sent = await cardLines(page);
    expect(sent).toHaveLength(before.length - 1);

    await page.getByRole('textbox', { name: 'What happened?' }).fill('The widget does not load under our policy.');
    await page.getByRole('combobox', { name: /what is it about/i }).selectOption({ label: 'The widget' });
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const reference = await referenceIn(panel);
    expect(reference).toMatch(/^TZ-/);

    // The desk shows exactly the card that was previewed.
    const agent = await system.visitor();
    await agent.page.goto(await system.signInLink());
    await agent.page.getByText('The widget does not load under our policy.').first().click();
    await agent.page.getByText(reference).first().waitFor();
    expect(await deskLines(agent.page)).toEqual(sent);
    await agent.page.getByRole('textbox', { name: 'Reply' }).fill('Please add connect-src for the help center.');
    await agent.page.getByRole('button', { name: 'Send and set pending' }).click();
    await agent.page.getByText('Reply sent.').waitFor();

    // The reply reaches the panel …
    await page.getByRole('button', { name: 'Open the conversation' }).click();
    await page.getByText('Please add connect-src for the help center.').waitFor();

    // … and the request page on another device.
    await page.getByText('Open on another device').click();
    const link = await page.getByRole('textbox', { name: 'Link to this request' }).inputValue();
    expect(link).toMatch(/\/request\/?#[\w-]{43}$/);
    const other = await system.visitor();
    await other.page.goto(link);
    await other.page.getByText('Please add connect-src for the help center.').waitFor();
    await other.page.getByText(reference).first().waitFor();

    expect([...complaints, ...agent.complaints, ...other.complaints]).toEqual([]);
  });
});
