import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentManifest } from '../../../content/schema/manifest.ts';
import { plainSource } from '../index/plain-source.ts';
import { countPostings, countSteps, type StepCounter, type Steps } from './counters.ts';
import { questions } from './questions.ts';
import { writeArticles, writeQueries } from './synthetic.ts';

/** What searching a help center took; every figure is a count and the same wherever it is counted. */
export interface Work {
  queries: number;
  /** Bytes of the texts that are searched; more work is allowed when they grow. */
  texts: number;
  postings: number;
  /** Steps until an index is open, and in all queries together. */
  open: Steps;
  search: Steps;
}
export type Works = Record<string, Work>;

type Bytes = Uint8Array<ArrayBuffer>;
interface HelpCenter {
  index: Bytes;
  texts: number;
  queries: readonly string[];
}

const content = fileURLToPath(new URL('../../../content', import.meta.url));

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => stat(join(parentPath, name)));
  return (await Promise.all(files)).reduce((sum, { size }) => sum + size, 0);
}

async function ownHelpCenter(): Promise<HelpCenter> {
  const { compile } = await import('../../../content/compile/compile.ts');
  const folder = await mkdtemp(join(tmpdir(), 'tierzero-work-'));
  const out = join(folder, 'content');
  try {
    const result = await compile({ root: content, out });
    if (!result.ok) throw new Error('The help center of the project does not compile.');
    const manifest = contentManifest.parse(JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')));
    const index = new Uint8Array(await readFile(join(out, manifest.content['en']?.index ?? '')));
    return { index, texts: await bytesBelow(join(content, 'en')), queries: questions };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function syntheticHelpCenter(): Promise<HelpCenter> {
  const { buildIndex } = await import('../../../content/search/build.ts');
  const articles = writeArticles();
  const index = buildIndex({ locale: 'en', categories: [], aliases: {} }, articles.map(plainSource));
  return { index, texts: JSON.stringify(articles).length, queries: writeQueries(articles) };
}

async function workOf({ index: bytes, texts, queries }: HelpCenter, steps: StepCounter): Promise<Work> {
  const { openIndex } = await import('../../../content/search/reader.ts');
  const { createEngine } = await import('../../../content/search/engine.ts');
  await steps.take();
  const opened = openIndex(bytes);
  const open = await steps.take();
  if (!opened.ok) throw new Error(opened.reason);
  const counted = countPostings(opened.index);
  const engine = createEngine(counted.index);
  for (const query of queries) engine.search(query, 10);
  const search = await steps.take();
  return { queries: queries.length, texts, postings: counted.decoded(), open, search };
}

/** Counts the work of both help centers. */
export async function countWork(): Promise<Works> {
  const steps = await countSteps();
  return {
    'our own articles': await workOf(await ownHelpCenter(), steps),
    '2,000 made-up articles': await workOf(await syntheticHelpCenter(), steps),
  };
}
