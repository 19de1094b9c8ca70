import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, over, press, ring, ringFits, startLed, step } from './led.ts';

let led: Awaited<ReturnType<typeof startLed>>;
beforeAll(async () => {
  led = await startLed();
});
afterAll(() => led.close());

const remove = (page: Page) => page.evaluate(() => document.querySelector('#new')?.remove());

/** Takes it out of the page until it is put back. */
const keepBack = (page: Page) =>
  page.evaluate(() => {
    const button = document.querySelector('#new')!;
    const place = button.parentElement!;
    button.remove();
    Object.assign(window, { putBack: () => place.append(button) });
  });
const putBack = (page: Page) => page.evaluate(() => Reflect.get(window, 'putBack')());

/** Draws all that is pointed at anew, all the time and with everything that happens, on every page. */
const drawAnew = () => {
  const anew = () => {
    for (const old of document.querySelectorAll('[data-tierzero-anchor]')) old.replaceWith(old.cloneNode(true));
  };
  for (const type of ['click', 'input', 'focusin']) addEventListener(type, () => setTimeout(anew));
  setInterval(anew, 200);
};

describe('a guide on a page that is not as it was', () => {
  it('says that the anchor is missing after a visible wait, goes no further, and leads to a person with the step', async () => {
    const { page, heard, later, close } = await led.lead('two-steps', {
      spoil: remove,
      stopped: true,
      // The panel asks an API that is not there.
      expected: /status of 404/,
    });
    expect(await card(page).getByText('Looking for this place').count()).toBe(0);
    await later(1);
    await step(page, 'Looking for this place');
    await later(7);
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
    const { page, heard, later, close } = await led.lead('skippable', { stopped: true });
    await later(7);
    await step(page, 'was not found on the page');
    await press(page, 'Skip this step');
    await step(page, 'That was it.');
    expect(await card(page).getByRole('button', { name: 'Skip this step' }).count()).toBe(0);
    await press(page, 'Finish');
    await over(page);
    expect((await heard()).at(-1)).toEqual(['complete', undefined]);
    await close();
  });

  it('waits for an element that is three seconds late, and marks it', async () => {
    const { page, heard, later, close } = await led.lead('two-steps', { spoil: keepBack, stopped: true });
    await later(1);
    await step(page, 'Looking for this place');
    await later(3);
    await putBack(page);
    await ringFits(page, '#new');
    expect(await card(page).getByText('Looking for this place').count()).toBe(0);
    expect(await heard()).toEqual([
      ['start', 'one'],
      ['step', 'one'],
    ]);
    await close();
  });

  it('recovers when the element comes after it was given up', async () => {
    const { page, heard, later, close } = await led.lead('two-steps', { spoil: keepBack, stopped: true });
    await later(7);
    await step(page, 'was not found on the page');
    expect(await ring(page).isHidden()).toBe(true);
    await later(60);
    await putBack(page);
    await ringFits(page, '#new');
    expect(await card(page).getByText('was not found on the page').count()).toBe(0);
    expect((await heard()).at(-1)).toEqual(['blocked', 'anchor-missing']);
    await press(page, 'Next');
    await step(page, 'That was it.');
    await close();
  });

  it('says that something covers it, and goes on when it is free', async () => {
    const cover = (page: Page) =>
      page.evaluate(() => {
        const over = document.createElement('div');
        over.id = 'cover';
        over.style.cssText = 'position:fixed;inset:0;background:#fff8';
        document.body.append(over);
      });
    const { page, heard, later, close } = await led.lead('two-steps', { spoil: cover, stopped: true });
    await later(7);
    await step(page, 'Something else lies over');
    await page.evaluate(() => document.querySelector('#cover')?.remove());
    await ringFits(page, '#new');
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
    const { page, close } = await led.lead('two-steps', { spoil: (spoiled) => spoiled.evaluate(rename) });
    await ringFits(page, page.getByRole('button', { name: 'New order' }));
    await close();
  });

  it('goes on with a client-side route, and says when a step belongs to another page', async () => {
    const { page, heard, later, close } = await led.lead('routed', { stopped: true });
    await ringFits(page, '#new');
    await page.evaluate(() => history.pushState({}, '', '/reports/'));
    await step(page, 'Back on the first page.');
    await later(7);
    await step(page, 'belongs to another page');
    expect((await heard()).at(-1)).toEqual(['blocked', 'elsewhere']);
    await page.evaluate(() => history.pushState({}, '', '/'));
    await ringFits(page, '#new');
    await close();
  });

  it('keeps to elements that the page draws anew with everything that happens, to the end', async () => {
    const { page, heard, close } = await led.lead('new-order', {
      spoil: async (spoiled) => {
        await spoiled.addInitScript(drawAnew);
        await spoiled.evaluate(drawAnew);
      },
    });
    await ringFits(page, '#new');
    await page.evaluate(() => document.querySelector<HTMLElement>('#new')?.click());
    await step(page, 'Type how many you need.');
    await ringFits(page, 'input');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('input');
    // Typed and left at once: the next moment it is another field.
    await page.evaluate(() => {
      const field = document.querySelector('input')!;
      field.value = '12';
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    });
    await step(page, 'Open the orders.');
    await ringFits(page, 'a');
    await page.evaluate(() => document.querySelector('a')?.click());
    await page.waitForURL('**/orders/');
    await step(page, 'Wait for our message.');
    await press(page, 'Next');
    await ringFits(page, '[data-tierzero-anchor="order.first"]');
    await press(page, 'Finish');
    await over(page);
    const told = (await heard()).map(([name]) => name);
    expect(told.at(-1)).toBe('complete');
    expect(told).not.toContain('blocked');
    await close();
  });

  it('reaches into a shadow root, where it is done with clicks and keys', async () => {
    const { page, close } = await led.lead('new-order', {
      spoil: (spoiled) =>
        spoiled.evaluate(() => {
          const host = document.createElement('div');
          const [button, field] = document.querySelectorAll('#new,label');
          button!.replaceWith(host);
          host.attachShadow({ mode: 'open' }).append(button!, field!);
        }),
    });
    await ringFits(page, '#new');
    await page.locator('#new').click();
    await step(page, 'Type how many you need.');
    await ringFits(page, 'input');
    await expect.poll(() => page.locator('input').evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await step(page, 'Open the orders.');
    await ringFits(page, 'a');
    await close();
  });

  it('reaches into a frame of the same origin, where it is done with clicks and keys', async () => {
    const { page, close } = await led.lead('new-order', {
      spoil: (spoiled) =>
        spoiled.evaluate(() => {
          const inner = document.createElement('iframe');
          inner.src = '/frame';
          document.querySelector('label')?.remove();
          document.querySelector('#new')?.replaceWith(inner);
          return new Promise((done) => {
            inner.onload = done;
          });
        }),
    });
    const frame = page.frameLocator('iframe');
    await ringFits(page, frame.locator('button'));
    await frame.locator('button').click();
    await step(page, 'Type how many you need.');
    await ringFits(page, frame.locator('input'));
    await expect.poll(() => frame.locator('input').evaluate((field) => field.matches(':focus'))).toBe(true);
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await step(page, 'Open the orders.');
    await ringFits(page, 'a');
    await close();
  });

  const intoDialog = (page: Page) =>
    page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.append(document.querySelector('#new')!);
      document.body.append(dialog);
      dialog.showModal();
    });

  it('goes along into a modal dialog, where alone something can be reached, and comes back when that closes', async () => {
    const { page, close } = await led.lead('two-steps', { spoil: intoDialog });
    await ringFits(page, '#new');
    await press(page, 'Next');
    await step(page, 'That was it.');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await expect
      .poll(() => page.evaluate(() => document.querySelector('tierzero-root')?.parentElement?.localName))
      .toBe('html');
    await press(page, 'Finish');
    await over(page);
    await close();
  });

  it('stays on the page when the dialog it went into is taken out of it', async () => {
    const { page, later, close } = await led.lead('two-steps', { spoil: intoDialog, stopped: true });
    await ringFits(page, '#new');
    await page.evaluate(() => document.querySelector('dialog')?.remove());
    // It is looked for anew before time goes on.
    await expect.poll(() => ring(page).isHidden()).toBe(true);
    await later(7);
    await step(page, 'was not found on the page');
    await press(page, 'Read as a list');
    await page.getByRole('dialog').getByRole('button', { name: 'Show me' }).waitFor();
    await close();
  });

  it('scrolls in what a part of the page that scrolls by itself cuts off', async () => {
    const { page, heard, close } = await led.lead('two-steps', {
      spoil: (spoiled) =>
        spoiled.evaluate(() => {
          const scroller = document.createElement('div');
          scroller.style.cssText = 'height:120px;overflow:auto';
          const space = document.createElement('div');
          space.style.height = '600px';
          const button = document.querySelector('#new')!;
          button.replaceWith(scroller);
          scroller.append(space, button);
        }),
    });
    await expect
      .poll(() =>
        page.evaluate(() => {
          const { left, top } = document.querySelector('#new')!.getBoundingClientRect();
          return document.elementFromPoint(left + 5, top + 5)?.id;
        }),
      )
      .toBe('new');
    await ringFits(page, '#new');
    expect((await heard()).at(-1)).toEqual(['step', 'one']);
    await close();
  });

  it('goes on after the body was replaced', async () => {
    const { page, close } = await led.lead('two-steps');
    await ringFits(page, '#new');
    await page.evaluate(() => {
      const body = document.createElement('body');
      body.style.paddingTop = '40px';
      body.append(...document.body.childNodes);
      document.body.replaceWith(body);
    });
    await ringFits(page, '#new');
    await press(page, 'Next');
    await step(page, 'That was it.');
    await close();
  });
});
