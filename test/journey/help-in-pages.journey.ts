import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { panelOf, referenceIn } from './panel.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

describe('the desk', () => {
  it('has the widget by a link in its bar, and leaves its keys to it', async () => {
    const visitor = await system.visitor();
    await visitor.page.goto(`${system.url}/example/`);
    const asking = panelOf(visitor.page);
    await asking.open();
    await asking.contact();
    await asking.ask('Is there help for agents?');
    await referenceIn(asking.dialog);

    const { page, complaints } = await signIn(system);
    await page.getByText('Is there help for agents?').first().click();
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    const help = page.getByRole('link', { name: 'Help', exact: true });
    expect(await help.getAttribute('href')).toBe('/');
    await help.press('Enter');
    const { dialog, field, options } = panelOf(page);
    await field.waitFor();
    // Each of these letters is a key of the desk.
    await field.pressSequentially('reports');
    await options.first().waitFor();
    expect(await field.inputValue()).toBe('reports');
    expect(new URL(page.url()).search).toContain('ticket=');

    // Out of the field, out of the panel, and only then out of the request.
    await field.press('Escape');
    if (await dialog.isVisible()) await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(new URL(page.url()).search).toContain('ticket=');
    await page.getByRole('button', { name: 'Sign out' }).focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).not.toContain('ticket=');
    expect(complaints).toEqual([]);
  });
});

describe('the example app', () => {
  it('has an address for each view, and needs no page load between them', async () => {
    const { page, complaints } = await system.visitor();
    await page.goto(`${system.url}/example/`);
    await page.evaluate(() => Reflect.set(window, 'same', true));
    await page.getByRole('link', { name: 'New order' }).click();
    expect(new URL(page.url()).pathname).toBe('/example/new-order/');
    await page.getByRole('combobox', { name: 'Customer' }).selectOption('Ada Lindqvist');
    await page.getByRole('textbox', { name: 'Item' }).fill('Oak shelf');
    await page.getByRole('spinbutton', { name: 'Total in euros' }).fill('12');
    await page.getByRole('combobox', { name: 'Delivery' }).selectOption('Pick up');
    expect(await page.getByRole('textbox', { name: 'Address' }).isVisible()).toBe(false);
    await page.getByRole('combobox', { name: 'Delivery' }).selectOption('Parcel');
    await page.getByRole('textbox', { name: 'Address' }).fill('Somewhere 1');
    await page.getByRole('button', { name: 'Add order' }).click();
    await page.getByText('Order 1053 was added.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/example/');
    await page.getByRole('link', { name: '1053' }).click();
    await page.getByRole('heading', { name: 'Order 1053' }).waitFor();
    expect(page.url()).toBe(`${system.url}/example/order/?order=1053`);
    await page.goBack();
    await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
    expect(await page.evaluate(() => Reflect.get(window, 'same'))).toBe(true);

    await page.goto(`${system.url}/example/order/?order=1050`);
    await page.getByText('Wall hooks, set of 6').last().waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows each view without JavaScript', async () => {
    const { page } = await system.visitor({ javaScriptEnabled: false });
    await page.goto(`${system.url}/example/`);
    await page.getByRole('link', { name: 'Customers' }).click();
    await page.getByRole('heading', { name: 'Customers' }).waitFor();
    expect(await page.getByRole('heading', { name: 'Orders', exact: true }).isVisible()).toBe(false);
  });
});
