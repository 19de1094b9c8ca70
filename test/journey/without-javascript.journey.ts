import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reply, signIn } from './desk.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

describe('without JavaScript', () => {
  it('reads an article, asks, and finds the reply on the request page', async () => {
    const { page } = await system.visitor({ javaScriptEnabled: false });
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByRole('link', { name: /contact a person/i })
      .first()
      .click();
    await page.getByRole('combobox').selectOption({ label: 'The widget' });
    const message = page.getByRole('textbox', { name: /your message/i });
    await message.fill('Asked from a plain page.');
    // The form minds machines that answer within two seconds: it says so and keeps the text, and a person tries again.
    await expect
      .poll(
        async () => {
          if (await message.isVisible()) await page.getByRole('button', { name: /send/i }).click();
          return new URL(page.url()).pathname;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toMatch(/^\/request/);
    await page.getByText('Asked from a plain page.').waitFor();

    const agent = await signIn(system);
    await reply(agent.page, 'Asked from a plain page.', 'Answered to a plain page.');
    await page.reload();
    await page.getByText('Answered to a plain page.').waitFor();
  });
});
