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

const question = 'The help button is missing on our page since this morning.';
const title = 'The launcher does not appear';

/** Follows the link of the reply, which opens beside the conversation, and closes what it led to. */
const follow = async ({ page, context }: Visitor, link: string): Promise<string> => {
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: link }).click();
  const article = await opened;
  const heading = await article.getByRole('heading', { level: 1 }).textContent();
  await article.close();
  return heading ?? '';
};

const happened = (page: Page): Promise<string[]> =>
  page.locator('.happened > span').evaluateAll((rows) => rows.map((row) => row.textContent ?? ''));

describe('a request that an article answers', () => {
  it('is answered from the knowledge base by the first tier, and the requester opens the article', async () => {
    const requester = await system.visitor();
    const { page } = requester;
    await page.goto(`${system.url}/example/`);
    const panel = panelOf(page);
    await panel.open();
    await panel.contact();
    await panel.ask(question);
    await referenceIn(panel.dialog);
    await page.getByRole('button', { name: 'Open the conversation' }).click();

    // The first tier looks for an article beside the request; what is internal has no link.
    const agent = await signIn(system);
    const desk = agent.page;
    await desk.getByText(question).first().click();
    const reply = desk.getByRole('textbox', { name: 'Reply' });
    await reply.fill('Hello, the article below names the usual causes.\n\n');
    await desk
      .getByRole('complementary', { name: 'About this request' })
      .getByText('Tier 1', { exact: true })
      .waitFor();
    await desk.locator('.middle').focus();
    await desk.keyboard.press('f');
    const knowledge = desk.getByRole('complementary', { name: 'Knowledge' });
    await knowledge.getByRole('searchbox').fill('launcher missing');
    await knowledge.getByRole('button', { name: new RegExp(title) }).click();
    await knowledge.getByRole('heading', { name: title }).waitFor();

    // Its link and a passage go into the reply, below what was written.
    await knowledge.getByRole('button', { name: 'Insert link' }).click();
    const link = `${system.url}/articles/launcher-missing/`;
    await expect.poll(() => reply.inputValue()).toContain(link);
    await knowledge.getByRole('button', { name: 'Insert this section: The request answers 404' }).click();
    await expect.poll(() => reply.inputValue()).toContain('The address is wrong');
    expect(await reply.inputValue()).toMatch(/^Hello, the article below names the usual causes\.\n\nhttp/);

    // It is kept that this article answers it; then it is solved, with its cause.
    await knowledge.getByRole('button', { name: 'This article answers it' }).click();
    await desk.getByText('Kept with the request.').waitFor();
    await knowledge.getByRole('button', { name: 'Close' }).click();
    await desk.getByRole('button', { name: 'Send and set solved' }).click();
    await desk.getByRole('combobox', { name: 'What ended it?' }).selectOption({ label: 'An article answered it' });
    await desk.locator('.cause').getByRole('button', { name: 'Set' }).click();
    await desk.getByText('said what ended it: An article answered it').waitFor();
    expect((await happened(desk)).join('\n')).toContain(title);

    // The requester reads it in the widget and opens the article from there …
    await panel.dialog.getByText('Hello, the article below names the usual causes.').waitFor();
    expect(await follow(requester, link)).toBe(title);
    await panel.dialog.getByText('Solved', { exact: true }).waitFor();

    // … and on the request page.
    await page.getByText('Open on another device').click();
    const address = await page.getByRole('textbox', { name: 'Link to this request' }).inputValue();
    const other = await system.visitor();
    await other.page.goto(address);
    await other.page.getByText('Hello, the article below names the usual causes.').waitFor();
    expect(await follow(other, link)).toBe(title);

    expect([...requester.complaints, ...agent.complaints, ...other.complaints]).toEqual([]);
  });
});
