import type { CDPSession, Locator, Page } from 'playwright-core';

/** Milliseconds that a page took for each key. */
export interface Keystrokes {
  /** From the key to the first task after the next frame. */
  paint: number[];
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

/** Runs in the page: notes keys until it is asked for them. */
const watch = () => {
  const paint: number[] = [];
  const durations = new Map<number, number>();
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => {
        // A message is a task of its own: it comes when the frame has been handed over.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => paint.push(performance.now() - timeStamp);
        port2.postMessage(undefined);
      }),
    true,
  );
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const id: number = Reflect.get(entry, 'interactionId') ?? 0;
      if (id > 0) durations.set(id, Math.max(durations.get(id) ?? 0, entry.duration));
    }
  }).observe(Object.assign({ type: 'event' }, { durationThreshold: 16 }));
  Reflect.set(window, 'takeKeystrokes', () => {
    const taken = { paint: paint.splice(0), interaction: [...durations.values()] };
    durations.clear();
    return taken;
  });
};

type Taken = Pick<Keystrokes, 'paint' | 'interaction'>;
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

/** Prepares a page that is open already; `pause` gives the milliseconds between two keys. */
export async function typistOf(page: Page, field: Locator, pause: () => number): Promise<Typist> {
  await page.evaluate(watch);
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
      const { paint, interaction } = await page.evaluate(take);
      const silent = Array.from({ length: Math.max(0, text.length - interaction.length) }, () => leastReported);
      const busy = {
        script: after.script - before.script,
        style: after.style - before.style,
        layout: after.layout - before.layout,
      };
      return { paint, interaction: [...interaction, ...silent], busy };
    },
  };
}
