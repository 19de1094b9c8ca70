import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/contract/routes.ts';
import { signIn } from './desk.ts';
import { card, press, ringFits, step } from './led.ts';
import { panelOf, referenceIn } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

describe('a step that did not work', () => {
  it('goes to a person with one press, past tier 1, with the walkthrough, the step and the reason', async () => {
    const { context, page, complaints } = await system.visitor();
    await page.goto(`${system.url}/example/#tierzero=walkthrough:add-an-order-in-the-example`);
    const start = page.locator('[data-tierzero-anchor="orders.new"]');
    await ringFits(page, start);
    await start.click();
    await step(page, 'Choose a customer.');
    await ringFits(page, '[data-tierzero-anchor="orders.customer"]');
    await press(page, 'This step did not work');
    expect(await card(page).count()).toBe(0);
    const panel = panelOf(page);

    // What is typed now is what is said.
    await panel.dialog.getByRole('textbox', { name: 'What happened?' }).waitFor();
    const focused = () =>
      page.evaluate(() => document.querySelector('tierzero-root')?.shadowRoot?.activeElement?.localName);
    await expect.poll(focused).toBe('textarea');

    // What is sent is seen before: the step that is blocked, and why.
    await panel.dialog.getByRole('button', { name: /also sends/i }).click();
    await panel.dialog.getByText(/^Add an order in the example app, step 2 of 8 did not work/).waitFor();
    const receipt = page.waitForResponse(
      (answer) => new URL(answer.url()).pathname === routes.tickets && answer.request().method() === 'POST',
    );
    await panel.ask('The customer I need is not in the list.');
    const reference = await referenceIn(panel.dialog);
    const { tier } = await (await receipt).json();
    expect(tier).toBeGreaterThan(1);

    const agent = await signIn(system);
    await agent.page.goto(`${system.url}/desk/`);
    await agent.page.getByText('The customer I need is not in the list.').first().click();
    await agent.page.getByText(reference).first().waitFor();
    for (const tag of ['reason:did-not-work', 'step:customer', 'walkthrough:add-an-order-in-the-example'])
      await agent.page.getByText(tag, { exact: true }).first().waitFor();
    await context.close();
    expect(complaints).toEqual([]);
  });
});
