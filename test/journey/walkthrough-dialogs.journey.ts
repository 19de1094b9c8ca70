import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, press, ring, ringFits, startLed, step } from './led.ts';

const click = { by: 'click' } as const;
const inside = { id: 'in', do: 'Inside.', anchor: { name: 'in' }, advance: click };
const behind = { id: 'b', do: 'Behind it.', anchor: { name: 'b' } };
const button = '<button id="b" data-tierzero-anchor="b">B</button>';
const dialog = `<dialog><button id="in" data-tierzero-anchor="in">In</button></dialog>${button}`;

let led: Awaited<ReturnType<typeof startLed>>;
beforeAll(async () => {
  led = await startLed([
    {
      slug: 'drawer',
      steps: [inside, behind],
      page: `<div role="dialog"><button id="in" data-tierzero-anchor="in">In</button></div>${button}`,
    },
    { slug: 'component', steps: [inside, behind], page: `<div id="host"></div>${button}` },
    { slug: 'covered', steps: [behind], page: `${button}<dialog><button>Sign in</button></dialog>` },
    {
      slug: 'light',
      steps: [
        { ...inside, advance: { by: 'next' } },
        { ...inside, id: 'in2', do: 'Still inside.' },
      ],
      page: dialog,
    },
    { slug: 'popover', steps: [behind], page: `${button}<div popover><input></div>` },
    {
      slug: 'letters',
      steps: [{ ...behind, advance: { by: 'input' } }],
      page: '<input id="b" data-tierzero-anchor="b">',
    },
  ]);
});
afterAll(() => led.close());

/** The launcher and the card are where they can be used. */
const isUsable = (page: Page) =>
  page.waitForFunction(() => {
    const host = document.querySelector('tierzero-root');
    return host?.parentElement === document.documentElement && host.checkVisibility();
  });

describe('a dialog that closes', () => {
  it('lets go of the widget where it is kept, inert and out of sight', async () => {
    const { page, close } = await led.lead('drawer', {
      spoil: (bare) =>
        bare.evaluate(() => {
          const drawer = document.querySelector<HTMLElement>('[role=dialog]')!;
          drawer.style.cssText = 'position:fixed;right:0;top:0;width:300px;height:100%';
          drawer.addEventListener('click', () => {
            drawer.style.transform = 'translateX(100%)';
            drawer.inert = true;
          });
        }),
    });
    await ringFits(page, '#in');
    await page.locator('#in').click();
    await step(page, 'Behind it.');
    await isUsable(page);
    await press(page, 'Finish');
    await close();
  });

  it.each(['removed', 'hidden'])('lets go of the widget where the component around it is %s', async (how) => {
    const { page, close } = await led.lead('component', {
      spoil: (bare) =>
        bare.evaluate((way) => {
          const host = document.querySelector<HTMLElement>('#host')!;
          const inner = document.createElement('div');
          const close = document.createElement('button');
          inner.setAttribute('role', 'dialog');
          close.dataset['tierzeroAnchor'] = 'in';
          close.textContent = 'In';
          close.onclick = () => {
            if (way === 'removed') host.remove();
            else host.style.display = 'none';
          };
          inner.append(close);
          host.attachShadow({ mode: 'open' }).append(inner);
        }, how),
    });
    await page.waitForFunction(() => document.querySelector('#host')?.shadowRoot?.querySelector('tierzero-root'));
    await page.getByRole('button', { name: 'In', exact: true }).click();
    await step(page, 'Behind it.');
    await isUsable(page);
    await press(page, 'Finish');
    await close();
  });
});

describe('a dialog that opens', () => {
  it('over the place of a step takes the card along, so that there is a way on', async () => {
    const { page, close } = await led.lead('covered');
    await ring(page).waitFor();
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await page.waitForFunction(() => document.querySelector('dialog tierzero-root'));
    await press(page, 'Leave the walkthrough');
    await card(page).waitFor({ state: 'detached' });
    await close();
  });

  it('stays open while the card is used, though it closes where its outside is pressed', async () => {
    const { page, close } = await led.lead('light', {
      spoil: (bare) =>
        bare.evaluate(() => {
          const modal = document.querySelector('dialog')!;
          modal.addEventListener('click', ({ clientX, clientY }) => {
            const { left, right, top, bottom } = modal.getBoundingClientRect();
            if (clientX < left || clientX > right || clientY < top || clientY > bottom) modal.close();
          });
          modal.showModal();
        }),
    });
    await ringFits(page, '#in');
    await press(page, 'Next');
    await step(page, 'Still inside.');
    expect(await page.evaluate(() => document.querySelector('dialog')!.open)).toBe(true);
    await close();
  });
});

describe('Escape', () => {
  it('closes a popover of the page, and leaves after that', async () => {
    const { page, heard, close } = await led.lead('popover');
    await ring(page).waitFor();
    await page.evaluate(() => document.querySelector<HTMLElement>('[popover]')!.showPopover());
    await page.locator('input').focus();
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !document.querySelector(':popover-open'));
    expect((await heard()).at(-1)).toEqual(['step', 'b']);
    await page.locator('#b').focus();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    await close();
  });

  it('ends what is put together from several keys, and nothing else', async () => {
    const { page, heard, close } = await led.lead('letters');
    await page.waitForFunction(() => document.activeElement?.id === 'b');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await page.keyboard.press('Escape');
    expect((await heard()).at(-1)).toEqual(['step', 'b']);
    await card(page).waitFor();
    await close();
  });
});
