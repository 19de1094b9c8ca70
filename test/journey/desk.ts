import type { BrowserContextOptions, Page } from 'playwright-core';
import type { System, Visitor } from './system.ts';

/** An agent at the desk, signed in. */
export async function signIn(system: System, options?: BrowserContextOptions): Promise<Visitor> {
  const agent = await system.visitor(options);
  await agent.page.goto(await system.signInLink());
  await agent.page.getByRole('button', { name: 'Sign out' }).waitFor();
  return agent;
}

/** Opens the ticket whose first line is `excerpt` and answers it. */
export async function reply(page: Page, excerpt: string, text: string): Promise<void> {
  await page.getByText(excerpt).first().click();
  await page.getByRole('textbox', { name: 'Reply' }).fill(text);
  await page.getByRole('button', { name: 'Send and set pending' }).click();
  await page.getByText('Reply sent.').waitFor();
}
