import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/contract/routes.ts';
import { hashOf } from '../../api/secrets.ts';
import { openSqlite } from '../../api/store/sqlite.ts';
import { signIn } from './desk.ts';
import { type System, startSystem, type Visitor } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const ask = (message: string) =>
  fetch(system.url + routes.tickets, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `a-key-of-${message}`.replaceAll(' ', '-') },
    body: JSON.stringify({ topic: 'other', message, context: [], locale: 'en' }),
  });

/** A second person of the team, signed in. */
async function signInAs(name: string): Promise<Visitor> {
  const { store, close } = openSqlite(join(system.dataDir, 'tierzero.db'), Date.now());
  const token = `sign-in-of-${name}`.padEnd(43, '-');
  await store.keepPerson({ id: name.toLowerCase(), name, role: 'agent', groups: [] }, Date.now());
  const link = { tokenHash: await hashOf(token), person: name.toLowerCase(), expiresAt: Date.now() + 60_000 };
  await store.createSignInLink(link);
  close();
  const visitor = await system.visitor();
  await visitor.page.goto(`${system.url}/desk/#${token}`);
  await visitor.page.getByRole('button', { name: 'Sign out' }).waitFor();
  return visitor;
}

const rows = (page: Page) => page.getByRole('navigation', { name: 'Requests' }).getByRole('link');
const field = (page: Page) => page.getByRole('textbox', { name: 'Reply' });

describe('two agents on one ticket', () => {
  it('see each other, and what the other one writes, without a reload', async () => {
    await ask('The first request');
    await ask('The second request');
    const one = await signIn(system);
    const two = await signInAs('Mira');
    await one.page.getByText('The first request').first().click();
    await two.page.getByText('The first request').first().click();
    await one.page.getByText('Mira is looking at this request').first().waitFor();

    // Mira begins to write: the other one sees it, above the reply and in the list.
    await field(two.page).fill('I look into it');
    await one.page.locator('.presence[data-doing="writing"]').filter({ hasText: 'Mira is writing a reply' }).waitFor();
    await one.page.locator('.row .presence-mark[data-doing="writing"]').waitFor();

    // Both write; Mira is quicker. The other one learns of it before sending.
    await field(one.page).fill('Me too');
    await two.page.getByRole('button', { name: 'Send and set pending' }).click();
    await two.page.getByText('Reply sent.').waitFor();
    await one.page.getByText('A new message arrived since you began to write.').waitFor();
    expect(await one.page.locator('.ticket').getByText('I look into it').count()).toBe(1);
    expect(await field(one.page).inputValue()).toBe('Me too');

    // A new request and another status move both lists.
    await ask('The third request');
    await one.page.getByText('The third request').first().waitFor();
    await two.page.getByText('The third request').first().waitFor();
    expect(await rows(two.page).first().textContent()).toContain('The third request');
    await one.page.getByRole('button', { name: 'Send and set solved' }).click();
    await one.page.getByText('Reply sent.').waitFor();
    await two.page.locator('.ticket').getByText('Me too').waitFor();
    await two.page.locator('.row', { hasText: 'The first request' }).getByText('Solved').waitFor();

    // Who leaves is gone.
    await two.page.keyboard.press('Escape');
    await two.page.keyboard.press('Escape');
    await one.page.locator('.presence:empty').waitFor({ state: 'attached' });
    expect([...one.complaints, ...two.complaints]).toEqual([]);
  });

  it('find a request by its words and by its queue, by keys alone', async () => {
    const { page, complaints } = await signIn(system);
    await page.getByText('The third request').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('secon');
    await expect.poll(() => rows(page).count()).toBe(1);
    expect(await page.locator('.row-text b').textContent()).toBe('second');
    expect(new URL(page.url()).search).toBe('?q=secon');
    await page.keyboard.press('Enter');
    await page.locator('.ticket').getByText('The second request').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('o');
    await expect.poll(() => new URL(page.url()).searchParams.get('queue')).toBe('open');
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('link', { name: 'Open 2' }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('b');
    await page.getByText('No promise is broken').waitFor();
    expect(complaints).toEqual([]);
  });
});
