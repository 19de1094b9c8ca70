import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { startGuided } from '../support/guided-app.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof startGuided>>;
beforeAll(async () => {
  browser = await launchChromium();
  site = await startGuided();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const card = (page: Page) => page.locator('.guide-card');
const ring = (page: Page) => page.locator('.guide-ring');
const step = (page: Page, words: string) => card(page).getByText(words).waitFor();
const press = (page: Page, name: string) => card(page).getByRole('button', { name, exact: true }).click();

/** Opens the application, lets `spoil` change it, and begins. */
const lead = async (
  slug: string,
  spoil: (page: Page) => Promise<unknown> = async () => {},
  options: BrowserContextOptions = {},
) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(site.url);
  await page.waitForFunction(() => 'tierzero' in window);
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    for (const name of ['start', 'step', 'complete', 'abort', 'blocked'])
      document.addEventListener(`tierzero:walkthrough-${name}`, (event) =>
        heard.push([name, (event as CustomEvent).detail.reason ?? (event as CustomEvent).detail.step]),
      );
  });
  await spoil(page);
  await page.evaluate((name) => void window.tierzero?.('walkthrough', name), slug);
  await card(page).waitFor();
  return {
    page,
    complaints,
    heard: () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard),
    close: () => context.close(),
  };
};

const remove = (page: Page) => page.evaluate(() => document.querySelector('#new')?.remove());

describe('a guide on a page that is not as it was', () => {
  it('says that the anchor is missing after a visible wait, goes no further, and leads to a person with the step', async () => {
    const { page, heard, close } = await lead('two-steps', remove);
    await step(page, 'Looking for this place');
    await step(page, 'was not found on the page');
    expect(await card(page).getByRole('button', { name: 'Next', exact: true }).count()).toBe(0);
    expect(await card(page).getByRole('button', { name: 'Skip this step' }).count()).toBe(0);
    expect(await heard()).toEqual([
      ['start', 'one'],
      ['step', 'one'],
      ['blocked', 'anchor-missing'],
    ]);
    await press(page, 'Tell us');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'What happened?' }).waitFor();
    await dialog.getByRole('button', { name: /also sends/i }).click();
    await dialog.getByText(/Try it out/).waitFor();
    await close();
  });

  it('offers to leave a step out only where it may be', async () => {
    const { page, heard, close } = await lead('skippable');
    await step(page, 'was not found on the page');
    await press(page, 'Skip this step');
    await step(page, 'That was it.');
    await press(page, 'Finish');
    await step(page, 'All steps are done.');
    expect((await heard()).at(-1)).toEqual(['complete', undefined]);
    await close();
  });

  it('waits for an element that is three seconds late, and recovers when it was given up', async () => {
    const { page, heard, close } = await lead('two-steps', async (spoiled) => {
      await spoiled.evaluate(() => {
        const button = document.querySelector('#new');
        const place = button?.parentElement;
        button?.remove();
        setTimeout(() => button && place?.append(button), 3_000);
      });
    });
    await step(page, 'Looking for this place');
    await ring(page).waitFor();
    expect(await heard()).toEqual([
      ['start', 'one'],
      ['step', 'one'],
    ]);
    await close();
  });

  it('says that something covers it, and goes on when it is free', async () => {
    const { page, heard, close } = await lead('two-steps', (spoiled) =>
      spoiled.evaluate(() => {
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.style.cssText = 'position:fixed;inset:0;background:#fff8';
        document.body.append(cover);
      }),
    );
    await step(page, 'Something else lies over');
    await page.evaluate(() => document.querySelector('#cover')?.remove());
    await ring(page).waitFor();
    expect((await heard()).at(-1)).toEqual(['blocked', 'covered']);
    await close();
  });

  it.each([
    ['its selector', () => document.querySelector('#new')?.removeAttribute('data-tierzero-anchor')],
    [
      'its role and label',
      () => {
        const button = document.querySelector('#new');
        button?.removeAttribute('data-tierzero-anchor');
        button?.removeAttribute('id');
      },
    ],
  ])('finds a renamed element by %s', async (_, rename) => {
    const { page, close } = await lead('two-steps', (spoiled) => spoiled.evaluate(rename));
    await ring(page).waitFor();
    await close();
  });

  it('goes on with a client-side route, and says when a step belongs to another page', async () => {
    const { page, heard, close } = await lead('routed');
    await ring(page).waitFor();
    await page.evaluate(() => history.pushState({}, '', '/reports/'));
    await step(page, 'Back on the first page.');
    await step(page, 'belongs to another page');
    expect((await heard()).at(-1)).toEqual(['blocked', 'elsewhere']);
    await page.evaluate(() => history.pushState({}, '', '/'));
    await ring(page).waitFor();
    await close();
  });

  it('keeps to an element that the page draws anew with everything that happens', async () => {
    const { page, close } = await lead('new-order', (spoiled) =>
      spoiled.evaluate(() => {
        const main = document.querySelector('main')!;
        const anew = () => {
          for (const old of document.querySelectorAll('button,input')) old.replaceWith(old.cloneNode(true));
        };
        for (const type of ['click', 'input', 'focusin']) main.addEventListener(type, () => setTimeout(anew));
        setInterval(anew, 200);
      }),
    );
    await ring(page).waitFor();
    await page.evaluate(() => document.querySelector<HTMLElement>('#new')?.click());
    await step(page, 'Type how many you need.');
    await ring(page).waitFor();
    await close();
  });

  it('reaches into a shadow root and a frame of the same origin', async () => {
    const shadow = await lead('two-steps', (spoiled) =>
      spoiled.evaluate(() => {
        const button = document.querySelector('#new')!;
        const host = document.createElement('div');
        button.replaceWith(host);
        host.attachShadow({ mode: 'open' }).append(button);
      }),
    );
    await ring(shadow.page).waitFor();
    await shadow.close();
    const frame = await lead('two-steps', (spoiled) =>
      spoiled.evaluate(() => {
        const inner = document.createElement('iframe');
        inner.src = '/frame';
        document.querySelector('#new')?.replaceWith(inner);
        return new Promise((done) => {
          inner.onload = done;
        });
      }),
    );
    await ring(frame.page).waitFor();
    await frame.close();
  });

  it('goes along into a modal dialog, where alone something can be reached, and comes back when that closes', async () => {
    const { page, close } = await lead('two-steps', (spoiled) =>
      spoiled.evaluate(() => {
        const dialog = document.createElement('dialog');
        dialog.append(document.querySelector('#new')!);
        document.body.append(dialog);
        dialog.showModal();
      }),
    );
    await ring(page).waitFor();
    await press(page, 'Next');
    await step(page, 'That was it.');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await expect
      .poll(() => page.evaluate(() => document.querySelector('tierzero-root')?.parentElement?.localName))
      .toBe('html');
    await press(page, 'Finish');
    await step(page, 'All steps are done.');
    await close();
  });

  it('stays on the page when the dialog it went into is taken out of it', async () => {
    const { page, close } = await lead('two-steps', (spoiled) =>
      spoiled.evaluate(() => {
        const dialog = document.createElement('dialog');
        dialog.append(document.querySelector('#new')!);
        document.body.append(dialog);
        dialog.showModal();
      }),
    );
    await ring(page).waitFor();
    await page.evaluate(() => document.querySelector('dialog')?.remove());
    await step(page, 'was not found on the page');
    await press(page, 'Read as a list');
    await page.getByRole('dialog').getByRole('button', { name: 'Show me' }).waitFor();
    await close();
  });

  it('scrolls in what a part of the page that scrolls by itself cuts off', async () => {
    const { page, heard, close } = await lead('two-steps', (spoiled) =>
      spoiled.evaluate(() => {
        const scroller = document.createElement('div');
        scroller.style.cssText = 'height:120px;overflow:auto';
        const space = document.createElement('div');
        space.style.height = '600px';
        const button = document.querySelector('#new')!;
        button.replaceWith(scroller);
        scroller.append(space, button);
      }),
    );
    await ring(page).waitFor();
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { left, top } = document.querySelector('#new')!.getBoundingClientRect();
          return document.elementFromPoint(left + 5, top + 5)?.id;
        }),
      )
      .toBe('new');
    expect((await heard()).at(-1)).toEqual(['step', 'one']);
    await close();
  });

  it('goes on after the body was replaced', async () => {
    const { page, close } = await lead('two-steps');
    await ring(page).waitFor();
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.append(...document.body.childNodes);
      document.body.replaceWith(body);
    });
    await ring(page).waitFor();
    await press(page, 'Next');
    await step(page, 'That was it.');
    await close();
  });
});

describe('a guide from its start to its end', () => {
  it('is followed by keyboard over a full page load, under a strict policy', async () => {
    const { page, complaints, close } = await lead('new-order');
    await ring(page).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('new');
    await page.keyboard.press('F6');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('tierzero-root');
    await page.keyboard.press('F6');
    await page.keyboard.press('Enter');
    await step(page, 'Type how many you need.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('input');
    await page.keyboard.type('twelve');
    expect(await card(page).getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('12');
    await expect.poll(() => card(page).getByRole('button', { name: 'Next', exact: true }).isEnabled()).toBe(true);
    await page.keyboard.press('Enter');
    await step(page, 'Open the orders.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('a');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/orders/');
    await step(page, 'Wait for our message.');
    expect(await page.evaluate(() => JSON.parse(sessionStorage.getItem('tierzero') ?? '{}'))).toMatchObject({
      id: 'walkthrough:new-order',
      step: 'wait',
    });
    await card(page).getByRole('button', { name: 'Next', exact: true }).press('Enter');
    await ring(page).waitFor();
    await card(page).getByRole('button', { name: 'Finish', exact: true }).press('Enter');
    await step(page, 'All steps are done.');
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page).count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is left with Escape and goes on where it was left, when asked', async () => {
    const { page, heard, close } = await lead('two-steps');
    await ring(page).waitFor();
    await press(page, 'Next');
    await step(page, 'That was it.');
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page).count()).toBe(0);
    expect((await heard()).at(-1)).toEqual(['abort', 'two']);
    await page.reload();
    await page.waitForFunction(() => 'tierzero' in window);
    await page.evaluate(() => void window.tierzero?.('walkthrough'));
    await step(page, 'That was it.');
    await close();
  });

  it('is not offered again by a page when nobody wants to see it, and comes all the same when asked for', async () => {
    const { page, close } = await lead('new-order');
    const offer = () => page.evaluate(() => window.tierzero?.('walkthrough', 'two-steps', { offer: true }));
    expect(await card(page).getByRole('button', { name: 'Don’t show again' }).count()).toBe(0);
    await offer();
    await step(page, 'Make an order');
    await page.keyboard.press('Escape');
    await offer();
    await step(page, 'Try it out');
    await press(page, 'Don’t show again');
    await expect.poll(() => card(page).count()).toBe(0);
    await offer();
    expect(await card(page).count()).toBe(0);
    await page.evaluate(() => window.tierzero?.('walkthrough', 'two-steps'));
    await step(page, 'Try it out');
    await close();
  });

  it('begins with a link, and takes itself out of the address', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${site.url}#tierzero=walkthrough:two-steps`);
    await ring(page).waitFor();
    expect(page.url()).toBe(site.url);
    await context.close();
  });

  it('begins with Show me in the panel, and is a list on another page', async () => {
    const { page, close } = await lead('two-steps');
    await press(page, 'Read as a list');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Show me' }).click();
    await ring(page).waitFor();
    await press(page, 'Read as a list');
    await page.evaluate(() => history.pushState({}, '', '/orders/'));
    await page.evaluate(() => void window.tierzero?.('walkthrough', 'new-order'));
    const link = dialog.getByRole('link', { name: 'Show me' });
    await expect.poll(() => link.getAttribute('href')).toBe('/#tierzero=walkthrough:new-order');
    await close();
  });

  it('is counted without anybody', async () => {
    site.counts.length = 0;
    const { page, close } = await lead('two-steps');
    await ring(page).waitFor();
    await press(page, 'Next');
    await press(page, 'Finish');
    const about = { walkthrough: 'walkthrough:two-steps', locale: 'en' };
    const expected = [
      { ...about, step: 'one', outcome: 'start' },
      { ...about, step: 'one', outcome: 'step' },
      { ...about, step: 'two', outcome: 'step' },
      { ...about, step: 'two', outcome: 'complete' },
    ];
    // They travel side by side.
    await expect.poll(() => site.counts.length).toBe(expected.length);
    expect(site.counts).toEqual(expect.arrayContaining(expected));
    await close();
  });

  it.each([
    ['a desktop', { viewport: { width: 1280, height: 900 } }],
    ['a phone', { viewport: { width: 390, height: 800 }, hasTouch: true }],
    ['a dark desktop', { colorScheme: 'dark' as const }],
  ])('has no barrier that can be found on %s', async (_, options) => {
    const { page, close } = await lead('new-order', async () => {}, options);
    await ring(page).waitFor();
    // Colours are measured once they have faded in.
    await page.evaluate(() =>
      Promise.all(
        [...(document.querySelector('tierzero-root')?.shadowRoot?.getAnimations() ?? [])].map(
          ({ finished }) => finished,
        ),
      ),
    );
    const { violations } = await new AxeBuilder({ page }).exclude('main').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await close();
  });
});

describe('a guide on a page that scrolls', () => {
  it('follows over 200 frames without one layout that a script forces', async () => {
    const { page, close } = await lead('two-steps');
    await ring(page).waitFor();
    const session = await page.context().newCDPSession(page);
    const events: { name: string; args?: { beginData?: { stackTrace?: unknown[] } } }[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as typeof events)));
    const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
    await session.send('Tracing.start', {
      categories: 'devtools.timeline,disabled-by-default-devtools.timeline.stack',
    } as never);
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          let frame = 0;
          const next = () => {
            scrollTo(0, (frame * 7) % 400);
            frame++;
            if (frame < 200) requestAnimationFrame(next);
            else resolve();
          };
          requestAnimationFrame(next);
        }),
    );
    await session.send('Tracing.end');
    await done;
    const layouts = events.filter(({ name }) => name === 'Layout');
    const forced = layouts.filter(({ args }) => JSON.stringify(args?.beginData?.stackTrace ?? '').includes('/tz/'));
    expect(layouts.length).toBeGreaterThan(0);
    expect(forced).toEqual([]);
    await close();
  });
});
