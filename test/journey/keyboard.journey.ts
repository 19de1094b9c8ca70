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

/** The accessible name or text of what has focus, inside shadow roots too. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let presses = 0; presses < 60; presses++) {
    if (name.test(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${name}; focus is on "${await focused(page)}".`);
};

describe('by keyboard alone', () => {
  it('opens, searches, reads, asks and closes, and focus comes back to the launcher', async () => {
    const { page } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    await page.getByRole('button', { name: 'Help', exact: true }).waitFor();
    await tabTo(page, /^Help$/);
    await page.keyboard.press('Enter');
    const panel = panelOf(page);
    await panel.field.waitFor();
    await page.keyboard.type('keyboard');
    await panel.options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => panel.field.getAttribute('aria-activedescendant')).toBeTruthy();
    await page.keyboard.press('Enter');
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    await tabTo(page, /^Contact a person/);
    await page.keyboard.press('Enter');
    const message = panel.dialog.getByRole('textbox', { name: 'What happened?' });
    await message.waitFor();
    await message.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Typed without a mouse.');
    await tabTo(page, /^Send$/);
    await page.keyboard.press('Enter');
    expect(await referenceIn(panel.dialog)).toMatch(/^TZ-/);

    // The form was sent: from its conversation the way back leads past it.
    await tabTo(page, /^Open the conversation/);
    await page.keyboard.press('Enter');
    await panel.dialog.getByText('Typed without a mouse.').waitFor();
    await page.keyboard.press('Escape');
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();

    // To the results, out of the words, out of the panel: one Escape each.
    await expect
      .poll(async () => {
        if (await panel.dialog.isVisible()) await page.keyboard.press('Escape');
        return panel.dialog.isVisible();
      })
      .toBe(false);
    expect(await focused(page)).toBe('Help');
  });

  it('takes a request at the desk, notes, answers, says what ended it, and is back in the list', async () => {
    const { page } = await signIn(system);
    await page.getByText('Typed without a mouse.').first().waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();

    await page.keyboard.press('i');
    await page.getByText('assigned it to').waitFor();
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: 'Note for the desk' });
    await expect.poll(() => note.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Noted without a mouse.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.message').getByText('Noted without a mouse.').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    const reply = page.getByRole('textbox', { name: 'Reply' });
    await expect.poll(() => reply.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('Answered without a mouse.');
    await tabTo(page, /^Send and set solved$/);
    await page.keyboard.press('Enter');
    const cause = page.getByRole('combobox', { name: 'What ended it?' });
    await cause.waitFor();
    await cause.focus();
    await page.keyboard.type('An article is missing');
    await tabTo(page, /^Set$/);
    await page.keyboard.press('Enter');
    await page.getByText('said what ended it: An article is missing').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('');
  });
});
