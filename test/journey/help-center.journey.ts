import { afterAll, beforeAll, expect, test } from 'vitest';
import { deadLinks } from '../site/crawl.ts';
import { type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.close());

const article = '/articles/embed-the-widget/';

test('leads nowhere that is not there', async () => {
  expect(await deadLinks('dist/public', '/')).toEqual([]);
});

test('runs every kind of page under its policy without a complaint', async () => {
  const { context, page, complaints } = await system.visitor({ serviceWorkers: 'block' });
  const paths = [
    '/',
    article,
    '/categories/widget/',
    '/faqs/',
    '/walkthroughs/',
    '/search/?q=widget',
    '/de/',
    '/de/faqs/',
  ];
  for (const path of paths) {
    const response = await page.goto(system.url + path, { waitUntil: 'load' });
    expect([path, response?.status()]).toEqual([path, 200]);
    expect(await response?.headerValue('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self' 'sha256-/,
    );
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test('loses no key when the real search takes the place of the form', async () => {
  const { context, page, complaints } = await system.visitor({ serviceWorkers: 'block' });
  const code: string[] = [];
  page.on('request', (request) => {
    if (/\/tz\//.test(request.url())) code.push(request.url());
  });
  await page.goto(system.url + article, { waitUntil: 'networkidle' });
  expect(code).toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type('rename a/b article', { delay: 15 });
  await page.getByRole('option').first().waitFor();
  expect(await page.getByRole('combobox').inputValue()).toBe('rename a/b article');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/search/?q=rename+a%2Fb+article');
  expect(complaints).toEqual([]);
  await context.close();
});

test('has a search page that can be shared', async () => {
  const { context, page } = await system.visitor({ serviceWorkers: 'block' });
  await page.goto(`${system.url}/de/search/?q=strict%20csp`);
  await page
    .getByRole('link', { name: /Content Security Policy/ })
    .first()
    .click();
  // To the section that answers, once its text is there.
  await page.waitForURL(/\/de\/articles\/[^/]+\/(?:#.*)?$/);
  expect(await page.getByText('noch nicht übersetzt').isVisible()).toBe(true);
  expect(await page.locator('main').getAttribute('lang')).toBe('en');
  await context.close();
});

test('sends why an article did not help, and keeps the words when there is no connection', async () => {
  const { context, page } = await system.visitor({ serviceWorkers: 'block' });
  const sent: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/feedback')) sent.push(request.postDataJSON());
  });
  await page.goto(system.url + article);
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByLabel('It is hard to follow').check();
  await page.getByLabel('In your words').fill('Where does the tag go?');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('there is no connection right now').waitFor();
  expect(await page.getByLabel('In your words').inputValue()).toBe('Where does the tag go?');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('Thank you. The people who write this page').waitFor();
  expect(sent.at(-1)).toEqual({
    document: 'article:embed-the-widget',
    locale: 'en',
    helpful: false,
    reason: 'unclear',
    words: 'Where does the tag go?',
  });
  await context.close();
});

test('keeps the chosen colours, and nothing else, on the device', async () => {
  const { context, page } = await system.visitor({ colorScheme: 'light', serviceWorkers: 'block' });
  const surface = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.goto(system.url + article);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  const light = await surface();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  expect(await surface()).not.toBe(light);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['tierzero-theme']);
  await page.getByRole('radio', { name: 'Auto' }).check();
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await context.close();
});

test('can be read, searched for topics and left for a person without JavaScript', async () => {
  const { context, page } = await system.visitor({ javaScriptEnabled: false, colorScheme: 'dark' });
  await page.goto(`${system.url}${article}`);
  const surface = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(surface).toBe('rgb(25, 24, 22)');
  expect(await page.getByText('Was this helpful?').isVisible()).toBe(false);
  await page.getByLabel('Search the help center').fill('widget');
  await page.getByLabel('Search the help center').press('Enter');
  await page.waitForURL('**/search/?q=widget');
  await page.getByRole('link', { name: /The widget/ }).click();
  await page.getByRole('heading', { name: 'The widget', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Contact a person' }).first().click();
  await page.waitForURL('**/contact?*');
  expect(await page.getByText('/categories/widget/').isVisible()).toBe(true);
  await context.close();
});

test('opens pages without a network: as visited, or from the library', async () => {
  const { context, page } = await system.visitor();
  await page.goto(system.url + article);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.goto(`${system.url}/articles/tag-options/`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.goto(`${system.url}/articles/tag-options/`);
  await page.getByRole('heading', { name: 'Tag options', level: 1 }).waitFor();
  await page.goto(`${system.url}/articles/verbs/`);
  await page.getByText('This is the copy kept on this device.').waitFor();
  await page.getByRole('heading', { name: 'Verbs of the tierzero function' }).waitFor();
  await context.close();
});
