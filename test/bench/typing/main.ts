import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { commandLine } from '../../../content/compile/command-line.ts';
import { panelOf } from '../../journey/panel.ts';
import { hostPage, startSystem } from '../../journey/system.ts';
import { serve } from '../../support/bundle.ts';
import { launchChromium } from '../../support/chromium.ts';
import { seeded } from '../../support/random.ts';
import { percentile, type Spread, spreadOf } from '../index/percentile.ts';
import { type Busy, type Keystrokes, type Typist, typistOf } from './keystrokes.ts';
import { measureOpening, type Opening } from './opening.ts';
import { plainPage } from './plain-page.ts';
import { indexOf, joinContent, ownContent, titlesIn } from './published.ts';
import { type Ratio, ratioOf, roundRatio } from './ratio.ts';

/**
 * `npm run bench:typing -- [--content DIR] [--json]`: how long a key takes in the widget's panel, in Chromium slowed
 * down, beside a plain field that writes five list items, in turns; and what opening the index costs there.
 * DIR is a folder that `npm run compile -- --corpus FILE.jsonl --out DIR` wrote; default the project's own build.
 */
interface TypingReport {
  documents: number;
  throttle: number;
  keystrokes: number;
  /** A plain field with its five list items: what both of the widget's are compared with. */
  plain: Spread;
  /** From the key to the paint that has its letter. */
  letter: Compared;
  /** From the key to the paint that has its results. */
  results: Compared;
  /** 98th percentile of interactions. */
  inp: { widget: number; plain: number };
  /** What the main thread did for a key: less at the mercy of other programs than the way to the paint. */
  busyPerKey: { widget: Busy; plain: Busy };
  opening: Opening;
}

interface Compared extends Spread {
  ratio: { p50: Ratio; p95: Ratio; medianOfRoundsP95: number };
}

const throttle = 4;
const rounds = 8;
const keysOfRound = 25;

const slow = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: throttle });
};

/** Titles to type, one for each round and one to warm up. */
function textsOf(titles: readonly string[]): string[] {
  const random = seeded(23);
  const typeable = titles
    .map((title) => title.replace(/[^A-Za-z0-9 ]/g, '').slice(0, keysOfRound))
    .filter(({ length }) => length === keysOfRound);
  if (typeable.length === 0) throw new Error(`No title has ${keysOfRound} letters to type.`);
  return Array.from({ length: rounds + 1 }, () => typeable[Math.floor(random() * typeable.length)] ?? '');
}

interface Rounds {
  widget: Keystrokes[];
  plain: Keystrokes[];
}

/** In turns, after a round that does not count. */
async function typeInTurns(widget: Typist, plain: Typist, texts: readonly string[]): Promise<Rounds> {
  const measured: Rounds = { widget: [], plain: [] };
  for (const text of texts) {
    measured.widget.push(await widget.type(text));
    measured.plain.push(await plain.type(text));
  }
  return { widget: measured.widget.slice(1), plain: measured.plain.slice(1) };
}

async function typeOn(publicDir: string, texts: readonly string[]): Promise<Rounds> {
  const random = seeded(29);
  const pause = () => 80 + random() * 40;
  const system = await startSystem(publicDir);
  const host = await hostPage(system.url);
  const { origin, server } = await serve({ '/': plainPage });
  try {
    const { page } = await system.visitor();
    await page.goto(host.url);
    const panel = panelOf(page);
    await panel.open();
    await panel.field.fill(texts[0] ?? '');
    // The index has come when there are results; the library with its passages follows.
    await panel.options.first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    await slow(page);
    const { page: blank } = await system.visitor();
    await blank.goto(origin);
    await slow(blank);
    const widget = await typistOf(page, panel.field, panel.dialog.getByRole('listbox'), pause);
    const plain = await typistOf(blank, blank.getByRole('textbox'), blank.getByRole('list'), pause);
    return await typeInTurns(widget, plain, texts);
  } finally {
    server.close();
    await host.close();
    await system.close();
  }
}

async function measure(publicDir: string): Promise<TypingReport> {
  const index = indexOf(publicDir);
  const titles = titlesIn(publicDir);
  const { widget, plain } = await typeOn(publicDir, textsOf(titles));
  const theirs = plain.flatMap(({ list }) => list);
  const compared = (until: 'letter' | 'list'): Compared => {
    const ours = widget.flatMap((keys) => keys[until]);
    const inRounds = widget.map((keys, at) => ({ ours: keys[until], theirs: plain[at]?.list ?? [] }));
    return {
      ...spreadOf(ours),
      ratio: {
        p50: ratioOf(ours, theirs, 0.5),
        p95: ratioOf(ours, theirs, 0.95),
        medianOfRoundsP95: roundRatio(inRounds, 0.95),
      },
    };
  };
  const inp = (all: readonly Keystrokes[]) =>
    percentile(
      all.flatMap(({ interaction }) => interaction),
      0.98,
    );
  const busyPerKey = (all: readonly Keystrokes[]): Busy => {
    const keys = all.reduce((sum, { letter }) => sum + letter.length, 0);
    const of = (name: keyof Busy) => Number((all.reduce((sum, { busy }) => sum + busy[name], 0) / keys).toFixed(2));
    return { script: of('script'), style: of('style'), layout: of('layout') };
  };
  const browser = await launchChromium();
  try {
    return {
      documents: titles.length,
      throttle,
      keystrokes: theirs.length,
      plain: spreadOf(theirs),
      letter: compared('letter'),
      results: compared('list'),
      inp: { widget: inp(widget), plain: inp(plain) },
      busyPerKey: { widget: busyPerKey(widget), plain: busyPerKey(plain) },
      opening: await measureOpening(browser, index, throttle),
    };
  } finally {
    await browser.close();
  }
}

const ms = (value: number): string => `${value.toFixed(1)} ms`;
const times = ({ value, interval90: [low, high] }: Ratio): string =>
  `${value.toFixed(2)} (90 % between ${low.toFixed(2)} and ${high.toFixed(2)})`;

const busyText = ({ script, style, layout }: Busy): string => `script ${script}, style ${style}, layout ${layout} ms`;

const against = (what: string, { p50, p95, ratio }: Compared): string =>
  `key to ${what}: p50 ${ms(p50)}, p95 ${ms(p95)}; ratio p50 ${times(ratio.p50)}, p95 ${times(ratio.p95)}, ` +
  `median of rounds p95 ${ratio.medianOfRoundsP95.toFixed(2)}`;

const linesOf = ({ documents, keystrokes, plain, letter, results, inp, busyPerKey, opening }: TypingReport) => [
  `${documents} documents, ${keystrokes} keys each, CPU slowed ${throttle} times`,
  `plain field: p50 ${ms(plain.p50)}, p95 ${ms(plain.p95)}`,
  against('its letter', letter),
  against('its results', results),
  `main thread, a key: widget ${busyText(busyPerKey.widget)}; plain field ${busyText(busyPerKey.plain)}`,
  `INP: widget ${inp.widget} ms, plain field ${inp.plain} ms`,
  `opening the index: first ${ms(opening.parseMilliseconds.first)}, again ${ms(opening.parseMilliseconds.again)}; ` +
    `heap ${opening.heapMegabytes.objects} MB + ${opening.heapMegabytes.buffers} MB of bytes`,
];

const usage = `npm run bench:typing -- [--content DIR] [--json]
  --content DIR    what npm run compile -- --corpus FILE.jsonl --out DIR wrote; default the project's own build
  --json           one JSON object instead of lines`;

const { values } = commandLine(usage, {
  options: { content: { type: 'string' }, json: { type: 'boolean', default: false } },
});
const folder = mkdtempSync(join(tmpdir(), 'tierzero-typing-'));
try {
  const report = await measure(values.content ? joinContent(values.content, join(folder, 'public')) : ownContent());
  console.log(values.json ? JSON.stringify(report) : linesOf(report).join('\n'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
