import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, over, press, ringFits, startLed, step } from './led.ts';

let led: Awaited<ReturnType<typeof startLed>>;
beforeAll(async () => {
  led = await startLed();
});
afterAll(() => led.close());

const gone = (page: Page) => expect.poll(() => card(page).count()).toBe(0);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);

/** Somebody is in the amount when the walkthrough begins. */
const inTheAmount = (page: Page) => page.evaluate(() => document.querySelector('input')?.focus());

describe('a guide from its start to its end', () => {
  it('is followed by keyboard over a full page load, under a strict policy', async () => {
    const { page, close } = await led.lead('new-order');
    await ringFits(page, '#new');
    await expect.poll(() => focused(page)).toBe('new');
    await page.keyboard.press('F6');
    await expect.poll(() => focused(page)).toBe('tierzero-root');
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await step(page, 'Type how many you need.');
    await expect.poll(() => focused(page)).toBe('input');
    await page.keyboard.type('twelve');
    expect(await card(page).getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12');
    await expect.poll(() => card(page).getByRole('button', { name: 'Next', exact: true }).isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await step(page, 'Open the orders.');
    await expect.poll(() => focused(page)).toBe('a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/orders/');
    await step(page, 'Wait for our message.');
    expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('tierzero') ?? '{}'))).toMatchObject({
      id: 'walkthrough:new-order',
      step: 'wait',
    });
    await card(page).getByRole('button', { name: 'Next', exact: true }).press('Enter');
    await ringFits(page, '[data-tierzero-anchor="order.first"]');
    await card(page).getByRole('button', { name: 'Finish', exact: true }).press('Enter');
    await over(page);
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await close();
  });

  it('brings no code that reads labels before a page has lost its names', async () => {
    const { page, close } = await led.lead('two-steps');
    const brought = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/label-[\w-]+\.js$/.test(name)),
      );
    await ringFits(page, '#new');
    expect(await brought()).toBe(false);
    await page.evaluate(() => {
      const button = document.querySelector('#new');
      button?.removeAttribute('data-tierzero-anchor');
      if (button) button.id = 'other';
    });
    await expect.poll(brought).toBe(true);
    await ringFits(page, '#other');
    await close();
  });

  it('goes on in its language over a full page load', async () => {
    const { page, close } = await led.lead('new-order', {
      spoil: (spoiled) => spoiled.evaluate(() => window.tierzero?.('locale', 'de')),
    });
    await card(page).getByText('Schritt 1 von 5').waitFor();
    await page.goto(`${led.site.url}orders/`);
    await card(page).getByText('Schritt 1 von 5').waitFor();
    await close();
  });

  it('is left with Escape and goes on where it was left, when asked', async () => {
    const { page, heard, close } = await led.lead('two-steps');
    await ringFits(page, '#new');
    await press(page, 'Next');
    await step(page, 'That was it.');
    await page.keyboard.press('Escape');
    await gone(page);
    expect((await heard()).at(-1)).toEqual(['abort', 'two']);
    await page.reload();
    await page.waitForFunction(() => 'tierzero' in window);
    await page.evaluate(() => void window.tierzero?.('walkthrough'));
    await step(page, 'That was it.');
    await close();
  });

  it('begins with a link, and takes itself out of the address', async () => {
    const { page, close } = await led.lead('two-steps', { hash: '#tierzero=walkthrough:two-steps' });
    expect(page.url()).toBe(led.site.url);
    await ringFits(page, '#new');
    await close();
  });

  it('begins with Show me in the panel, and is a list on another page', async () => {
    const { page, close } = await led.lead('two-steps');
    await press(page, 'Read as a list');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Show me' }).click();
    await ringFits(page, '#new');
    await press(page, 'Read as a list');
    await page.evaluate(() => history.pushState({}, '', '/orders/'));
    await page.evaluate(() => void window.tierzero?.('walkthrough', 'new-order'));
    const link = dialog.getByRole('link', { name: 'Show me' });
    await expect.poll(() => link.getAttribute('href')).toBe('/#tierzero=walkthrough:en/new-order');
    await close();
  });
});

describe('a page like the one a walkthrough starts on', () => {
  it('is led where it is, by a call and by Show me, without loading the one it starts on', async () => {
    const { page, close } = await led.lead('of-a-project', {
      spoil: (spoiled) => spoiled.evaluate(() => history.pushState({}, '', '/projects/8/')),
    });
    await ringFits(page, '#new');
    await press(page, 'Read as a list');
    await page.getByRole('dialog').getByRole('button', { name: 'Show me' }).click();
    await ringFits(page, '#new');
    expect(page.url()).toBe(`${led.site.url}projects/8/`);
    await close();
  });
});

describe('the focus', () => {
  it.each([
    ['left', async (page: Page) => page.keyboard.press('Escape')],
    [
      'over',
      async (page: Page) => {
        await press(page, 'Next');
        await step(page, 'That was it.');
        await press(page, 'Finish');
        await over(page);
        await press(page, 'Close');
      },
    ],
  ])('comes back to where it was when a walkthrough is %s', async (_, end) => {
    const { page, close } = await led.lead('two-steps', { spoil: inTheAmount });
    await expect.poll(() => focused(page)).toBe('new');
    await end(page);
    await gone(page);
    await expect.poll(() => focused(page)).toBe('input');
    await close();
  });

  it('stays where somebody has put it since', async () => {
    const { page, close } = await led.lead('two-steps', { spoil: inTheAmount });
    await expect.poll(() => focused(page)).toBe('new');
    await page.locator('a').focus();
    await page.keyboard.press('Escape');
    await gone(page);
    expect(await focused(page)).toBe('a');
    await close();
  });
});

/** A page that offers it by itself: the promise is kept when it is offered, or is not. */
const offer = (page: Page) => page.evaluate(() => window.tierzero?.('walkthrough', 'two-steps', { offer: true }));

describe('a walkthrough that a page offers', () => {
  it('is not offered again when nobody wants to see it, and comes all the same when asked for', async () => {
    const { page, heard, close } = await led.lead('new-order');
    expect(await card(page).getByRole('button', { name: 'Don’t show again' }).count()).toBe(0);
    // What is under way comes before what is only offered.
    await offer(page);
    await step(page, 'Make an order');
    await page.keyboard.press('Escape');
    await gone(page);
    await offer(page);
    await step(page, 'Try it out');
    await press(page, 'Don’t show again');
    await gone(page);
    const before = (await heard()).length;
    await offer(page);
    expect(await card(page).count()).toBe(0);
    expect(await heard()).toHaveLength(before);
    await page.evaluate(() => window.tierzero?.('walkthrough', 'two-steps'));
    await step(page, 'Try it out');
    await close();
  });

  it('is not offered again when it was finished, also on a later page', async () => {
    const { page, heard, close } = await led.lead('two-steps');
    await press(page, 'Next');
    await press(page, 'Finish');
    await over(page);
    await press(page, 'Close');
    await gone(page);
    const before = (await heard()).length;
    await offer(page);
    expect(await heard()).toHaveLength(before);
    await page.reload();
    await page.waitForFunction(() => 'tierzero' in window);
    await offer(page);
    expect(await card(page).count()).toBe(0);
    expect(await heard()).toEqual([]);
    await close();
  });

  it('is offered again when it was left half way', async () => {
    const { page, close } = await led.lead('two-steps');
    await page.keyboard.press('Escape');
    await gone(page);
    await offer(page);
    await step(page, 'Try it out');
    await close();
  });
});

const toTheEnd = async (page: Page) => {
  await ringFits(page, '#new');
  await press(page, 'Next');
  await press(page, 'Finish');
  await over(page);
};

describe('a walkthrough', () => {
  it('is counted without anybody', async () => {
    led.site.counts.length = 0;
    const { page, close } = await led.lead('two-steps');
    await toTheEnd(page);
    const about = { walkthrough: 'walkthrough:two-steps', locale: 'en' };
    const expected = [
      { ...about, step: 'one', outcome: 'start' },
      { ...about, step: 'one', outcome: 'step' },
      { ...about, step: 'two', outcome: 'step' },
      { ...about, step: 'two', outcome: 'complete' },
    ];
    // They travel side by side.
    await expect.poll(() => led.site.counts.length).toBe(expected.length);
    expect(led.site.counts).toEqual(expect.arrayContaining(expected));
    await close();
  });

  it.each([
    [
      'the browser asks not to be (Global Privacy Control)',
      { before: (page: Page) => page.addInitScript(() => Object.assign(navigator, { globalPrivacyControl: true })) },
    ],
    [
      'the page says that nothing may be kept',
      { spoil: (page: Page) => page.evaluate(() => window.tierzero?.('consent', { storage: false })) },
    ],
  ])('is not counted where %s, and leads all the same', async (_, options) => {
    led.site.counts.length = 0;
    const asked: string[] = [];
    const { page, heard, close } = await led.lead('two-steps', options);
    page.on('request', (request) => request.method() !== 'GET' && asked.push(request.url()));
    await toTheEnd(page);
    expect((await heard()).map(([name]) => name)).toEqual(['start', 'step', 'step', 'complete']);
    await close();
    expect(asked).toEqual([]);
    expect(led.site.counts).toEqual([]);
  });
});
