import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { readCorpus } from '../../../content/compile/corpus/article.ts';
import { type Weight, weigh } from './bytes.ts';
import type { Bytes, Contender, Files, Published } from './contender.ts';
import { contenders, isContender } from './contenders.ts';
import { type Floor, floorOf } from './floor.ts';
import { percentile } from './percentile.ts';
import { type Transfer, transferOf } from './typed.ts';

export interface Measured {
  terms: number;
  postings: number;
  /** What searches. */
  index: Weight;
  /** What only shows results. */
  display: Weight;
  files: number;
  buildSeconds: number;
  /** The first time, as in a page, and the median of several: from the bytes to the first search. */
  parseMilliseconds: { first: number; median: number };
  /** What stays in memory of an opened index, files included where it keeps them; MB of 1,000,000 bytes. */
  heapMegabytes: { objects: number; buffers: number };
  perQuery: Transfer;
  /** With the rows that come when nobody types any more. */
  perRest?: Transfer;
  floor?: Floor;
  /** Index, brotli, over the floor. */
  ratio?: number;
  columns?: ({ name: string } & Weight)[];
}

const rounds = 7;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const copyOf = (files: Files): Files =>
  new Map([...files].map(([name, bytes]): [string, Bytes] => [name, bytes.slice()]));

function timeParse({ files, open }: Published): Measured['parseMilliseconds'] {
  const times = Array.from({ length: rounds }, () => {
    const fresh = copyOf(files);
    collect();
    const start = performance.now();
    open(fresh);
    return performance.now() - start;
  });
  return { first: round(times[0] ?? 0, 1), median: round(percentile(times, 0.5), 1) };
}

function collect(): void {
  if (!globalThis.gc) throw new Error('Memory can only be measured with node --expose-gc.');
  globalThis.gc();
}

/** Kept where the collector can see that it is needed. */
const kept: unknown[] = [];

async function measureHeap({ files, open }: Published): Promise<Measured['heapMegabytes']> {
  const before = await settledMemory();
  kept.push(open(copyOf(files)));
  const after = await settledMemory();
  const megabytes = (name: 'heapUsed' | 'arrayBuffers') => round((after[name] - before[name]) / 1e6, 2);
  return { objects: megabytes('heapUsed'), buffers: megabytes('arrayBuffers') };
}

async function settledMemory(): Promise<NodeJS.MemoryUsage> {
  collect();
  // Buffers are given back beside the collector; the second collection comes after that.
  await setTimeout(100);
  collect();
  return process.memoryUsage();
}

/** Builds with one engine and measures what it published. */
export async function measure(
  contender: Contender,
  articles: Parameters<Contender>[0],
  queries: readonly string[],
): Promise<Measured> {
  const start = performance.now();
  const published = await contender(articles);
  const buildSeconds = round((performance.now() - start) / 1000, 2);
  const parseMilliseconds = timeParse(published);
  const heapMegabytes = await measureHeap(published);
  const index = weigh(published.parts.index);
  const floor = published.content && floorOf(published.content);
  return {
    terms: published.terms,
    postings: published.postings,
    index,
    display: weigh(published.parts.display),
    files: published.files.size,
    buildSeconds,
    parseMilliseconds,
    heapMegabytes,
    perQuery: transferOf(published, queries),
    ...(published.rests && { perRest: transferOf(published, queries, 'rest') }),
    ...(floor ? { floor, ratio: round(index.brotli / floor.total, 3) } : {}),
    ...(published.columns
      ? { columns: published.columns.map(({ name, bytes }) => ({ name, ...weigh([bytes]) })) }
      : {}),
  };
}

/** `node --expose-gc measure.ts ENGINE CORPUS QUERIES`: one engine in a process of its own; prints one JSON object. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , name = '', corpus = '', queries = ''] = process.argv;
  const read = await readCorpus(corpus);
  if (!read.ok) throw new Error(read.errors.join('\n'));
  if (!isContender(name)) throw new Error(`${name} is no engine of this bench.`);
  const typed = z.array(z.string()).parse(JSON.parse(readFileSync(queries, 'utf8')));
  console.log(JSON.stringify(await measure(contenders[name], read.articles, typed)));
}
