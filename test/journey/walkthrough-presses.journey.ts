import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, press, ring, ringFits, startLed, step } from './led.ts';

const click = { by: 'click' } as const;
const first = { id: 'a', do: 'First.', anchor: { name: 'a' }, advance: click };
const second = { id: 'b', do: 'Second.', anchor: { name: 'b' }, advance: click };
const last = { id: 'c', do: 'Third.' };
const buttons = '<button id="a" data-tierzero-anchor="a">A</button> <button id="b" data-tierzero-anchor="b">B</button>';
const field = { id: 'i', do: 'Fill it in.', anchor: { name: 'i' }, advance: { by: 'input' } as const };

/** Fields that nobody has touched. */
const blank = [
  '<select id="i" data-tierzero-anchor="i"><option value="">Choose one</option></select>',
  '<input type="checkbox" id="i" data-tierzero-anchor="i">',
];

let led: Awaited<ReturnType<typeof startLed>>;
beforeAll(async () => {
  led = await startLed([
    { slug: 'two-buttons', steps: [first, second, last], page: buttons },
    { slug: 'one-button', steps: [first, { ...first, id: 'a2', do: 'Again.' }, last], page: buttons },
    { slug: 'box', steps: [first, last], page: '<input type="checkbox" id="a" data-tierzero-anchor="a">' },
    { slug: 'link', steps: [first, last], page: '<a href="#x" id="a" data-tierzero-anchor="a">Go</a>' },
    { slug: 'area', steps: [first, last], page: '<div id="a" data-tierzero-anchor="a"><input></div>' },
    {
      slug: 'own',
      steps: [first, second, last],
      page: `<div id="a" role="button" tabindex="0" data-tierzero-anchor="a">A</div>${buttons}`,
    },
    {
      slug: 'ways',
      steps: [
        { ...first, branch: [{ when: { visible: [{ name: 'turn' }] }, to: 'd' }] },
        second,
        { ...last, id: 'd', do: 'The other way.' },
      ],
      page: buttons,
    },
    {
      slug: 'form',
      steps: [field, second, last],
      page: '<input id="i" data-tierzero-anchor="i"> <button id="b" data-tierzero-anchor="b">Save</button>',
    },
    ...blank.map((page, index) => ({ slug: index ? 'tick' : 'select', steps: [field, last], page })),
    { slug: 'idle', steps: [first, last], page: '<button disabled id="a" data-tierzero-anchor="a">A</button>' },
    {
      slug: 'drawer',
      steps: [first, last],
      page: '<nav id="nav"><button data-tierzero-anchor="a">A</button></nav><button id="a" data-tierzero-anchor="a">A</button>',
    },
  ]);
});
afterAll(() => led.close());

interface Clicked {
  clicked: string[];
}
/** What the app hears, before anybody is led. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const clicked: string[] = [];
    Object.assign(window, { clicked });
    document.addEventListener('click', ({ target }) => clicked.push((target as Element).id));
  });
const clicked = (page: Page) => page.evaluate(() => (window as unknown as Clicked).clicked);
const lead = async (slug: string, more?: (page: Page) => Promise<unknown>) => {
  const guide = await led.lead(slug, {
    spoil: async (page) => {
      await listen(page);
      await more?.(page);
    },
  });
  await ring(guide.page).waitFor();
  return guide;
};
const focused = (page: Page, id: string) => page.waitForFunction((name) => document.activeElement?.id === name, id);

describe('a press', () => {
  it.each(['Space', 'Enter'])('of %s is one for the app as well, and ends one step', async (key) => {
    const { page, heard, close } = await lead('two-buttons');
    await focused(page, 'a');
    await page.keyboard.press(key, { delay: 50 });
    await step(page, 'Second.');
    await focused(page, 'b');
    expect(await clicked(page)).toEqual(['a']);
    expect(await heard()).toEqual([
      ['start', 'a'],
      ['step', 'a'],
      ['step', 'b'],
    ]);
    await close();
  });

  it.each(['Space', 'Enter'])('of %s ends one step where the next has the same place', async (key) => {
    const { page, heard, close } = await lead('one-button');
    await focused(page, 'a');
    await page.keyboard.press(key, { delay: 50 });
    await step(page, 'Again.');
    await page.keyboard.press(key, { delay: 50 });
    await step(page, 'Third.');
    expect(await clicked(page)).toEqual(['a', 'a']);
    expect((await heard()).length).toBe(4);
    await close();
  });

  it('is none where the browser makes none of the key', async () => {
    for (const [slug, key] of [
      ['box', 'Enter'],
      ['link', 'Space'],
    ] as const) {
      const { page, heard, close } = await lead(slug);
      await focused(page, 'a');
      await page.keyboard.press(key);
      await page.keyboard.press('Shift');
      expect(await heard()).toEqual([
        ['start', 'a'],
        ['step', 'a'],
      ]);
      await page.locator('#a').click();
      await step(page, 'Third.');
      await close();
    }
  });

  it('is none while somebody writes in the place', async () => {
    const { page, heard, close } = await lead('area');
    await page.locator('input').focus();
    await page.keyboard.type('New York');
    expect(await heard()).toEqual([
      ['start', 'a'],
      ['step', 'a'],
    ]);
    await close();
  });

  it('is that of a button that hears Space itself, when the key is up', async () => {
    const { page, close } = await lead('own', (bare) =>
      bare.evaluate(() => {
        const own = document.querySelector<HTMLElement>('[role=button]')!;
        own.addEventListener('keydown', (event) => event.key === ' ' && event.preventDefault());
        own.addEventListener('keyup', (event) => {
          if (event.key === ' ') (window as unknown as Clicked).clicked.push('own');
        });
      }),
    );
    await page.waitForFunction(() => document.activeElement?.role === 'button');
    await page.keyboard.press('Space', { delay: 50 });
    await step(page, 'Second.');
    expect(await clicked(page)).toEqual(['own']);
    await close();
  });
});

describe('what the app makes of it', () => {
  it('says which way it goes', async () => {
    const { page, close } = await lead('ways', (bare) =>
      bare.evaluate(() => {
        document.querySelector<HTMLElement>('#a')!.onclick = () => {
          const turn = document.createElement('p');
          turn.dataset['tierzeroAnchor'] = 'turn';
          turn.textContent = 'Another way';
          setTimeout(() => document.body.append(turn), 50);
        };
      }),
    );
    await page.locator('#a').click();
    await step(page, 'The other way.');
    await close();
  });

  it.each(['aria-invalid', 'setCustomValidity'])('keeps a step where it refuses the value: %s', async (how) => {
    const { page, heard, close } = await lead('form', (bare) =>
      bare.evaluate((by) => {
        const input = document.querySelector<HTMLInputElement>('#i')!;
        input.addEventListener('change', () => {
          const isWrong = input.value === 'bad';
          if (by === 'aria-invalid') input.setAttribute(by, String(isWrong));
          else input.setCustomValidity(isWrong ? 'No' : '');
        });
      }, how),
    );
    await page.keyboard.type('bad');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await heard()).toEqual([
      ['start', 'i'],
      ['step', 'i'],
    ]);
    await page.keyboard.type('good');
    await page.keyboard.press('Tab');
    await step(page, 'Second.');
    await close();
  });

  it('is heard of a tap that leaves a field and presses the button of the next step', async () => {
    const { page, close } = await lead('form', (bare) =>
      bare.evaluate(() => {
        const save = document.querySelector<HTMLElement>('#b')!;
        save.onclick = () => save.remove();
      }),
    );
    await page.keyboard.type('abc');
    await page.locator('#b').click();
    await step(page, 'Third.');
    expect(await clicked(page)).toEqual(['b']);
    await close();
  });
});

describe('a value that is not accepted', () => {
  it('is said to be so once the field is left, and no longer when it is', async () => {
    const { page, close } = await led.lead('new-order');
    await page.locator('#new').click();
    await step(page, 'Type how many you need.');
    await page.keyboard.type('twelve');
    expect(await card(page).getByText('not accepted').count()).toBe(0);
    await page.keyboard.press('Tab');
    await step(page, 'This value is not accepted.');
    await page.locator('[role=status]', { hasText: 'not accepted' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await card(page).getByText('not accepted').waitFor({ state: 'detached' });
    await close();
  });
});

const hide = (page: Page, isHidden: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);

describe('a field that nobody has filled in', () => {
  it.each(['select', 'tick'])('is not said to be wrong: %s', async (slug) => {
    const { page, close } = await lead(slug);
    await page.keyboard.press('Tab');
    await step(page, 'Fill in what is marked');
    expect(await card(page).getByText('not accepted').count()).toBe(0);
    await close();
  });
});

describe('a page that is hidden', () => {
  it('is not waited at', async () => {
    const { page, heard, later, close } = await led.lead('skippable', { stopped: true });
    await later(1);
    await step(page, 'Looking for this place');
    await hide(page, true);
    await later(60);
    await hide(page, false);
    await later(65);
    await step(page, 'Looking for this place');
    expect((await heard()).at(-1)).toEqual(['step', 'one']);
    await later(67);
    await step(page, 'This place was not found');
    await close();
  });
});

describe('a place that cannot be used', () => {
  it('is waited for while it is disabled', async () => {
    const { page, later, close } = await led.lead('idle', { stopped: true });
    await later(1);
    await step(page, 'Looking for this place');
    await later(7);
    await step(page, 'The page does not look as it should');
    await page.evaluate(() => document.querySelector('#a')!.removeAttribute('disabled'));
    await ringFits(page, '#a');
    await close();
  });

  it('is none in a drawer that is pushed off the page', async () => {
    const { page, close } = await lead('drawer', (bare) =>
      bare.evaluate(() => {
        document.querySelector<HTMLElement>('#nav')!.style.cssText =
          'position:fixed;left:0;top:0;width:220px;height:100%;transform:translateX(-220px)';
      }),
    );
    await ringFits(page, '#a');
    await close();
  });
});

describe('a small screen', () => {
  it('leaves room beside the card', async () => {
    const { page, close } = await led.lead('two-buttons', { viewport: { width: 400, height: 240 } });
    await ringFits(page, '#a');
    const [cardBox, target] = [await card(page).boundingBox(), await page.locator('#a').boundingBox()];
    expect(cardBox!.height).toBeLessThanOrEqual(240 * 0.6);
    expect(cardBox!.y).toBeGreaterThanOrEqual(target!.y + target!.height);
    await press(page, 'Read as a list');
    await close();
  });
});
