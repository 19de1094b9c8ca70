import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelOf } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const visit = async (path: string, options: Parameters<System['visitor']>[0] = {}) => {
  const visitor = await system.visitor({ serviceWorkers: 'block', reducedMotion: 'reduce', ...options });
  await visitor.page.goto(system.url + path);
  return visitor;
};
/** Accessible name or text of what has focus, inside shadow roots too. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
const results = (page: Page): Locator => page.locator('ol.results a');
const kind = (page: Page, name: RegExp): Locator => page.getByRole('radio', { name });

describe('a corrected search, by keyboard alone', () => {
  it('is one Tab away from the words as they were typed, and one key back', async () => {
    const { page, complaints } = await visit('/example/');
    const panel = panelOf(page);
    await panel.open();
    await page.keyboard.type('wigdet page');
    await panel.dialog.getByRole('button', { name: 'Search instead for “wigdet page”' }).waitFor();
    const spoken = () => panel.dialog.locator('.search > [role="status"]').textContent();
    // Heard when the typing rests: then the list is all there.
    await expect.poll(spoken).toMatch(/“widget page”/);
    const corrected = await panel.options.count();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Clear the search');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Search instead for “wigdet page”');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Search instead for “widget page”');
    await expect.poll(spoken).toMatch(/^\d+ results? Showing results for “wigdet page”\.$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Search instead for “wigdet page”');
    expect(await panel.options.count()).toBe(corrected);
    expect(complaints).toEqual([]);
  });
});

describe('the search page', () => {
  it('lets who came by Enter go on typing, and takes no focus where a link led', async () => {
    const { page } = await visit('/');
    const field = page.locator('main').getByRole('combobox');
    await page.locator('main [data-search] input').click();
    await field.waitFor();
    await page.keyboard.type('widget');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=widget');
    await results(page).first().waitFor();
    expect(await focused(page)).toBe('Search for an answer');
    await page.keyboard.press('ArrowDown');
    // A result says another passage of its document once the texts are there.
    await expect
      .poll(async () => (await results(page).first().textContent())?.trim() === (await focused(page)))
      .toBe(true);

    await page.goto(`${system.url}/search/?q=cookie`);
    await results(page).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  });

  it('shows what comes while its code is on the way', async () => {
    const { page } = await visit('/');
    let go = () => {};
    const released = new Promise<void>((resolve) => {
      go = resolve;
    });
    await page.route(/\/tz\/pageSearch-/, async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${system.url}/search/?q=widget`);
    await page.locator('.search-wait').last().waitFor();
    go();
    await results(page).first().waitFor();
    expect(await page.locator('[data-search-page] .search-wait').count()).toBe(0);
  });

  it('filters, and follows Back and Forward', async () => {
    const { page, complaints } = await visit('/search/?q=widget');
    await results(page).first().waitFor();
    const everything = Number((await kind(page, /^All/).locator('..').textContent())?.match(/\d+/)?.[0]);
    await kind(page, /^FAQs/).check();
    await page.waitForURL('**/search/?q=widget&kind=faq');
    const faqs = Number((await kind(page, /^FAQs/).locator('..').textContent())?.match(/\d+/)?.[0]);
    await expect.poll(() => results(page).count()).toBe(Math.min(20, faqs));
    expect(faqs).toBeLessThan(everything);
    for (const place of await page.locator('.result-place').allTextContents()) expect(place).toMatch(/^FAQ/);

    await page.getByRole('combobox', { name: 'Topic' }).selectOption('privacy');
    await page.waitForURL('**/search/?q=widget&kind=faq&category=privacy');
    for (const place of await page.locator('.result-place').allTextContents()) expect(place).toMatch(/^FAQ · Privacy/);
    await page.goBack();
    await expect.poll(() => results(page).count()).toBe(Math.min(20, faqs));
    await page.goBack();
    await expect.poll(() => kind(page, /^All/).isChecked()).toBe(true);
    await page.goForward();
    await expect.poll(() => kind(page, /^FAQs/).isChecked()).toBe(true);
    expect(new URL(page.url()).search).toBe('?q=widget&kind=faq');

    // A result and back: the list is as it was left.
    const [title] = await page.locator('.result-title').allTextContents();
    await results(page).first().click();
    await page.waitForURL('**/faqs/**');
    await page.goBack();
    await expect.poll(() => page.locator('.result-title').first().textContent()).toBe(title);
    expect(await kind(page, /^FAQs/).isChecked()).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('shows the rest of the results by keyboard alone', async () => {
    const { page } = await visit('/search/?q=widget');
    await page.getByRole('button', { name: /^Show \d+ more$/ }).focus();
    const [twentieth] = (await page.locator('.result-title').allTextContents()).slice(-1);
    await page.keyboard.press('Enter');
    await expect.poll(() => results(page).count()).toBeGreaterThan(20);
    const titles = await page.locator('.result-title').allTextContents();
    expect(titles[19]).toBe(twentieth);
    expect(await focused(page)).toContain(titles[20]);
  });

  it('folds its filters on a phone', async () => {
    const { page } = await visit('/search/?q=widget', { viewport: { width: 390, height: 780 } });
    const toggle = page.getByRole('button', { name: 'Filter', exact: true });
    await toggle.waitFor();
    expect(await page.getByRole('combobox', { name: 'Topic' }).isVisible()).toBe(false);
    await toggle.click();
    await kind(page, /^FAQs/).check();
    await page.getByRole('button', { name: 'FAQs', exact: true }).waitFor();
    // Nothing sticks out to the side.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});

/** Whether a text that an address names looks like the rest. */
const marksNothing = async (page: Page): Promise<boolean> => {
  const look = async (fragment: string) => {
    await page.goto('about:blank');
    await page.goto(`${system.url}/articles/launcher-missing/#${fragment}`);
    return page.screenshot();
  };
  return (await look(':~:text=The%20launcher%20does%20not%20appear')).equals(await look(''));
};

describe('a result of the help center', () => {
  it('leads to the passage itself, which is scrolled to and marked', async ({ skip }) => {
    const { page, complaints } = await visit('/search/?q=refused%20to%20load%20the%20script');
    const result = results(page).filter({ hasText: 'The launcher does not appear' });
    // The passage comes with the library, and the way to it with the passage.
    await expect
      .poll(() => result.getAttribute('href'), { timeout: 20_000 })
      .toMatch(/\/articles\/launcher-missing\/#the-request-was-blocked:~:text=The%20console%20says%20Refused/);
    await result.click();
    await page.waitForURL('**/articles/launcher-missing/**');
    const passage = page.getByRole('listitem').filter({ hasText: 'The console says' });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
    const box = await passage.boundingBox();
    expect(box && box.y > 60 && box.y + box.height < 900).toBe(true);

    // What is marked is in no property a script can read: the same lines look otherwise without the fragment.
    const marked = await passage.screenshot();
    // By way of another page: on this one the mark stays.
    await page.goto('about:blank');
    await page.goto(`${system.url}/articles/launcher-missing/#the-request-was-blocked`);
    const plain = await passage.screenshot();
    expect(plain.equals(await passage.screenshot())).toBe(true);
    expect(complaints).toEqual([]);
    // A browser without a window to draw in may mark nothing, whatever the address says.
    skip(await marksNothing(page), 'this browser marks no text of an address');
    expect(plain.equals(marked)).toBe(false);
  });
});

describe.each([
  ['light', 1280],
  ['dark', 390],
] as const)('axe finds nothing in a search, %s at %d px', (colorScheme, width) => {
  const violations = async (page: Page, state: string): Promise<string[]> => {
    const { violations: found } = await new AxeBuilder({ page }).analyze();
    return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${state}: ${id} at ${target.flat().join(' ')}`));
  };

  it('that is corrected, filtered, or comes to nothing', async () => {
    const found: string[] = [];
    const { page } = await visit('/', { colorScheme, viewport: { width, height: 780 } });
    const look = async (path: string, text: RegExp, act?: () => Promise<void>) => {
      await page.goto(system.url + path);
      await page.getByText(text).filter({ visible: true }).first().waitFor();
      await act?.();
      found.push(...(await violations(page, path)));
    };
    const unfold = async () => {
      const toggle = page.getByRole('button', { expanded: false }).and(page.locator('.filter-toggle'));
      if (await toggle.isVisible()) await toggle.click();
    };
    await look('/search/?q=wigdet', /^Search instead for/, unfold);
    await look('/search/?q=wigdet&verbatim=1', /^Nothing found/);
    await look('/search/?q=widget&kind=faq&category=privacy', /^FAQ · Privacy/, unfold);
    await look('/search/?q=widget&kind=walkthrough&category=privacy', /under this filter/, unfold);
    await look('/articles/verbs/', /Verbs of the/, async () => {
      await page.keyboard.press('/');
      await page.keyboard.type('wigdet');
      await page.getByRole('button', { name: /^Search instead for/ }).waitFor();
    });
    await look('/example/', /Orders/, async () => {
      const panel = panelOf(page);
      await panel.open();
      await page.keyboard.type('wigdet page');
      await panel.dialog.getByRole('button', { name: /^Search instead for/ }).click();
      await panel.dialog.getByRole('button', { name: 'Search instead for “widget page”' }).waitFor();
    });
    expect(found).toEqual([]);
  });
});
