import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { panelOf, referenceIn } from './panel.ts';
import { type System, startSystem, type Visitor } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const shots = process.env['TIERZERO_SHOTS'];
const found: string[] = [];

/** What axe finds on a desktop in light and on a phone in dark, and a picture of each for whoever wants to look. */
const look = async (page: Page, state: string) => {
  for (const [colorScheme, width] of [
    ['dark', 390],
    ['light', 1280],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    if (shots) await page.screenshot({ path: `${shots}/${state}-${colorScheme}-${width}.png` });
    const { violations } = await new AxeBuilder({ page }).analyze();
    found.push(
      ...violations.map(({ id, nodes }) => `${state}, ${colorScheme}: ${id} at ${nodes[0]?.target.join(' ')}`),
    );
  }
};

const reports = [
  'The invoice export hangs at ninety percent since this morning.',
  'Since this morning the invoice export hangs at ninety percent.',
  'Export of invoices hangs! Stuck at ninety percent.',
];

/** Opens the panel on the example page and asks. */
const report = async (message: string): Promise<Visitor> => {
  const visitor = await system.visitor();
  await visitor.page.goto(`${system.url}/example/`);
  const panel = panelOf(visitor.page);
  await panel.open();
  await panel.contact();
  await panel.ask(message);
  await referenceIn(panel.dialog);
  await visitor.page.getByRole('button', { name: 'Open the conversation' }).click();
  return visitor;
};

describe('a known issue', () => {
  it('is announced from three reports, shown to a fourth who is told, and answered once for all', async () => {
    const people: Visitor[] = [];
    for (const message of reports) people.push(await report(message));

    const agent = await signIn(system);
    const desk = agent.page;
    await desk.getByRole('link', { name: /^Known issues/ }).click();
    await desk.getByText('3 requests:').waitFor();
    await look(desk, 'desk-cluster');
    await desk.getByRole('button', { name: 'Announce as a known issue' }).click();
    await desk.getByRole('textbox', { name: 'Title' }).first().fill('Exports hang');
    await desk
      .getByRole('textbox', { name: 'What people should know' })
      .first()
      .fill('Invoices can be exported again soon.');
    await look(desk, 'desk-announce');
    await desk.getByRole('button', { name: 'Announce, 3 requests join' }).click();
    await desk.getByText('Being worked on').waitFor();
    await look(desk, 'desk-known');

    // A fourth one reads it on the site, then in the panel, and asks to be told.
    const fourth = await system.visitor();
    const { page } = fourth;
    await page.goto(`${system.url}/`);
    const banner = page.getByRole('complementary', { name: 'Known issues' });
    await banner.getByText('Exports hang').waitFor();
    expect(await banner.textContent()).toContain('3 people reported this. It is being worked on.');
    await look(page, 'site-banner');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.goto(`${system.url}/example/`);
    const panel = panelOf(page);
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/api/issues') && asked.push(request.url()));
    expect(asked).toEqual([]);
    await panel.open();
    await panel.dialog.getByText('3 people reported this. It is being worked on.').waitFor();
    expect(asked).toHaveLength(1);
    await look(page, 'widget-notice');
    await panel.dialog.getByRole('button', { name: 'Tell me when it is solved' }).click();
    expect(await panel.dialog.getByRole('textbox', { name: 'Your message' }).inputValue()).toBe(
      'I have this problem too: Exports hang',
    );
    await look(page, 'widget-tell');
    await panel.dialog.getByRole('button', { name: 'Tell me', exact: true }).click();
    await panel.dialog.getByText('You read here when it is solved.').waitFor();
    await look(page, 'widget-told');
    await panel.dialog.getByRole('button', { name: 'Open the conversation' }).click();
    await panel.dialog.getByText('Part of a known issue: Exports hang').waitFor();
    await look(page, 'widget-thread');
    people.push(fourth);

    // Solved once.
    await desk.reload();
    await desk.getByText('4 people').waitFor();
    await desk.getByRole('button', { name: 'Solve', exact: true }).click();
    await desk.getByText(/4 people get this answer/).waitFor();
    await desk.getByRole('textbox', { name: 'Answer, English' }).fill('Exports run again. Thank you for telling us.');
    await look(desk, 'desk-solve');
    await desk.getByRole('button', { name: 'Solve and answer all' }).click();
    await desk.getByText('Solved · 4 people', { exact: false }).waitFor();

    // All four read it, in the panel and on the request page.
    for (const person of people) {
      await person.page.getByText('Exports run again. Thank you for telling us.').waitFor();
    }
    await page.getByText('Open on another device').click();
    const link = await page.getByRole('textbox', { name: 'Link to this request' }).inputValue();
    const other = await system.visitor();
    await other.page.goto(link);
    await other.page.getByText('Exports run again. Thank you for telling us.').waitFor();
    await other.page.getByText('Part of a known issue: Exports hang').waitFor();
    await look(other.page, 'request-page');
    expect(found).toEqual([]);
    expect([...people, agent, other].flatMap(({ complaints }) => complaints)).toEqual([]);
  }, 240_000);
});
