import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const preview = (page: Page) => page.frameLocator('iframe[title^="Preview"]');
const tag = (page: Page) => page.getByRole('textbox', { name: 'The tag' });

describe('the configurator', () => {
  it('makes a tag by keyboard, shows the real widget with it, copies it, and keeps it in its address', async () => {
    const { page, context, complaints } = await system.visitor();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${system.url}/configure/`);
    await page.getByRole('combobox', { name: 'Theme' }).focus();
    await page.keyboard.press('d');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('rebeccapurple');
    await page.getByText('8.4 : 1, very easy to read').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ask <us>');

    const launcher = preview(page).getByRole('button', { name: 'Ask <us>' });
    await launcher.click();
    const dialog = preview(page).getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Search for an answer' }).fill('offline');
    await dialog.getByRole('option').first().waitFor();

    const expected = [
      `<script async src="${system.url}/tierzero.js"`,
      '  data-theme="dark"',
      '  data-accent="rebeccapurple"',
      '  data-label="Ask &lt;us&gt;"></script>',
    ].join('\n');
    expect(await tag(page).inputValue()).toBe(expected);
    await page.getByRole('button', { name: 'Copy the tag' }).press('Enter');
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected);

    expect(new URL(page.url()).search).toBe('?theme=dark&accent=rebeccapurple&label=Ask+%3Cus%3E');
    await page.reload();
    expect(await tag(page).inputValue()).toBe(expected);
    expect(complaints).toEqual([]);
  });

  it('is led through by its own walkthrough, which its preview does not take up', async () => {
    const { page } = await system.visitor();
    await page.goto(`${system.url}/configure/#tierzero=walkthrough:en/configure-the-tag-for-your-page`);
    await page.locator('.guide-card').getByText('Step 1 of').first().waitFor();
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await page.locator('iframe[src*="theme=dark"]').waitFor();
    await preview(page).getByRole('button', { name: 'Help' }).click();
    // By then a walkthrough would have gone on: what looks after it comes before the panel.
    await preview(page).getByRole('dialog').getByRole('combobox').waitFor();
    expect(await preview(page).locator('.guide-card').count()).toBe(0);
    expect(await page.locator('.guide-card').count()).toBe(1);
  });

  it('has a tag that works as it was copied, on a page of another origin', async () => {
    const { page } = await system.visitor();
    await page.goto(`${system.url}/configure/?launcher=start&label=Hilfe%20%26%20mehr&locale=de`);
    const copied = await tag(page).inputValue();
    const host = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><title>Host</title><body>${copied}</body></html>`);
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`);
    await page.getByRole('button', { name: 'Hilfe & mehr' }).click();
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    expect(await page.getByRole('dialog').locator('[lang]').first().getAttribute('lang')).toBe('de');
    host.close();
  });

  it('says where the widget comes from when its address names another help center, until that is changed', async () => {
    const { page } = await system.visitor();
    await page.goto(`${system.url}/configure/?base=${encodeURIComponent('https://evil.example/')}`);
    const notice = page.getByText('This tag loads the widget from evil.example');
    await notice.waitFor();
    await page.getByRole('textbox', { name: 'Address of the help center' }).fill('https://help.example/');
    await notice.waitFor({ state: 'detached' });
    await page.goto(`${system.url}/configure/?base=${encodeURIComponent(`${system.url}/`)}`);
    await tag(page).waitFor();
    expect(await notice.count()).toBe(0);
  });

  it('selects the tag where the browser does not let it copy', async () => {
    const { page } = await system.visitor();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.goto(`${system.url}/configure/?theme=light`);
    await page.getByRole('button', { name: 'Copy the tag' }).click();
    await page.getByText('The tag is selected').waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(await tag(page).inputValue());
  });

  it('says what of its address and of its fields is nonsense, and goes on without it', async () => {
    const { page, complaints } = await system.visitor();
    await page.goto(`${system.url}/configure/?theme=blue&accent=red%3Bx&storage=none`);
    await page.getByText('Unknown here: theme, accent.').waitFor();
    expect(await tag(page).inputValue()).toContain('data-storage="none"></script>');
    await page.getByRole('textbox', { name: 'Accent colour', exact: true }).fill('var(--x)');
    await page.getByText('“var(--x)” is not a colour').waitFor();
    await page.getByRole('textbox', { name: 'Address of the help center' }).fill('javascript:alert(1)');
    await page.getByText('This is not an address such as').waitFor();
    expect(await tag(page).inputValue()).toBe(
      `<script async src="${system.url}/tierzero.js"\n  data-storage="none"></script>`,
    );
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
  });

  it('gives the plain tag without its code, and says in the preview when the widget does not come', async () => {
    const plain = await system.visitor({ javaScriptEnabled: false });
    await plain.page.goto(`${system.url}/configure/`);
    await plain.page.getByText('tierzero.js"></script>').waitFor();
    await plain.page.getByRole('link', { name: 'All options of the tag' }).waitFor();

    const { page } = await system.visitor();
    await page.route(/tierzero\.js$/, (route) => route.abort());
    await page.goto(`${system.url}/configure/`);
    await preview(page).getByText('The widget could not be loaded.').waitFor();
    await page.getByRole('button', { name: 'Copy the tag' }).waitFor();
  });

  it('speaks German, and shows a phone', async () => {
    const { page } = await system.visitor({ locale: 'de-DE' });
    await page.goto(`${system.url}/de/configure/?launcher=none`);
    await page.getByRole('radio', { name: 'Telefon' }).check();
    const frame = page.frameLocator('iframe[title^="Vorschau"]');
    await frame.getByRole('link', { name: 'Hilfe, über einen eigenen Link' }).click();
    await frame.getByRole('dialog').getByRole('combobox').waitFor();
    expect(await page.locator('iframe').evaluate((element) => element.clientWidth)).toBeLessThanOrEqual(390);
  });

  it.each(['/configure/', '/de/configure/'])('cuts off no choice in %s, on a phone or a desk', async (path) => {
    const { page } = await system.visitor();
    await page.goto(system.url + path);
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const cut = await page.locator('form select').evaluateAll((lists) =>
        lists.flatMap((list) => {
          const { offsetWidth } = list as HTMLElement;
          (list as HTMLElement).style.inlineSize = 'max-content';
          const needed = (list as HTMLElement).offsetWidth;
          (list as HTMLElement).style.inlineSize = '';
          return needed > offsetWidth ? [`${list.textContent} needs ${needed} of ${offsetWidth}`] : [];
        }),
      );
      expect(cut).toEqual([]);
    }
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, %s', async (colorScheme) => {
    const { page } = await system.visitor({ colorScheme, reducedMotion: 'reduce' });
    await page.goto(`${system.url}/configure/?accent=%23ffdd00&theme=${colorScheme}&x=1`);
    await preview(page).getByRole('button', { name: 'Help' }).waitFor();
    const found = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.flat().join(' ')}`));
    };
    expect(await found()).toEqual([]);
    await page.getByRole('textbox', { name: 'Accent colour', exact: true }).fill('nonsense');
    await page.getByText('“nonsense” is not a colour').waitFor();
    await page.locator('iframe:not([src*="accent"])').waitFor();
    await preview(page).getByRole('button', { name: 'Help' }).click();
    await preview(page).getByRole('dialog').getByRole('combobox').waitFor();
    expect(await found()).toEqual([]);
  });
});
