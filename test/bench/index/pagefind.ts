import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Browser } from 'playwright-core';
import { readCorpus } from '../../../content/compile/corpus/article.ts';
import { launchChromium } from '../../support/chromium.ts';
import { brotliBytes } from './bytes.ts';
import type { Material } from './material.ts';
import { spreadOf } from './percentile.ts';
import type { Transfer } from './typed.ts';

export interface MeasuredPagefind {
  files: number;
  /** Of all files; its index files are compressed already. */
  bytes: number;
  buildSeconds: number;
  queries: number;
  perQuery: Transfer;
  /** Index, metadata and the fragments of five results alone. */
  withoutCode: Transfer;
}

/** Each takes some seconds. */
const mostQueries = 20;
const msPerKey = 90;
const shownResults = 5;

async function build(corpus: string, folder: string): Promise<number> {
  const read = await readCorpus(corpus);
  if (!read.ok) throw new Error(read.errors.join('\n'));
  const start = performance.now();
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(errors.join('\n'));
  for (const { id, title, headings, description, body } of read.articles) {
    const content = [title, description, ...headings, body].join('\n');
    await index.addCustomRecord({ url: `/${id}/`, content, language: 'en', meta: { title } });
  }
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  return Number(((performance.now() - start) / 1000).toFixed(2));
}

interface Logged {
  path: string;
  bytes: number;
}

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' };
const isCode = ({ path }: Logged): boolean => /\.js$|wasm\./.test(path);

/** Serves the folder and writes down each body; text goes out as brotli, what is gzip already as it is. */
async function serveLogged(folder: string, log: Logged[]): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    response.setHeader('Cache-Control', 'max-age=600');
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    if (path === '/')
      return void response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Search</title>');
    try {
      const bytes = readFileSync(join(folder, decodeURIComponent(path)));
      log.push({ path, bytes: path.endsWith('.js') || path.endsWith('.json') ? brotliBytes(bytes) : bytes.length });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, server };
}

/** Types as a reader does, with what its own interface calls at every letter; then shows the first results. */
const typing = (query: string, ms: number, shown: number): string => `(async () => {
  const engine = await import('/pagefind.js');
  await engine.init();
  const query = ${JSON.stringify(query)};
  let last;
  for (let at = 1; at <= query.length; at++) {
    last = engine.debouncedSearch(query.slice(0, at));
    await new Promise((done) => setTimeout(done, ${ms}));
  }
  const found = await last;
  await Promise.all((found?.results ?? []).slice(0, ${shown}).map((result) => result.data()));
})()`;

/** One query in a browser that has fetched nothing yet. */
async function transfer(browser: Browser, origin: string, log: Logged[], query: string): Promise<Logged[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(origin);
  log.length = 0;
  await page.evaluate(typing(query, msPerKey, shownResults));
  await context.close();
  return [...log];
}

const transferOf = (queries: readonly Logged[][]): Transfer => ({
  bytes: spreadOf(queries.map((files) => files.reduce((sum, { bytes }) => sum + bytes, 0))),
  requests: spreadOf(queries.map((files) => files.length)),
});

/** Pagefind 1.6: builds into `folder`, then counts on the server what its own loader asks for. */
export async function measurePagefind({ corpus, queries }: Material, folder: string): Promise<MeasuredPagefind> {
  const buildSeconds = await build(corpus, folder);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const typed: string[] = JSON.parse(readFileSync(queries, 'utf8')).slice(0, mostQueries);
  const log: Logged[] = [];
  const { origin, server } = await serveLogged(folder, log);
  const browser = await launchChromium();
  const fetched: Logged[][] = [];
  for (const query of typed) fetched.push(await transfer(browser, origin, log, query));
  await browser.close();
  server.close();
  return {
    files: files.length,
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
    buildSeconds,
    queries: typed.length,
    perQuery: transferOf(fetched),
    withoutCode: transferOf(fetched.map((one) => one.filter((file) => !isCode(file)))),
  };
}
