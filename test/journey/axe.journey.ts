import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './desk.ts';
import { panelOf, referenceIn } from './panel.ts';
import { type System, startSystem } from './system.ts';
import { violations } from './violations.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

describe.each(['light', 'dark'] as const)('axe finds nothing, %s', (colorScheme) => {
  it('in any state of the panel', async () => {
    const { page } = await system.visitor({ colorScheme, reducedMotion: 'reduce' });
    const panel = panelOf(page);
    const found: string[] = [];
    const look = async (state: string) => found.push(...(await violations(page, state)));

    await page.goto(`${system.url}/example/`);
    await page.getByRole('button', { name: 'Help', exact: true }).waitFor();
    await look('closed');
    await panel.open();
    await panel.dialog.getByRole('button', { name: /getting started/i }).waitFor();
    await look('home');
    await panel.field.fill('strict contnet security policy');
    await panel.options.first().waitFor();
    await look('results');
    await panel.field.fill('qqqq zzzz xxxx');
    await panel.dialog
      .getByRole('button', { name: /contact a person/i })
      .first()
      .waitFor();
    await look('nothing found');
    await panel.field.fill('directives');
    await panel.options.first().waitFor();
    await panel.field.press('Enter');
    await panel.dialog.getByRole('heading', { name: /was this helpful/i }).waitFor();
    await look('article');
    await panel.dialog.getByRole('button', { name: 'No', exact: true }).click();
    await look('not helpful');
    await panel.contact();
    await panel.dialog.getByRole('button', { name: /^Also sends:/ }).click();
    await look('contact');
    await panel.dialog.getByRole('textbox', { name: 'What happened?' }).fill('');
    await panel.dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await look('contact with a mistake');
    await panel.ask(`Looked at by a machine, ${colorScheme}.`);
    await referenceIn(panel.dialog);
    await look('sent');
    await panel.dialog.getByRole('button', { name: 'Open the conversation' }).click();
    await panel.dialog.getByRole('textbox', { name: 'Your reply' }).waitFor();
    await look('thread');
    expect(found).toEqual([]);
  });

  it('on any page of the help center', async () => {
    const { page } = await system.visitor({ colorScheme, reducedMotion: 'reduce' });
    const found: string[] = [];
    const paths = [
      '/',
      '/categories/widget/',
      '/articles/directives/',
      '/faqs/',
      '/walkthroughs/',
      '/walkthroughs/publish-your-first-article/',
      '/search/?q=csp',
      '/de/articles/directives/',
      '/nowhere/',
      '/offline/',
      '/contact',
      '/request/',
      '/example/',
    ];
    for (const path of paths) {
      await page.goto(`${system.url}${path}`);
      await page.waitForLoadState('networkidle');
      found.push(...(await violations(page, path)));
    }
    expect(found).toEqual([]);
  });

  it('in any state of the desk', async () => {
    const found: string[] = [];
    const signedOut = await system.visitor({ colorScheme });
    await signedOut.page.goto(`${system.url}/desk/`);
    await signedOut.page.getByRole('heading', { name: 'Sign in to the desk' }).waitFor();
    found.push(...(await violations(signedOut.page, 'signed out')));

    const { page } = await signIn(system, { colorScheme, reducedMotion: 'reduce' });
    await page.getByText('Looked at by a machine').first().waitFor();
    found.push(...(await violations(page, 'list')));
    await page.getByText('Looked at by a machine').first().click();
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    found.push(...(await violations(page, 'ticket')));
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Note for the desk' }).waitFor();
    found.push(...(await violations(page, 'note')));
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByText('Single keys work outside of text fields').waitFor();
    found.push(...(await violations(page, 'keys')));
    await page.getByRole('button', { name: 'Close' }).click();
    await page.keyboard.press('s');
    await page.getByRole('listbox', { name: 'Saved replies' }).waitFor();
    found.push(...(await violations(page, 'saved replies')));
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    const knowledge = page.getByRole('complementary', { name: 'Knowledge' });
    await knowledge.getByRole('searchbox').fill('missing launcher');
    await knowledge.getByText('Internal – never send this link').first().waitFor();
    found.push(...(await violations(page, 'knowledge')));
    await knowledge.getByRole('button', { name: /five questions/ }).click();
    await knowledge.getByRole('button', { name: 'Insert this section' }).click();
    await knowledge.getByRole('button', { name: 'Insert it' }).waitFor();
    found.push(...(await violations(page, 'internal article')));
    for (const _ of ['article', 'panel', 'field']) await page.keyboard.press('Escape');
    await page.keyboard.press('w');
    await page.getByRole('region', { name: 'Decision' }).waitFor();
    await page.getByRole('textbox', { name: 'Message' }).fill('The help center is down in production');
    await page.getByText('Security and outages').first().waitFor();
    found.push(...(await violations(page, 'what if')));
    expect(found).toEqual([]);
  });
});
