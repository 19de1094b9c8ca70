import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetsFailedImports } from '../support/failed-imports.ts';
import { panelOf } from './panel.ts';
import { type System, startSystem } from './system.ts';

let folder: string;
let system: System;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tierzero-deploy-'));
  cpSync('dist/public', folder, { recursive: true });
  system = await startSystem(folder);
});
afterEach(async () => {
  await system.close();
  rmSync(folder, { recursive: true, force: true });
});

const keepsFailures = 'this browser keeps a failed import until the page is loaded again';

/** The next release: every chunk has another name, and those of this one are gone. */
function deploy(): void {
  const chunks = readdirSync(join(folder, 'tz')).filter((name) => name.endsWith('.js'));
  const renamed = (text: string) =>
    chunks.reduce((all, name) => all.replaceAll(name, name.replace(/\.js$/, 'next.js')), text);
  for (const name of chunks) {
    const path = join(folder, 'tz', name);
    writeFileSync(join(folder, 'tz', renamed(name)), renamed(readFileSync(path, 'utf8')));
    for (const old of [path, `${path}.br`]) rmSync(old, { force: true });
  }
  const manifest = join(folder, 'tierzero.json');
  writeFileSync(manifest, renamed(readFileSync(manifest, 'utf8')));
  rmSync(`${manifest}.br`, { force: true });
}

/** Puts a witness before the shell of the next release: `window.handed` becomes the handle as it comes to it. */
function watchHandover(): void {
  const { widget } = JSON.parse(readFileSync(join(folder, 'tierzero.json'), 'utf8'));
  const shell = join(folder, widget.shell);
  const real = widget.shell.replace(/^tz\/(.*)\.js$/, '$1-real.js');
  cpSync(shell, join(folder, 'tz', real));
  const witness = `import * as real from './${real}';
export * from './${real}';
export const start = (...handed) => { window.handed = [...handed[0]]; return real.start(...handed); };`;
  writeFileSync(shell, witness);
}

const lacking = (names: RegExp) => ({
  from: (page: Page) => page.route(names, (route) => route.abort()),
  end: (page: Page) => page.unroute(names),
});
/** The help center's service worker would have kept what a deploy takes away. */
const unkept = { serviceWorkers: 'block' } as const;

/** Everything but the panel itself. */
const later = lacking(/\/tz\/(?!shell|en-)[\w-]+\.js/);
const reading = lacking(/\/tz\/reading-[\w-]+\.js/);

/** Hears events under a name, and tells how often. */
const hear = (page: Page, verb: 'on' | 'once', name: string) =>
  page.evaluate(
    async ([verb, name]) => {
      const heard: Record<string, number> = (Reflect.get(window, 'heard') ?? {}) as Record<string, number>;
      heard[name] = 0;
      const listener = () => {
        heard[name] = (heard[name] ?? 0) + 1;
      };
      Object.assign(window, { heard, [name]: listener });
      Object.assign(window, { [`${name}End`]: await window.tierzero?.(verb, 'article-view', listener) });
    },
    [verb, name] as const,
  );
const heardOn = (page: Page) => page.evaluate(() => Reflect.get(window, 'heard'));

/** Says what holds, to a panel whose code for it cannot be had: each call is refused. */
const sayUnheard = async (page: Page) => {
  const refused = await page.evaluate(async () => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    const calls: [string, ...unknown[]][] = [
      // Loads the panel.
      ['info'],
      ['identify', { email: 'first@example.com' }],
      ['on', 'article-view', (detail: unknown) => seen.push(detail)],
      ['identify', { email: 'ada@example.com' }],
    ];
    let times = 0;
    for (const [verb, ...args] of calls)
      await window.tierzero?.(verb, ...args).catch(() => {
        times += 1;
      });
    return times;
  });
  expect(refused).toBe(4);
};

describe('a deploy under an open tab', () => {
  it('breaks nothing that comes after it, and forgets nothing that was said before', async () => {
    const { page, complaints } = await system.visitor(unkept);
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    // Only the shell of this release is there when it goes.
    await later.from(page);
    await sayUnheard(page);
    await later.end(page);
    deploy();
    complaints.length = 0;

    await page.evaluate(() => window.tierzero?.('article', 'strict-csp'));
    const panel = panelOf(page);
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    expect(await page.locator('tierzero-root [role=dialog]').count()).toBe(1);
    expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toHaveLength(1);
    await panel.contact();
    expect(await panel.dialog.getByRole('textbox', { name: /e-mail/i }).inputValue()).toBe('ada@example.com');
    expect(complaints.filter((line) => !/Failed to (load resource|fetch)/.test(line))).toEqual([]);
  });

  it('leaves ended what the page ended, and lets it end what goes on', async () => {
    const { page } = await system.visitor(unkept);
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    await reading.from(page);
    const panel = panelOf(page);
    await panel.open();
    for (const name of ['stays', 'ended', 'off']) await hear(page, 'on', name);
    await hear(page, 'once', 'once');
    await page.evaluate(() => {
      Reflect.get(window, 'endedEnd')();
      return window.tierzero?.('off', 'article-view', Reflect.get(window, 'off'));
    });
    deploy();
    await reading.end(page);
    const read = async (slug: string, title: RegExp) => {
      await page.evaluate((name) => window.tierzero?.('article', name), slug);
      await panel.dialog.getByRole('heading', { name: title, level: 3 }).waitFor();
      await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    };
    await read('strict-csp', /content security policy/i);
    expect(await heardOn(page)).toEqual({ stays: 1, ended: 0, off: 0, once: 1 });

    await page.evaluate(() => Reflect.get(window, 'staysEnd')());
    await read('embed-the-widget', /put the widget on your page/i);
    expect(await heardOn(page)).toEqual({ stays: 1, ended: 0, off: 0, once: 1 });
  });

  it('carries what holds, and none of the calls that made it so', async () => {
    const { page } = await system.visitor(unkept);
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    await reading.from(page);
    const panel = panelOf(page);
    await panel.open();
    await page.evaluate(async () => {
      const { tierzero } = window;
      for (let number = 1; number <= 200; number++) await tierzero?.('page', { path: `/page/${number}` });
      await tierzero?.('identify', { email: 'ada@example.com' });
      await tierzero?.('theme', 'dark');
      await tierzero?.('locale', 'de');
      await tierzero?.('consent', { storage: false });
    });
    deploy();
    watchHandover();
    await reading.end(page);
    await page.evaluate(() => window.tierzero?.('article', 'strict-csp'));
    await panel.dialog.getByRole('heading', { name: /hilfreich/i }).waitFor();
    // Options, base and life: no call stands in line.
    expect(await page.evaluate(() => Reflect.get(window, 'handed').length)).toBe(3);
    expect(await page.locator('tierzero-root').getAttribute('data-theme')).toBe('dark');
    expect(await page.evaluate(() => window.tierzero?.('info'))).toMatchObject({ locale: 'de', storage: false });
    await panel.dialog
      .getByRole('button', { name: /menschen fragen/i })
      .first()
      .click();
    const address = panel.dialog.getByRole('textbox', { name: /e-mail/i });
    await address.waitFor();
    expect(await address.inputValue()).toBe('ada@example.com');
  });
});

describe('a successor that cannot be had whole', () => {
  it('leaves the panel as it is, and takes over the next time', async ({ skip }) => {
    const { page } = await system.visitor(unkept);
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    skip(!(await forgetsFailedImports(page, system.url)), keepsFailures);
    await reading.from(page);
    const panel = panelOf(page);
    await panel.open();
    await panel.field.fill('policy');
    await panel.options.first().waitFor();
    deploy();
    const words = lacking(/\/tz\/en-[\w-]+next\.js/);
    await words.from(page);
    await reading.end(page);
    const missing = page.waitForEvent('requestfailed', (request) => request.url().includes('/tz/en-'));
    await panel.options.first().click();
    await missing;
    await panel.dialog.getByRole('button', { name: 'Try again' }).waitFor();

    await words.end(page);
    // Another than the one that failed, so that its code is asked for again.
    await page.evaluate(() => window.tierzero?.('article', 'embed-the-widget'));
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    expect(await page.locator('tierzero-root [role=dialog]').count()).toBe(1);
  });
});

describe('code that could not be had for a while', () => {
  it('hears what the page said meanwhile, the last word of each', async ({ skip }) => {
    const { page } = await system.visitor(unkept);
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    skip(!(await forgetsFailedImports(page, system.url)), keepsFailures);
    await later.from(page);
    await sayUnheard(page);
    await later.end(page);
    await page.evaluate(() => window.tierzero?.('article', 'strict-csp'));
    const panel = panelOf(page);
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toHaveLength(1);
    await panel.contact();
    expect(await panel.dialog.getByRole('textbox', { name: /e-mail/i }).inputValue()).toBe('ada@example.com');
  });
});
