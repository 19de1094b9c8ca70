import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forgetsFailedImports } from '../support/failed-imports.ts';
import { signIn } from './desk.ts';
import { panelOf } from './panel.ts';
import { hostPage, type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

describe('without a network', () => {
  it('searches, reads, keeps a message and delivers it once when the network is back', async () => {
    const { page, context } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    const panel = panelOf(page);
    await panel.open();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);

    await panel.field.fill('put the widget on a page');
    await panel.options.first().waitFor();
    await panel.field.press('Enter');
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    await panel.contact();
    await panel.ask('Written in a tunnel.');
    await panel.dialog.getByText('Kept on this device', { exact: false }).first().waitFor();

    await context.setOffline(false);
    await panel.dialog.getByText('Sent', { exact: true }).waitFor();
    const agent = await signIn(system);
    await agent.page.getByText('Written in a tunnel.').first().waitFor();
    expect(await agent.page.getByText('Written in a tunnel.').count()).toBe(1);
  });

  it('leaves the page and what was typed there alone when Help was never pressed before', async () => {
    const host = await hostPage(system.url);
    const { page, context } = await system.visitor({ serviceWorkers: 'block' });
    await page.goto(host.url);
    const launcher = page.locator('tierzero-root button');
    await launcher.waitFor();
    await page.evaluate(() => document.body.append(document.createElement('textarea')));
    await page.locator('textarea').fill('Half an order.');
    await context.setOffline(true);
    await launcher.click();
    await page.getByRole('button', { name: 'Offline', exact: true }).waitFor();
    expect(page.url()).toBe(host.url);
    expect(await page.locator('textarea').inputValue()).toBe('Half an order.');
    expect(context.pages()).toHaveLength(1);

    await context.setOffline(false);
    if (!(await forgetsFailedImports(page, system.url))) return host.close();
    await launcher.click();
    await panelOf(page).field.waitFor();
    expect(await launcher.first().textContent()).toBe('Help');
    await host.close();
  });

  it('delivers what was kept as soon as the loader loads again, without opening the panel', async () => {
    const { page, context } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    const panel = panelOf(page);
    await panel.open();
    await panel.contact();
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await panel.ask('Kept over a reload.');
    await panel.dialog.getByText('Kept on this device', { exact: false }).first().waitFor();
    await page.goto('about:blank');
    await context.setOffline(false);
    const delivered = page.waitForResponse((response) => response.url().endsWith('/api/tickets') && response.ok());
    await page.goto(`${system.url}/example/`);
    const { reference } = (await (await delivered).json()) as { reference: string };
    expect(reference).toMatch(/^TZ-/);
    expect(await page.getByRole('dialog').isVisible()).toBe(false);

    await panel.open();
    await panel.dialog.getByRole('button', { name: /your requests/i }).click();
    await panel.dialog.getByText(reference).first().waitFor();
  });
});
