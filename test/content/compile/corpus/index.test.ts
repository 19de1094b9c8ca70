import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readCorpus } from '../../../../content/compile/corpus/article.ts';
import { compileCorpus } from '../../../../content/compile/corpus/compile.ts';
import { indexCorpus } from '../../../../content/compile/corpus/index.ts';
import { contentManifest } from '../../../../content/schema/manifest.ts';
import { createEngine } from '../../../../content/search/engine.ts';
import { opened } from '../../search/help-center.ts';

const lines = [
  { id: 'account/reset', title: 'Reset a password', body: 'Choose **Forgot?**.\n\n## No mail\n\nLook into spam.' },
  { id: 'account/close', title: 'Close the account', body: 'Everything goes. See [reset](https://a.example/reset).' },
  { id: 'Billing/Übersicht', title: 'Invoices', body: 'They come by mail.', url: 'https://a.example/invoices' },
  { id: 'billing/release-notes', title: 'New in billing', body: 'Invoices by mail.', redirects: ['/old'] },
];

async function corpusFile(): Promise<{ file: string; out: string }> {
  const path = await mkdtemp(join(tmpdir(), 'tierzero-corpus-index-'));
  onTestFinished(() => rm(path, { recursive: true }));
  const file = join(path, 'acme.jsonl');
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { file, out: join(path, 'out') };
}

async function articlesOf(file: string) {
  const read = await readCorpus(file);
  if (!read.ok) throw new Error(read.errors.join('\n'));
  return read.articles;
}

describe('the index of a corpus in memory', () => {
  it('is the bytes that are published', async () => {
    const { file, out } = await corpusFile();
    const { bytes } = indexCorpus(await articlesOf(file), 'en');
    expect((await compileCorpus({ file, out, locale: 'en' })).ok).toBe(true);
    const manifest = contentManifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
    const published = new Uint8Array(await readFile(join(out, manifest.content['en']!.index)));
    expect(published.length).toBeGreaterThan(500);
    expect(bytes).toEqual(published);
  });

  it('says which article a document was', async () => {
    const { file } = await corpusFile();
    const articles = await articlesOf(file);
    const { bytes, articleOf } = indexCorpus(articles, 'en');
    const engine = createEngine(opened(bytes));
    expect(engine.head.records).toHaveLength(lines.length);
    expect(engine.head.records.map(({ id }) => articleOf.get(id)?.title)).toEqual(
      engine.head.records.map(({ title }) => title),
    );
    expect(new Set([...articleOf.values()])).toEqual(new Set(articles));
    const [first] = engine.search('forgot my password', 3).results;
    expect(articleOf.get(first?.record.id ?? '')?.id).toBe('account/reset');
  });

  it('puts the page before the news of the same words', async () => {
    const { file } = await corpusFile();
    const { bytes } = indexCorpus(await articlesOf(file), 'en');
    const found = createEngine(opened(bytes))
      .search('invoices by mail', 3)
      .results.map(({ record }) => record.title);
    expect(found.slice(0, 2)).toEqual(['Invoices', 'New in billing']);
  });
});
