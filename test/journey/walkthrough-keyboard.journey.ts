import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Guided, readGuided } from '../../content/check/walkthrough/guided.ts';
import type { GuideStep } from '../../content/schema/guide.ts';
import { launchChromium } from '../support/chromium.ts';
import { type SampleData, startSampleData } from './sample-data.ts';
import { type System, startSystem } from './system.ts';

const { walkthroughs } = await readGuided('content');
const english = walkthroughs.filter(({ locale }) => locale === 'en');

let system: System;
let browser: Browser;
let data: SampleData;
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), launchChromium()]);
  data = await startSampleData(system);
});
afterAll(async () => {
  await data.close();
  await browser.close();
  await system.close();
});

/** What the page was told of the walkthrough, over all pages of the tab: `step open`, `complete`. */
const listen = async (page: Page) => {
  const heard: string[] = [];
  await page.exposeFunction('hearStep', (what: string) => void heard.push(what));
  await page.addInitScript(() => {
    for (const name of ['step', 'complete', 'abort', 'blocked'])
      document.addEventListener(`tierzero:walkthrough-${name}`, (event) => {
        const { step = '', reason = '' } = (event as CustomEvent).detail;
        Reflect.get(window, 'hearStep')(`${name} ${step} ${reason}`.trim());
      });
  });
  return heard;
};

/** What has the focus, through shadow roots and frames. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement;
    for (;;) {
      const inner = at?.shadowRoot?.activeElement ?? (at as HTMLIFrameElement | null)?.contentDocument?.activeElement;
      if (!inner) break;
      at = inner;
    }
    const field = at as HTMLInputElement | null;
    const labels = [...(field?.labels ?? [])].map((label) => label.textContent?.trim() ?? '');
    return {
      tag: at?.localName ?? '',
      type: field?.getAttribute?.('type') ?? '',
      text: at?.textContent?.trim() ?? '',
      labels,
      isCard: Boolean(at?.closest('.guide-card')),
    };
  });

/** Goes with Tab to a button of the card and presses it. */
const pressOnCard = async (page: Page, names: readonly string[]) => {
  for (let presses = 0; presses < 12; presses++) {
    const { isCard, text } = await focused(page);
    if (isCard && names.includes(text)) return page.keyboard.press('Enter');
    await page.keyboard.press(isCard ? 'Tab' : 'F6');
  }
  throw new Error(`no ${names.join(' or ')} on the card: ${await page.locator('.guide-card').textContent()}`);
};

/** Fills in what has the focus, and leaves it. */
const fill = async (page: Page, { sample = '' }: GuideStep) => {
  const { tag, type } = await focused(page);
  if (tag === 'select') await page.keyboard.type(sample);
  else if (type === 'radio') {
    for (let presses = 0; presses < 6 && !(await focused(page)).labels.includes(sample); presses++)
      await page.keyboard.press('ArrowDown');
  } else {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(sample);
  }
  await page.keyboard.press('Tab');
};

/** The card is that of the step, its element is marked, and nothing is waited for. */
const isReady = async (page: Page, step: GuideStep, number: number) => {
  await page.locator('.guide-card').getByText(`Step ${number} of`).waitFor();
  if (step.anchor) await page.locator('.guide-ring:not([hidden])').waitFor();
  await page
    .locator('.guide-hint')
    .filter({ hasText: /^(Looking|Waiting) for/ })
    .waitFor({ state: 'detached' });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
};

/** Does a step without a pointer. */
const doStep = async (page: Page, step: GuideStep) => {
  // The focus comes to the element with its step, or to the card where the element takes none.
  await expect.poll(async () => (await focused(page)).tag).not.toBe('body');
  const { isCard } = await focused(page);
  switch (step.advance.by) {
    case 'next':
      return pressOnCard(page, ['Next', 'Done', 'Finish']);
    case 'input':
      return fill(page, step);
    default:
      if (isCard) throw new Error(`${step.id}: the element has not got the focus`);
      return page.keyboard.press('Enter');
  }
};

const follow = async (page: Page, { guide, slug }: Guided): Promise<string[]> => {
  const heard = await listen(page);
  await page.goto(`${system.url}${guide.start}#tierzero=walkthrough:${slug}`);
  let done = 0;
  for (let turn = 0; turn < guide.steps.length; turn++) {
    await expect.poll(() => heard.length, { message: `after ${heard.join(', ')}` }).toBeGreaterThan(done);
    const now = heard.at(-1) ?? '';
    if (!now.startsWith('step ')) break;
    done = heard.length;
    const step = guide.steps.find(({ id }) => id === now.slice(5));
    if (!step) throw new Error(now);
    await isReady(page, step, guide.steps.indexOf(step) + 1);
    await doStep(page, step);
  }
  await expect.poll(() => heard.at(-1), { message: heard.join(', ') }).toBe('complete');
  return heard;
};

describe('a person with a keyboard alone is led to the end', () => {
  it.each(english.map((walkthrough) => ({ name: walkthrough.slug, walkthrough })))('$name', async ({ walkthrough }) => {
    await fetch(data.resetUrl, { method: 'POST' });
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      storageState: data.storageState,
    });
    const page = await context.newPage();
    const heard = await follow(page, walkthrough);
    expect(heard.filter((what) => /^(?:blocked|abort)/.test(what))).toEqual([]);
    await page.getByText('That was the last step.', { exact: true }).first().waitFor();
    await context.close();
  });
});
