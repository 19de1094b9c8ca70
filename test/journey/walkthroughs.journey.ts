import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkWalkthroughs } from '../../content/check/walkthrough/check.ts';
import { readGuided } from '../../content/check/walkthrough/guided.ts';
import { compareAnchors } from '../../content/check/walkthrough/static/anchors.ts';
import { launchChromium } from '../support/chromium.ts';
import { type SampleData, startSampleData } from './sample-data.ts';
import { type System, startSystem } from './system.ts';

const { walkthroughs, errors } = await readGuided('content');

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

describe('the walkthroughs of our own pages', () => {
  it('are at least six, in every language', () => {
    expect(errors).toEqual([]);
    for (const locale of ['en', 'de']) {
      expect(walkthroughs.filter((one) => one.locale === locale).length).toBeGreaterThanOrEqual(6);
    }
  });

  it.each(walkthroughs.map((walkthrough) => ({ name: `${walkthrough.locale}/${walkthrough.slug}`, walkthrough })))(
    'lead through the running system: $name',
    async ({ walkthrough }) => {
      const [played] = await checkWalkthroughs({
        app: system.url,
        browser,
        walkthroughs: [walkthrough],
        today: '2026-11-26',
        auth: { storageState: data.storageState },
        reset: data.resetUrl,
      });
      const { steps = [] } = played ?? {};
      const failed = steps.filter(({ result }) => result !== 'pass' && result !== 'not-reached');
      expect(failed).toEqual([]);
      expect(played?.passed).toBe(true);
    },
  );

  it('point at no name that the source of the pages does not have', async () => {
    const { unknown } = await compareAnchors(walkthroughs, ['site']);
    expect(unknown).toEqual([]);
  });
});
