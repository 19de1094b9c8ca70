import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelOf } from './panel.ts';
import { type System, startSystem } from './system.ts';

const folder = mkdtempSync(join(tmpdir(), 'tierzero-deploy-'));
let system: System;
beforeAll(async () => {
  cpSync('dist/public', folder, { recursive: true });
  system = await startSystem(folder);
});
afterAll(async () => {
  await system.close();
  rmSync(folder, { recursive: true, force: true });
});

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

describe('a deploy under an open tab', () => {
  it('breaks nothing that comes after it, and forgets nothing that was said before', async () => {
    const { page, complaints } = await system.visitor();
    await page.goto(`${system.url}/articles/embed-the-widget/`);
    const launcher = page.getByRole('button', { name: 'Help', exact: true });
    // Only the shell of this release is there when it goes.
    await page.route(/\/tz\/(?!shell|en-)[\w-]+\.js/, (route) => route.abort());
    await launcher.hover();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      void window.tierzero?.('identify', { email: 'ada@example.com' });
      void window.tierzero?.('on', 'article-view', (detail: unknown) => seen.push(detail));
    });
    await page.unroute(/\/tz\/(?!shell|en-)[\w-]+\.js/);
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
});
