import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asksForHelp } from '../../../content/compile/command-line.ts';
import { type ContenderName, contenders } from './contenders.ts';
import { type Material, prepare } from './material.ts';
import type { Measured } from './measure.ts';
import { type Options, readOptions, usage } from './options.ts';
import { type MeasuredPagefind, measurePagefind } from './pagefind.ts';
import { linesOf } from './report.ts';

/** `npm run bench:index`: what an index weighs, costs to open and costs to fetch, for us and for our peers. */
export interface IndexReport {
  corpora: string[];
  facts: Material['facts'];
  engines: Partial<Record<ContenderName, Measured>>;
  pagefind?: MeasuredPagefind;
  /** Our index, brotli, over each peer's; display apart. */
  ratios: Record<string, number>;
  skipped: string[];
}

const measuring = fileURLToPath(new URL('measure.ts', import.meta.url));
/** 100,000 articles have to fit. */
const memoryMegabytes = 6000;

/** In a process of its own, so that no engine measures another one's garbage. */
function measureApart(name: ContenderName, { corpus, queries }: Material): Measured {
  const flags = ['--expose-gc', `--max-old-space-size=${memoryMegabytes}`];
  const child = spawnSync(process.execPath, [...flags, measuring, name, corpus, queries], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  if (child.status !== 0) throw new Error(`${name} was not measured, see above.`);
  return JSON.parse(child.stdout);
}

const ratiosOf = ({ tierzero, ...peers }: IndexReport['engines']): Record<string, number> =>
  tierzero
    ? Object.fromEntries(
        Object.entries(peers).map(([name, { index }]) => [
          name,
          Number((tierzero.index.brotli / index.brotli).toFixed(3)),
        ]),
      )
    : {};

async function report(options: Options, folder: string): Promise<IndexReport> {
  const material = await prepare(options, folder);
  const engines: IndexReport['engines'] = {};
  for (const name of options.engines) engines[name] = measureApart(name, material);
  return {
    corpora: options.corpora.map((path) => basename(path)),
    facts: material.facts,
    engines,
    ...(options.pagefind ? { pagefind: await measurePagefind(material, join(folder, 'pagefind')) } : {}),
    ratios: ratiosOf(engines),
    skipped: [
      ...Object.keys(contenders)
        .filter((name) => !(name in engines))
        .map((name) => `${name}: add --engine ${name}`),
      ...(options.pagefind ? [] : ['pagefind: add --pagefind']),
    ],
  };
}

const args = process.argv.slice(2);
const read = readOptions(args);
if (asksForHelp(args)) {
  console.log(usage);
} else if (!read.ok) {
  console.error(`${read.reason}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-index-'));
  try {
    const result = await report(read.options, folder);
    console.log(read.options.json ? JSON.stringify(result) : linesOf(result).join('\n'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
