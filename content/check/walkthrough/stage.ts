import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Frame, JSHandle, Page } from 'playwright-core';
import type { Box } from '../../../widget/walkthrough/anchor/visible.ts';
import type { Anchor } from '../../schema/anchor.ts';
import type { Condition } from '../../schema/guide.ts';
import type { Seen, Unmet } from './in-page.ts';
import { type Patience, Unresponsive, within } from './patience.ts';

/** A page that is played, and what the check asks it. */
export interface Stage {
  page: Page;
  patience: Patience;
  /** What the page said in dialogs, which were accepted. */
  dialogs: string[];
  look(anchor: Anchor): Promise<Seen | undefined>;
  unmet(condition: Condition): Promise<Unmet | undefined>;
  /** What was looked at last, to be acted on. */
  element(): Promise<ElementHandle<Element> | undefined>;
  box(): Promise<Box | undefined>;
  refused(matches: string | undefined): Promise<Unmet | undefined>;
  beforeTyping(): Promise<string>;
  unentered(sample: string, before: string): Promise<Unmet | undefined>;
  option(label: string): Promise<number | string[]>;
  member(label: string): Promise<boolean>;
  /** Of what was looked at, so far. */
  presses(): number;
  blur(): Promise<void>;
  version(): Promise<string | undefined>;
  where(): Promise<{ path: string; title: string }>;
  mask(): Promise<void>;
  unmask(): Promise<void>;
  masks(): Promise<Box[]>;
  settled(): Promise<void>;
  /** Asks until there is an answer or `milliseconds` are over; the last answer is `undefined` then. */
  until<T>(milliseconds: number, ask: () => Promise<T | undefined>): Promise<T | undefined>;
}

export async function createStage(page: Page, patience: Patience): Promise<Stage> {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    // A person would go on; a page that closes meanwhile has nothing left to accept.
    dialog.accept().catch(() => {});
  });
  let presses = 0;
  // Counted here: a press may lead to another page at once.
  await page.exposeBinding('tierzeroPressed', () => {
    presses += 1;
  });
  const answer = <T>(asked: Promise<T>) => within(patience.answer, asked);

  return {
    page,
    patience,
    dialogs,
    look: (anchor) => answer(page.evaluate((anchor) => window.tierzeroCheck.look(anchor), anchor)),
    unmet: (condition) => answer(page.evaluate((condition) => window.tierzeroCheck.unmet(condition), condition)),
    element: () => answer(elementIn(page)),
    box: () => answer(page.evaluate(() => window.tierzeroCheck.box())),
    refused: (matches) => answer(page.evaluate((matches) => window.tierzeroCheck.refused(matches), matches)),
    beforeTyping: () => answer(page.evaluate(() => window.tierzeroCheck.beforeTyping())),
    unentered: (sample, before) =>
      answer(
        page.evaluate(([sample, before]) => window.tierzeroCheck.unentered(sample, before), [sample, before] as const),
      ),
    option: (label) => answer(page.evaluate((label) => window.tierzeroCheck.option(label), label)),
    member: (label) => answer(page.evaluate((label) => window.tierzeroCheck.member(label), label)),
    presses: () => presses,
    blur: () => answer(page.evaluate(() => window.tierzeroCheck.blur())),
    version: () => answer(page.evaluate(() => window.tierzeroCheck.version())),
    where: () => answer(page.evaluate(() => window.tierzeroCheck.where())),
    mask: () => answer(page.evaluate(() => window.tierzeroCheck.mask())),
    unmask: () => answer(page.evaluate(() => window.tierzeroCheck.unmask())),
    masks: () => answer(page.evaluate(() => window.tierzeroCheck.masks())),
    settled: () => answer(page.evaluate(() => window.tierzeroCheck.settled())),
    async until(milliseconds, ask) {
      const end = performance.now() + milliseconds;
      for (;;) {
        const found = await asked(ask, page);
        if (found !== undefined || performance.now() >= end) return found;
        await pause(patience.pause);
      }
    },
  };
}

/** A page that goes elsewhere while it is asked has no answer yet. */
async function asked<T>(ask: () => Promise<T | undefined>, page: Page): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unresponsive || page.isClosed()) throw error;
    return undefined;
  }
}

/** From the page down through its frames: an element is acted on by a handle of its own document. */
async function elementIn(page: Page): Promise<ElementHandle<Element> | undefined> {
  let found: ElementHandle<Element> | undefined;
  for (let frame: Frame | null = page.mainFrame(); frame; ) {
    const handle: JSHandle<Element | undefined> = await frame.evaluateHandle(() =>
      window.top?.tierzeroCheck.within(document),
    );
    const element: ElementHandle<Element> | null = handle.asElement();
    if (!element) break;
    found = element;
    frame = await element.contentFrame();
  }
  return found;
}
