import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system?.close());

/** Invites somebody and answers the link. */
async function invite(page: Page, name: string, group: string): Promise<string> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  const form = page.locator('form.invite');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel(group).check();
  await form.getByRole('button', { name: 'Make an invitation' }).click();
  return form.getByLabel('Sign-in link').inputValue();
}

/** Writes a request and answers its id, which the desk's API tells an admin. */
async function ask(page: Page, message: string): Promise<string> {
  return page.evaluate(async (text) => {
    await fetch('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ topic: 'other', message: text, context: [], locale: 'en', name: 'Ada' }),
    });
    const { tickets } = await (await fetch('/desk/api/tickets')).json();
    return String(tickets[0].id);
  }, message);
}

describe('the team', () => {
  it('lets in a partner by an invitation, who cannot open another group’s request by its id, and shuts them out', async () => {
    const admin = await signIn(system);
    const id = await ask(admin.page, 'Something only our own people may read.');
    const link = await invite(admin.page, 'Pia', 'Our hosting partner');
    const partner = await system.visitor();
    await partner.page.goto(link);
    await partner.page.getByText('No requests yet').waitFor();
    expect(partner.page.url()).not.toContain('#');
    await partner.page.goto(`${system.url}/desk/?ticket=${id}`);
    await partner.page.getByText('There is no such request').waitFor();
    expect(await partner.page.content()).not.toContain('only our own people');
    await admin.page.goto(`${system.url}/desk/?ticket=${id}`);
    await admin.page.getByText('only our own people').first().waitFor();

    await admin.page.goto(`${system.url}/desk/?view=people`);
    await admin.page.getByRole('button', { name: 'Change Pia' }).click();
    await admin.page.getByRole('button', { name: 'Shut out' }).click();
    await admin.page
      .getByRole('group', { name: /^Shut .+ out now/ })
      .getByRole('button', { name: 'Shut out' })
      .click();
    await admin.page.getByRole('button', { name: 'Let in' }).waitFor();
    await partner.page.goto(link);
    await partner.page.getByRole('heading', { name: 'This sign-in link does not work any more' }).waitFor();

    await admin.page.getByRole('link', { name: 'Activity' }).click();
    await admin.page.getByText('Shut out Pia').waitFor();
    await admin.page.getByText('Was refused').waitFor();
    expect((await new AxeBuilder({ page: admin.page }).analyze()).violations).toEqual([]);
    expect(admin.complaints).toEqual([]);
  });
});
