import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteContent } from '../../content/compile/site-content.ts';
import { panelOf } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

describe('every document', () => {
  it('is among the first three results for its own title', async () => {
    const [first] = siteContent.parse(JSON.parse(readFileSync('dist/content/documents.json', 'utf8'))).locales;
    const { page } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    const panel = panelOf(page);
    await panel.open();
    for (const { title } of first?.documents ?? []) {
      await panel.field.fill(title);
      const found = panel.dialog.locator('.result-title');
      await expect.poll(async () => (await found.allTextContents()).slice(0, 3)).toContain(title);
    }
    expect(first?.documents.length).toBeGreaterThan(35);
  });
});
