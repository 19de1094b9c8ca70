import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskTicketList } from '../../api/contract/desk.ts';
import { ticketReceipt } from '../../api/contract/ticket.ts';
import { hostileStrings } from '../support/hostile.ts';
import { signIn } from './desk.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

let keys = 0;
const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> => {
  keys += 1;
  const response = await fetch(`${system.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `hostile-key-${keys}-0000`, ...headers },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response;
};

/** As many of them as a ticket has places: message, name and context; the rest are messages of its thread. */
const perTicket = 100;
const wordsOf = (text: string) => (/\S/.test(text) ? text : `${text}.`);

async function send(strings: readonly string[]): Promise<{ capability: string; messages: string[] }> {
  const [name = '', query = '', title = '', value = '', reason = '', ...texts] = strings;
  const [first = '', ...more] = texts.map(wordsOf);
  const context = [
    { kind: 'search', id: 's', query: query.slice(0, 200), results: 0 },
    {
      kind: 'read',
      id: 'r',
      document: 'article:directives',
      title: title.slice(0, 200),
      seconds: 1,
      helpful: false,
      reason: reason.slice(0, 200),
    },
    { kind: 'host', id: 'h', name: 'plan', value: value.slice(0, 200) },
    { kind: 'page', id: 'p', url: 'https://app.example.com/', title: title.slice(0, 200) },
  ];
  const body = { topic: 'other', locale: 'en', message: first, name: name.slice(0, 100), context };
  const { capability } = ticketReceipt.parse(await (await post('/api/tickets', body)).json());
  const authorization = `Bearer ${capability}`;
  for (const text of more) await post('/api/thread/messages', { text }, { authorization });
  return { capability, messages: [first, ...more] };
}

/** Everything of a page that text must never become, and what ran. */
const intruders = (page: Page, within: string) =>
  page.evaluate(
    (root) => ({
      hit: Reflect.get(window, 'hit'),
      elements: [
        ...document.querySelectorAll(
          [
            'script',
            'img',
            'svg[onload]',
            'iframe',
            'base',
            'style',
            'link',
            'form',
            'math',
            'a[href^="javascript"]',
            '[onerror]',
            '[style]',
          ]
            .map((tag) => `${root} .message ${tag}, ${root} .context ${tag}, ${root} .row ${tag}`)
            .join(','),
        ),
      ].map(({ outerHTML }) => outerHTML),
    }),
    within,
  );

const shownTexts = (page: Page) =>
  page.locator('.message-text').evaluateAll((elements) => elements.map(({ textContent }) => textContent));

it('shows two thousand hostile strings as the text they are, and runs none of them', { timeout: 240_000 }, async () => {
  const strings = hostileStrings(2_000);
  const sent: Awaited<ReturnType<typeof send>>[] = [];
  for (let from = 0; from < strings.length; from += perTicket)
    sent.push(await send(strings.slice(from, from + perTicket)));

  const { page, complaints, context } = await signIn(system);
  const list = deskTicketList.parse(await (await context.request.get(`${system.url}/desk/api/tickets`)).json());
  expect(list.tickets).toHaveLength(sent.length);
  expect(await intruders(page, '.list')).toEqual({ hit: undefined, elements: [] });
  // Newest activity first: the last one sent is on top.
  for (const [place, { id }] of list.tickets.toReversed().entries()) {
    await page.goto(`${system.url}/desk/?ticket=${id}`);
    const { messages = [] } = sent[place] ?? {};
    await expect.poll(() => shownTexts(page)).toHaveLength(messages.length);
    expect(await shownTexts(page)).toEqual(messages);
    expect(await intruders(page, 'body')).toEqual({ hit: undefined, elements: [] });
  }
  await page.goto(`${system.url}/desk/?view=reports`);
  await page.getByRole('heading', { name: 'Reports' }).waitFor();
  await page.locator('a[href*=".csv"]').waitFor();
  expect(await intruders(page, 'body')).toEqual({ hit: undefined, elements: [] });
  expect(complaints).toEqual([]);
  // No cell of what is handed out begins as a formula, after whatever a spreadsheet leaves out.
  const sheet = await page.evaluate(async () => {
    const address = document.querySelector<HTMLAnchorElement>('a[href*=".csv"]')?.href ?? '';
    return (await fetch(address)).text();
  });
  expect(sheet.split('\n').length).toBeGreaterThan(10);
  expect(sheet.split(/\r?\n|,/).filter((cell) => /^[\s"'\ufeff]*[=+@\t\r\uff1d]/u.test(cell))).toEqual([]);

  const requester = await system.visitor();
  for (const { capability, messages } of sent) {
    await requester.page.goto(`${system.url}/request/#${capability}`);
    await requester.page.reload();
    await expect.poll(() => shownTexts(requester.page)).toHaveLength(messages.length);
    expect(await shownTexts(requester.page)).toEqual(messages);
    expect(await intruders(requester.page, 'body')).toEqual({ hit: undefined, elements: [] });
  }
  expect(requester.complaints).toEqual([]);
});
