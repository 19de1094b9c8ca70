import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../api/contract/routes.ts';
import { openSqlite } from '../../api/store/sqlite.ts';
import type { TicketChange } from '../../api/store/store.ts';
import { signIn } from './desk.ts';
import { type System, startSystem } from './system.ts';
import { violations } from './violations.ts';

let system: System;
const ids: Record<string, string> = {};

const ask = (message: string) =>
  fetch(system.url + routes.tickets, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `a-key-of-${message}`.replaceAll(' ', '-') },
    body: JSON.stringify({ topic: 'other', message, context: [], locale: 'en' }),
  });

/** One request of each kind that says something above its conversation. */
beforeAll(async () => {
  system = await startSystem();
  for (const name of ['plain', 'held', 'lead', 'merged']) await ask(`The launcher is missing, ${name}`);
  const { store, close } = openSqlite(join(system.dataDir, 'tierzero.db'), Date.now());
  const tickets = await store.listTickets({ before: undefined, limit: 9 });
  for (const { id, excerpt } of tickets) ids[excerpt.split(', ')[1] ?? ''] = id;
  const plain = tickets.find(({ id }) => id === ids['plain']);
  const into = { id: plain?.id ?? '', reference: plain?.reference ?? '' };
  const done: Record<string, Pick<TicketChange, 'set' | 'events'>> = {
    held: { set: { held: true }, events: [] },
    lead: { set: { leadAsked: true }, events: [] },
    merged: {
      set: { mergedInto: into.id },
      events: [{ actor: { kind: 'system' }, event: { kind: 'merged', into } }],
    },
  };
  for (const [name, change] of Object.entries(done)) {
    const ticketId = ids[name] ?? '';
    const { version = 0 } = tickets.find(({ id }) => id === ticketId) ?? {};
    const id = `change-${name}`;
    expect(await store.changeTickets([{ id, ticketId, version, at: Date.now(), isActivity: false, ...change }])).toBe(
      'changed',
    );
  }
  close();
});
afterAll(() => system.close());

const shots = process.env['TIERZERO_SHOTS'];

const ticket = (name: string) => `?ticket=${ids[name]}`;
const saying = (text: string | RegExp) => (page: Page) => page.locator('.ticket').getByText(text).first().waitFor();
/** Presses a key where letters are no text. */
const pressed = async (page: Page, key: string) => {
  await page.locator('.ticket').waitFor();
  await page.locator('.middle').focus();
  await page.keyboard.press(key);
};

/** Where each state is, and what is done there until it can be looked at. */
const states: Record<string, [address: () => string, open: (page: Page) => Promise<void>]> = {
  held: [() => ticket('held'), saying('Probably a machine')],
  'lead asked': [() => ticket('lead'), saying('Whoever leads should look')],
  merged: [() => ticket('merged'), saying(/^It goes on in TZ-/)],
  'search with results': [() => '?q=launcher', (page) => page.locator('.row-text b').first().waitFor()],
  'search with none': [() => '?q=zeppelin', (page) => page.locator('.list .empty-title').waitFor()],
  filters: [
    () => '?assignee=nobody',
    async (page) => {
      await page.getByText('Filters', { exact: true }).click();
      await page.getByLabel('Priority').first().waitFor();
    },
  ],
  knowledge: [
    () => ticket('plain'),
    async (page) => {
      await pressed(page, 'f');
      await page.getByRole('complementary', { name: 'Knowledge' }).locator('.knowledge-row').first().waitFor();
    },
  ],
  'saved replies': [
    () => ticket('plain'),
    async (page) => {
      await pressed(page, 's');
      await page.getByRole('listbox', { name: 'Saved replies' }).waitFor();
    },
  ],
  handover: [
    () => ticket('plain'),
    async (page) => {
      await pressed(page, 'h');
      await page.getByRole('button', { name: /^Hand over to/ }).waitFor();
    },
  ],
  keys: [
    () => ticket('plain'),
    async (page) => {
      await pressed(page, '?');
      await page.getByText('Single keys work outside of text fields').waitFor();
    },
  ],
};

describe.each(['light', 'dark'] as const)('axe finds nothing in the desk, %s', (colorScheme) => {
  it.each([390, 1280])('%i wide', async (width) => {
    const viewport = { width, height: 900 };
    const { page, complaints } = await signIn(system, { colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize(viewport);
    const found: string[] = [];
    for (const [state, [address, open]] of Object.entries(states)) {
      await page.goto(`${system.url}/desk/${address()}`);
      await open(page);
      if (shots) await page.screenshot({ path: `${shots}/desk-${state}-${colorScheme}-${width}.png` });
      found.push(...(await violations(page, `${state}, ${width}`)));
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
