import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { card, over, press, ringFits, startLed, step } from './led.ts';

let led: Awaited<ReturnType<typeof startLed>>;
beforeAll(async () => {
  led = await startLed();
});
afterAll(() => led.close());

const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 390, height: 800 }, hasTouch: true };

/** What axe finds on the whole page, once colours have faded in. */
const barriers = async (page: Page) => {
  await page.evaluate(() =>
    Promise.all(
      [...(document.querySelector('tierzero-root')?.shadowRoot?.getAnimations() ?? [])].map(({ finished }) => finished),
    ),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};

describe('a step', () => {
  it.each([
    ['a desktop', desktop],
    ['a phone', phone],
    ['a dark desktop', { ...desktop, colorScheme: 'dark' as const }],
    ['a dark phone', { ...phone, colorScheme: 'dark' as const }],
    ['a desktop with colours of its own', { ...desktop, forcedColors: 'active' as const }],
    ['a phone with colours of its own', { ...phone, forcedColors: 'active' as const }],
  ])('has no barrier that can be found on %s: looked for, blocked, there and over', async (_, options) => {
    const { page, later, close } = await led.lead('two-steps', {
      ...options,
      stopped: true,
      spoil: (spoiled) => spoiled.evaluate(() => document.querySelector('#new')?.toggleAttribute('hidden')),
    });
    await later(1);
    await step(page, 'Looking for this place');
    expect(await barriers(page)).toEqual([]);
    await later(7);
    await step(page, 'was not found on the page');
    expect(await barriers(page)).toEqual([]);
    await page.evaluate(() => document.querySelector('#new')?.toggleAttribute('hidden'));
    await ringFits(page, '#new');
    expect(await barriers(page)).toEqual([]);
    await press(page, 'Next');
    await press(page, 'Finish');
    await over(page);
    expect(await barriers(page)).toEqual([]);
    await close();
  });
});

const sides = async (page: Page, selector: string) => {
  const box = (await page.locator(selector).boundingBox())!;
  return { left: Math.round(box.x), right: Math.round(box.x + box.width) };
};
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('a page that is read from right to left', () => {
  const turned = (page: Page) =>
    page.evaluate(() => {
      document.documentElement.dir = 'rtl';
      document.querySelector<HTMLElement>('#new')!.style.marginInlineStart = '300px';
    });

  it('has the card begin where the element begins, on its right', async () => {
    const { page, close } = await led.lead('two-steps', { ...desktop, spoil: turned });
    await ringFits(page, '#new');
    await expect.poll(async () => (await sides(page, '.guide-card')).right).toBe((await sides(page, '#new')).right);
    // Its words are not the page's: they are read from left to right.
    expect(await card(page).evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    expect(await sideways(page)).toBe(0);
    await page.evaluate(() => {
      document.documentElement.dir = 'ltr';
    });
    await ringFits(page, '#new');
    await expect.poll(async () => (await sides(page, '.guide-card')).left).toBe((await sides(page, '#new')).left);
    await close();
  });

  it('has the card of a step without an element in the corner of its launcher, on the left', async () => {
    const { page, close } = await led.lead('two-steps', { ...desktop, spoil: turned });
    await press(page, 'Next');
    await step(page, 'That was it.');
    await expect.poll(async () => (await sides(page, '.guide-card')).right).toBeLessThan(640);
    expect((await sides(page, 'tierzero-root button:not(.guide button)')).right).toBeLessThan(640);
    expect(await sideways(page)).toBe(0);
    await close();
  });

  it('has no more than the width of a phone', async () => {
    const { page, close } = await led.lead('two-steps', {
      ...phone,
      spoil: (spoiled) => spoiled.evaluate(() => document.documentElement.setAttribute('dir', 'rtl')),
    });
    await ringFits(page, '#new');
    const { left, right } = await sides(page, '.guide-card');
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(390);
    expect(await sideways(page)).toBe(0);
    await close();
  });
});

describe('an element far down the page', () => {
  /** Where the page was on its way, once the element is there. */
  const wayTo = async (reducedMotion: 'reduce' | 'no-preference') => {
    const { page, close } = await led.lead('far-down', {
      ...desktop,
      reducedMotion,
      before: (opened) =>
        opened.addInitScript(() => {
          const way: number[] = [];
          Object.assign(window, { way });
          addEventListener('scroll', () => way.at(-1) !== scrollY && way.push(scrollY));
        }),
    });
    const foot = page.getByRole('button', { name: 'Older' });
    await expect
      .poll(() => foot.evaluate((element) => element.getBoundingClientRect().bottom <= innerHeight))
      .toBe(true);
    await ringFits(page, foot);
    const way = await page.evaluate(() => Reflect.get(window, 'way') as number[]);
    await close();
    return way;
  };

  it('is scrolled to', async () => {
    expect((await wayTo('no-preference')).length).toBeGreaterThan(1);
  });

  it('is there at once for whoever wants less motion', async () => {
    expect(await wayTo('reduce')).toHaveLength(1);
  });
});

describe('a guide on a page that scrolls', () => {
  it('follows over 200 frames without one layout that a script forces, and marks the element all along', async () => {
    const { page, close } = await led.lead('two-steps');
    await ringFits(page, '#new');
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
    await ringFits(page, '#new');
    await close();
  });

  it('has the ring around the element two frames after each scroll', async () => {
    const { page, close } = await led.lead('two-steps');
    await ringFits(page, '#new');
    // So often, because the page is looked at now and then anyway.
    const off = await page.evaluate(async () => {
      const ring = document.querySelector('tierzero-root')!.shadowRoot!.querySelector('.guide-ring')!;
      const misses: number[] = [];
      for (let turn = 1; turn <= 20; turn++) {
        scrollTo(0, (turn % 5) * 15);
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        const { top } = document.querySelector('#new')!.getBoundingClientRect();
        misses.push(Math.round(ring.getBoundingClientRect().top + 5 - top));
      }
      return misses;
    });
    expect(off).toEqual(off.map(() => 0));
    await close();
  });
});
