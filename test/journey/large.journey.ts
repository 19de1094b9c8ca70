import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findById } from '../../content/search/find.ts';
import { type LargeSystem, startLargeSystem } from './large-system.ts';
import { panelOf } from './panel.ts';

let system: LargeSystem;
beforeAll(async () => {
  system = await startLargeSystem();
});
afterAll(() => system.close());

const isFile = (url: string): boolean => /\/tz\/en-(?:part|records)-/.test(url);
const partial = 'Part of the search index could not be loaded. These results may be incomplete.';

/** A reader who saves data: then only what a search needs is fetched. */
const visit = async ({ savesData = true } = {}) => {
  const visitor = await system.visitor({ serviceWorkers: 'block', reducedMotion: 'reduce' });
  const { page } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => {
    if (isFile(request.url())) asked.push(new URL(request.url()).pathname.slice(1));
  });
  if (savesData)
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(`${system.url}/example/`);
  const panel = panelOf(page);
  await panel.open();
  return { ...visitor, panel, asked };
};

/** Ids of what is shown, as the addresses of the results have them. */
const shown = (page: Page): Promise<string[]> =>
  page
    .getByRole('dialog')
    .getByRole('option')
    .evaluateAll((options) => options.map((option) => `article:${option.getAttribute('href')?.split('/').at(-2)}`));
const idsFor = (words: string, limit = 20): string[] =>
  system.whole.search(words, limit).results.map(({ record }) => record.id);

/** Two words of titles that need different files. */
const chosenWords = (): [first: string, second: string] => {
  const words = system.whole.head.records.map(({ title }) => title.toLowerCase().split(' ')[1]!);
  const first = words[3]!;
  const files = system.filesFor(first);
  const second = words.find((word) =>
    system
      .filesFor(word)
      .filter((file) => file.includes('-part-'))
      .some((file) => !files.includes(file)),
  );
  if (!second) throw new Error('all words lie in the same files');
  return [first, second];
};
/** A word with more results than a page of them has. */
const frequentWord = (): string => {
  const words = system.whole.head.records.slice(0, 60).map(({ title }) => title.toLowerCase().split(' ')[1]!);
  const counts = words.map((word) => system.whole.search(word, 0).count);
  return words[counts.indexOf(Math.max(...counts))] ?? '';
};
/** A part that `second` needs and `first` does not. */
const partOf = (first: string, second: string): string => {
  const others = system.filesFor(first);
  return system.filesFor(second).find((file) => file.includes('-part-') && !others.includes(file)) ?? '';
};

describe('a help center above a thousand articles', () => {
  it('answers a word with a few files, in the order of the whole index, and opens a result', async () => {
    const { page, panel, asked, complaints } = await visit();
    const [word] = chosenWords();
    expect(asked).toEqual([]);
    await panel.field.pressSequentially(word, { delay: 30 });
    await expect.poll(() => shown(page)).toEqual(expect.arrayContaining(idsFor(word, 5)));
    const ids = await shown(page);
    expect(ids.slice(0, 5)).toEqual(idsFor(word, 5));
    expect(ids).toEqual(idsFor(word, 20).filter((id) => ids.includes(id)));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(15);
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
    // Nothing of it in the root file, so that it says something.
    expect(asked.some((file) => file.includes('-records-'))).toBe(true);

    const [first] = idsFor(word, 1);
    const { title = '' } = findById(system.whole.index, first ?? '').record ?? {};
    await panel.field.press('Enter');
    await panel.dialog.getByRole('heading', { name: title, exact: true }).waitFor();
    await panel.dialog.getByRole('heading', { name: 'Was this helpful?' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens a document that a link names, and says so when there is none', async () => {
    const { page, panel } = await visit();
    const { id, title } = system.whole.head.records[777]!;
    await page.evaluate((slug) => window.tierzero?.('article', slug), id.replace('article:', ''));
    await panel.dialog.getByRole('heading', { name: title, exact: true }).waitFor();
    const refused = page.evaluate(() =>
      Promise.resolve(window.tierzero?.('article', 'nobody-wrote-this')).catch(String),
    );
    await panel.dialog.getByText('This article is not here any more.').waitFor();
    expect(await refused).toContain('no document article:nobody-wrote-this');
  });

  it('lists a category, a few files at a time', async () => {
    const { panel, asked } = await visit();
    const [category] = system.whole.head.categories;
    if (!category) throw new Error('no category');
    await panel.dialog.getByRole('button', { name: category.title, exact: true }).click();
    const records = panel.dialog.locator('.record');
    await expect.poll(() => records.count()).toBe(48);
    expect(asked.length).toBeLessThan(6);
    await panel.dialog.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => records.count()).toBe(96);
  });

  it('heals by itself when a file arrives damaged once', async () => {
    const { page, panel } = await visit();
    const [first, second] = chosenWords();
    const part = partOf(first, second);
    let times = 0;
    await page.route(`**/${part}`, (route) => {
      times++;
      return times > 1 ? route.continue() : route.fulfill({ body: flipped(part) });
    });
    await panel.field.fill(second);
    await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(idsFor(second, 5));
    expect(times).toBe(2);
    expect(await panel.dialog.getByText(partial).count()).toBe(0);
  });

  it.each(['missing', 'damaged'])('goes on without a part that is %s, says so, and finds it again', async (how) => {
    const { page, panel } = await visit();
    const [first, second] = chosenWords();
    const part = partOf(first, second);
    await page.route(`**/${part}`, (route) =>
      how === 'missing' ? route.fulfill({ status: 404, body: '' }) : route.fulfill({ body: flipped(part) }),
    );
    const manifests: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/tierzero.json')) manifests.push(request.url());
    });
    await panel.field.fill(`${first} ${second} `);
    await panel.dialog.getByText(partial).waitFor();
    // A deploy might have taken it away: asked once.
    expect(manifests).toHaveLength(1);
    expect(await shown(page)).toEqual(expect.arrayContaining(idsFor(first, 1)));
    await page.unroute(`**/${part}`);
    await panel.dialog.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(idsFor(`${first} ${second} `, 5));
    expect(await panel.dialog.getByText(partial).count()).toBe(0);
  });

  it('searches again what was searched when the network is away, also on the next page, and says what it lacks', async () => {
    const { page, panel, asked } = await visit();
    const [first, second] = chosenWords();
    await panel.field.fill(first);
    await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(idsFor(first, 5));
    const needed = system.filesFor(first);
    await expect.poll(() => keptFiles(page)).toEqual(expect.arrayContaining(needed));
    // The page and its scripts are the host's to keep; nothing of the help center's data can be had.
    await page.route(/tierzero\.json|\/tz\/[^/]+\.txt/, (route) => route.abort());
    await page.reload();
    asked.length = 0;
    await panel.open();
    await panel.field.fill(first);
    await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(idsFor(first, 5));
    expect(asked).toEqual([]);
    expect(await panel.dialog.getByText(partial).count()).toBe(0);
    await panel.field.fill(second);
    await panel.dialog.getByText(partial).waitFor();
    await page.unroute(/tierzero\.json|\/tz\/[^/]+\.txt/);
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(async () => (await shown(page)).slice(0, 5)).toEqual(idsFor(second, 5));
  });

  it('has the whole some time after the first search, and then needs no network', async () => {
    const { page, context, panel, asked } = await visit({ savesData: false });
    const [first, second] = chosenWords();
    await panel.field.fill(first);
    await expect.poll(() => asked.length, { timeout: 30_000 }).toBe(system.filesInAll);
    await expect.poll(() => shown(page)).toEqual(idsFor(first));
    await page.waitForLoadState('networkidle');
    await context.setOffline(true);
    await panel.field.fill(second);
    await expect.poll(() => shown(page)).toEqual(idsFor(second));
    expect(asked.toSorted()).toEqual([...new Set(asked)].toSorted());
  });

  it('filters all that match on the search page, with numbers once they are known', async () => {
    const { page } = await visit();
    const words = frequentWord();
    await page.goto(`${system.url}/search/?q=${words}`);
    const results = page.locator('ol.results a');
    await results.first().waitFor();
    const { count } = system.whole.search(words, 0);
    expect(count).toBeGreaterThan(20);
    await page
      .getByText(`${count.toLocaleString('en')} results`)
      .first()
      .waitFor();
    const [category] = system.whole.head.categories;
    if (!category) throw new Error('no category');
    await page.getByRole('combobox', { name: 'Topic' }).selectOption({ label: category.title });
    const inIt = system.whole.search(words, 2_000).results.filter(({ record }) => record.category === category.slug);
    await expect.poll(() => results.count(), { timeout: 20_000 }).toBe(Math.min(20, inIt.length));
    // Numbers stand there once every record is, and those come a few at a time.
    const options = () => page.getByRole('combobox', { name: 'Topic' }).locator('option').allTextContents();
    await expect.poll(options, { timeout: 20_000 }).toContain(`${category.title} (${inIt.length})`);
  });
});

const flipped = (file: string): Buffer => {
  const bytes = Buffer.from(system.read(file));
  bytes[40] = (bytes[40] ?? 0) ^ 255;
  return bytes;
};

/** Files of the index on the device. */
const keptFiles = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const requests = await (await caches.open('tierzero')).keys();
    return requests.flatMap(({ url }) => /\/tz\/last-good\/files\/(.+)$/.exec(url)?.[1] ?? []);
  });
