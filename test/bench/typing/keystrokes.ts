import type { CDPSession, Locator, Page } from 'playwright-core';

/** Milliseconds that a page took for each key. */
export interface Keystrokes {
  /** From the key to the first task after the next frame: the letter is there. */
  letter: number[];
  /** The same to the frame that shows the first change of the list; that of the letter where nothing changed. */
  list: number[];
  /** Event Timing's duration of the interaction, in steps of 8; at least 16, below which browsers report nothing. */
  interaction: number[];
  /** What the page's main thread did for all keys together, milliseconds. */
  busy: Busy;
}

export interface Busy {
  script: number;
  style: number;
  layout: number;
}

/** A page with a field to type in. */
export interface Typist {
  type(text: string): Promise<Keystrokes>;
}

const leastReported = 16;

/** Runs in the page: notes keys, and what they change in `list`, until it is asked for them. */
const watch = (list: Element) => {
  interface Key {
    at: number;
    letter?: number;
    isListed?: true;
    list?: number;
  }
  let keys: Key[] = [];
  const durations = new Map<number, number>();
  const afterFrame = (act: () => void) =>
    requestAnimationFrame(() => {
      // A message is a task of its own: it comes when the frame has been handed over.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = act;
      port2.postMessage(undefined);
    });
  addEventListener(
    'keydown',
    ({ timeStamp: at }) => {
      const key: Key = { at };
      keys.push(key);
      afterFrame(() => {
        key.letter = performance.now() - at;
      });
    },
    true,
  );
  new MutationObserver(() => {
    const key = keys.at(-1);
    if (!key || key.isListed) return;
    key.isListed = true;
    afterFrame(() => {
      key.list = performance.now() - key.at;
    });
  }).observe(list, { subtree: true, childList: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id: number = Reflect.get(entry, 'interactionId') ?? 0;
      if (id > 0) durations.set(id, Math.max(durations.get(id) ?? 0, entry.duration));
    }
  }).observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }));
  Reflect.set(window, 'takeKeystrokes', () => {
    const letter = keys.map((key) => key.letter ?? Number.POSITIVE_INFINITY);
    const taken = {
      letter,
      list: keys.map((key, at) => key.list ?? letter[at] ?? Number.POSITIVE_INFINITY),
      interaction: [...durations.values()],
    };
    keys = [];
    durations.clear();
    return taken;
  });
};

type Taken = Pick<Keystrokes, 'letter' | 'list' | 'interaction'>;
const take = (): Taken => Reflect.get(window, 'takeKeystrokes')();

async function busyOf(session: CDPSession): Promise<Busy> {
  const { metrics } = await session.send('Performance.getMetrics');
  const milliseconds = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return {
    script: milliseconds('ScriptDuration'),
    style: milliseconds('RecalcStyleDuration'),
    layout: milliseconds('LayoutDuration'),
  };
}

/** Prepares a page that is open already; `list` is what keys change, `pause` gives the milliseconds between two. */
export async function typistOf(page: Page, field: Locator, list: Locator, pause: () => number): Promise<Typist> {
  await list.evaluate(watch);
  const session = await page.context().newCDPSession(page);
  // The thread's own time, not the time that passes while other programs run.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    async type(text) {
      await page.bringToFront();
      await field.fill('');
      await field.focus();
      await page.waitForTimeout(500);
      await page.evaluate(take);
      const before = await busyOf(session);
      for (const letter of text) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        await page.waitForTimeout(pause());
      }
      // Observers are told of events a little later.
      await page.waitForTimeout(300);
      const after = await busyOf(session);
      const { letter, list, interaction } = await page.evaluate(take);
      const silent = Array.from({ length: Math.max(0, text.length - interaction.length) }, () => leastReported);
      const busy = {
        script: after.script - before.script,
        style: after.style - before.style,
        layout: after.layout - before.layout,
      };
      return { letter, list, interaction: [...interaction, ...silent], busy };
    },
  };
}
