import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { compileCorpus } from '../../../../content/compile/corpus/compile.ts';
import { siteContent } from '../../../../content/compile/site-content.ts';
import { contentManifest } from '../../../../content/schema/manifest.ts';
import { settings } from '../../../../content/schema/settings.ts';
import { createEngine } from '../../../../content/search/engine.ts';
import { openIndex } from '../../../../content/search/reader.ts';

interface Line {
  id: string;
  title?: string;
  body?: string;
  [key: string]: unknown;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tierzero-corpus-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

/** Compiles articles that say nothing but what is given, and reads what came of them. */
async function compiled(lines: readonly Line[], options: { locale?: string; name?: string } = {}) {
  const path = await folder();
  const file = join(path, 'acme.jsonl');
  const articles = lines.map((line) => ({
    title: `About ${line.id}`,
    body: 'Some text that is long enough.',
    ...line,
  }));
  await writeFile(file, articles.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const out = join(path, 'out');
  const result = await compileCorpus({ file, out, locale: 'en', ...options });
  if (!result.ok) throw new Error(result.errors.join('\n'));
  const json = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(out, name), 'utf8'));
  const manifest = contentManifest.parse(await json('manifest.json'));
  const [site] = siteContent.parse(await json('documents.json')).locales;
  if (!site) throw new Error('no locale');
  const opened = openIndex(new Uint8Array(await readFile(join(out, manifest.content[site.locale]!.index))));
  if (!opened.ok) throw new Error(opened.reason);
  const byId = new Map(site.documents.map((document) => [document.source, document]));
  return { ...result, out, json, manifest, site, byId, engine: createEngine(opened.index) };
}

const slugsBy = async (ids: readonly string[]) => {
  const { byId } = await compiled(ids.map((id) => ({ id })));
  return ids.map((id) => byId.get(id)?.slug);
};

describe('compileCorpus', () => {
  it('makes what a content folder becomes', async () => {
    const lines = [
      {
        id: 'a',
        title: 'Reset a password',
        body: 'Choose **Forgot?**.\n\n## No mail\n\nLook into spam.',
        category: 'Account',
      },
      { id: 'b', title: 'Invoices', body: 'They come by mail.', category: 'Billing' },
    ];
    const { out, summary, warnings, manifest, site, json, engine } = await compiled(lines);
    expect((await readdir(out)).sort()).toEqual([
      'documents.json',
      'manifest.json',
      'redirects.json',
      'routing.json',
      'settings.json',
      'team',
      'tz',
      'walkthroughs.json',
    ]);
    expect(summary).toMatchObject({ documents: 2, written: 13 });
    expect(warnings).toEqual([]);
    expect(manifest.settings).toMatchObject({ name: 'acme', locales: ['en'] });
    expect(settings.parse(await json('settings.json')).topics).toEqual([
      { id: 'other', title: { en: 'Something else' } },
    ]);
    expect(site.categories.map(({ slug, title, description }) => [slug, title, description])).toEqual([
      ['account', 'Account', 'Reset a password'],
      ['billing', 'Billing', 'Invoices……'],
    ]);
    expect(site.documents[0]).toEqual({
      id: 'article:a',
      kind: 'article',
      slug: 'a',
      locale: 'en',
      category: 'account',
      title: 'Reset a password',
      description: 'Reset a password',
      related: [],
      body: [
        { tag: 'p', children: ['Choose ', { tag: 'strong', children: ['Forgot?'] }, '.'] },
        { tag: 'h2', id: 'no-mail', children: ['No mail'] },
        { tag: 'p', children: ['Look into spam.'] },
      ],
      source: 'a',
    });
    expect(engine.search('forgot my password', 3).results[0]?.record.id).toBe('article:a');
  });

  it('takes locale and name', async () => {
    const { manifest, site } = await compiled([{ id: 'a' }], { locale: 'de', name: 'Beispiel' });
    expect(site.locale).toBe('de');
    expect(manifest.settings).toMatchObject({ name: 'Beispiel', locales: ['de'] });
    expect(manifest.settings.topics[0]?.title).toEqual({ de: 'Etwas anderes' });
  });

  it('makes of ids short slugs of their own, the same whatever else is there', async () => {
    const long = `${'section/'.repeat(12)}last-part`;
    expect(await slugsBy(['Get Started/Über_uns', long, '使い方', 'a/b-c', 'a-b/c'])).toEqual([
      'get-started-uber-uns',
      expect.stringMatching(/^section-(?:section-)+last-part-[0-9a-f]{6}$/),
      expect.stringMatching(/^article-[0-9a-f]{6}$/),
      expect.stringMatching(/^a-b-c-[0-9a-f]{6}$/),
      'a-b-c',
    ]);
    const [first] = await slugsBy([long]);
    expect(first?.length).toBeLessThanOrEqual(80);
    expect(await slugsBy([long, 'z', 'a'])).toEqual([first, 'z', 'a']);
  });

  it('takes what an article lacks from its text', async () => {
    const { byId } = await compiled([
      {
        id: 'a',
        description: 'short',
        body: '## Start\n\nFew words.\n\nThe first sentence that says something. And more.',
      },
      { id: 'b', description: `${'word '.repeat(60)}` },
      { id: 'c', title: 'T', description: null, body: '' },
      { id: 'guides/d', body: 'x', headings: ['Lost heading'] },
    ]);
    expect(byId.get('a')?.description).toBe('The first sentence that says something.');
    expect(byId.get('b')?.description).toMatch(/^(?:word )+word…$/);
    expect(byId.get('b')!.description.length).toBeLessThanOrEqual(200);
    expect(byId.get('c')).toMatchObject({ title: 'T', description: 'T', body: [] });
    expect(byId.get('guides/d')?.category).toBe('guides');
  });

  it('finds an article by a heading that its plain text has lost', async () => {
    const { engine } = await compiled([{ id: 'a', headings: ['Zebra crossing'] }, { id: 'b' }, { id: 'c' }]);
    expect(engine.search('zebra ', 3).results.map(({ record }) => record.id)).toEqual(['article:a']);
  });

  it('reads categories that are paths, and puts the smallest together', async () => {
    const many = Array.from({ length: 60 }, (_, number) => ({ id: `${number}`, category: `c${number}` }));
    const { site } = await compiled([
      ...many,
      { id: 'x', category: 'docs/get-started' },
      { id: 'y', category: 'docs/get-started' },
    ]);
    expect(site.categories).toHaveLength(40);
    expect(site.categories[0]).toMatchObject({ slug: 'docs-get-started', title: 'Docs · Get started', order: 1 });
    expect(site.categories.at(-1)).toMatchObject({ slug: 'other', title: 'Other' });
    expect(site.documents).toHaveLength(62);
  });

  it('leads former addresses to the article, unless it would be by chance', async () => {
    const { json, engine } = await compiled([
      { id: 'a', url: '/docs/a', redirects: ['/old/first/', '/old/b', '/both', '/x/First.html#top'] },
      { id: 'b', url: '/docs/b', redirects: ['/other/both'] },
    ]);
    expect(await json('redirects.json')).toEqual({ '/articles/first/': '/articles/a/' });
    expect(engine.head.aliases).toEqual({ 'article:first': 'article:a' });
  });

  it('leads links to articles of the corpus, and makes text of those that lead nowhere', async () => {
    const body = [
      '[one](/docs/b#part) [two](b/) [three](../old/b.md) [four](#here) [five](#nowhere) [six](/docs/none)',
      '[seven](https://example.com/) [eight](http://example.com/) [nine](javascript:alert%281%29) [ten](b#none)',
      '## Here',
    ].join('\n\n');
    const { byId, warnings } = await compiled([
      { id: 'a', url: '/docs/a', body },
      { id: 'b', url: '/docs/b', body: '## Part', redirects: ['/old/b'] },
    ]);
    const links = JSON.stringify(byId.get('a')?.body).match(/"to":\{[^}]*\}/g);
    expect(links).toEqual([
      '"to":{"document":"article:b","anchor":"part"}',
      '"to":{"document":"article:b"}',
      '"to":{"document":"article:b"}',
      '"to":{"href":"#here"}',
      '"to":{"href":"https://example.com/"}',
      '"to":{"document":"article:b"}',
    ]);
    expect(warnings).toEqual(['4 links lead nowhere in this corpus and became their text']);
  });

  it('takes as plain text what would end or hang the run, and says of which article', async () => {
    const { byId, warnings, engine } = await compiled([
      { id: 'docs/hostile', title: 'Hostile', body: `${'>'.repeat(2000)} zebra` },
      { id: 'b', body: '**Bold** and some more text.' },
    ]);
    expect(warnings).toEqual([
      'docs/hostile: taken as plain text, because marks nest too deep or are too many to be read as Markdown',
    ]);
    expect(byId.get('docs/hostile')?.body).toEqual([{ tag: 'p', children: [`${'>'.repeat(2000)} zebra`] }]);
    expect(byId.get('b')?.body).toMatchObject([{ children: [{ tag: 'strong' }, ' and some more text.'] }]);
    expect(engine.search('zebra', 1).results.map(({ record }) => record.title)).toEqual(['Hostile']);
    const many = await compiled(Array.from({ length: 12 }, (_, id) => ({ id: `${id}`, body: '>'.repeat(200) })));
    expect(many.warnings).toEqual([expect.stringMatching(/^0, 1, .*, 9 and 2 more: /)]);
  });

  it('says what is wrong with a file that is no corpus', async () => {
    const file = join(await folder(), 'none.jsonl');
    const result = await compileCorpus({ file, out: `${file}.out`, locale: 'en' });
    expect(result).toMatchObject({ ok: false, errors: [expect.stringContaining(file)] });
  });

  it('makes the same bytes from what it kept, and from what is damaged', async () => {
    const path = await folder();
    const file = join(path, 'acme.jsonl');
    const out = join(path, 'out');
    const write = (texts: string[]) =>
      writeFile(file, texts.map((body, id) => `${JSON.stringify({ id: `${id}`, title: 'Title', body })}\n`).join(''));
    const bytes = async (at: string) =>
      Promise.all(
        (await readdir(at, { recursive: true, withFileTypes: true }))
          .filter((one) => one.isFile())
          .map(async (one) => [one.name, await readFile(join(one.parentPath, one.name), 'utf8')]),
      );
    await write(['One <b>fat</b> word.', '[a](/1)', '# Three']);
    await compileCorpus({ file, out, locale: 'en' });
    await write(['One <b>fat</b> word.', '[a](/2)', '# Three', 'Four']);
    for (const damage of [false, true]) {
      if (damage)
        await writeFile(`${out}.cache`, (await readFile(`${out}.cache`, 'latin1')).replaceAll('fat', 'fit'), 'latin1');
      const again = await compileCorpus({ file, out, locale: 'en' });
      const clean = await compileCorpus({ file, out: join(path, `clean-${damage}`), locale: 'en' });
      expect(again.ok && clean.ok && again.warnings).toEqual(clean.ok && clean.warnings);
      expect(await bytes(out)).toEqual(await bytes(join(path, `clean-${damage}`)));
    }
  });
});
