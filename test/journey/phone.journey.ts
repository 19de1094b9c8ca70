import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelOf } from './panel.ts';
import { hostPage, type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const phone = { viewport: { width: 390, height: 780 }, isMobile: true, hasTouch: true };

describe('on a phone', () => {
  it('is as wide as the screen over a page that is wider, also when the page was moved sideways', async () => {
    const host = await hostPage(system.url);
    const { page } = await system.visitor(phone);
    await page.goto(host.url);
    await page.evaluate(() => {
      const viewport = document.createElement('meta');
      Object.assign(viewport, { name: 'viewport', content: 'width=device-width, initial-scale=1' });
      document.head.append(viewport);
      const table = document.createElement('table');
      table.style.width = '600px';
      document.body.append(table);
    });
    const panel = panelOf(page);
    await page.evaluate(() => window.tierzero?.('open'));
    await panel.field.waitFor();
    for (const left of [0, 120]) {
      await page.evaluate((x) => scrollTo(x, 0), left);
      const shown = () =>
        panel.dialog.evaluate((dialog) => {
          const { left, right } = dialog.getBoundingClientRect();
          const { offsetLeft = 0, width = 0 } = window.visualViewport ?? {};
          return { left: Math.round(left - offsetLeft), beyond: Math.round(right - offsetLeft - width) };
        });
      await expect.poll(shown).toEqual({ left: 0, beyond: 0 });
    }
    await host.close();
  });

  it('has no hole between a text of one line and where it lives', async () => {
    const { page } = await system.visitor(phone);
    await page.goto(`${system.url}/example/`);
    await page.evaluate(() => window.tierzero?.('search', 'widget'));
    const { options } = panelOf(page);
    await options.first().waitFor();
    const gaps = await options.evaluateAll((rows) =>
      rows.map((row) => {
        const [text, place] = ['.result-passage', '.result-place'].map((part) => row.querySelector(part));
        const range = new Range();
        if (text) range.selectNodeContents(text);
        return (place?.getBoundingClientRect().top ?? 0) - range.getBoundingClientRect().bottom;
      }),
    );
    expect(Math.max(...gaps)).toBeLessThan(8);
  });

  it('says in one line who answers, in German too', async () => {
    const host = await hostPage(system.url, undefined, 'data-locale="de"');
    const { page } = await system.visitor({ ...phone, viewport: { width: 320, height: 780 } });
    await page.goto(host.url);
    await page.evaluate(() => window.tierzero?.('open'));
    const person = page.getByRole('dialog').getByRole('button', { name: /^Einen Menschen fragen/ });
    await person.waitFor();
    expect((await person.boundingBox())?.height).toBe(48);
    await host.close();
  });

  it('has the copy button beside the code of an article, and not over it', async () => {
    const { page } = await system.visitor(phone);
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    const [code, button] = await Promise.all([
      page.locator('.code pre').first().boundingBox(),
      page.locator('.code .copy').first().boundingBox(),
    ]);
    expect(button?.x).toBeGreaterThanOrEqual((code?.x ?? 0) + (code?.width ?? Number.POSITIVE_INFINITY));
  });
});
