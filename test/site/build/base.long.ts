import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, serve } from '../../../api/runtime/serve.ts';
import { deadLinks } from '../crawl.ts';

const out = 'dist/base-test';
const publicDir = `${out}/public`;
const dataDir = mkdtempSync(join(tmpdir(), 'tierzero-base-'));
let running: Running;

beforeAll(async () => {
  const env = { ...process.env, BASE: '/help', OUT: out, ASTRO_TELEMETRY_DISABLED: '1' };
  const built = spawnSync(process.execPath, ['site/build/main.ts'], { env, encoding: 'utf8' });
  expect(built.stderr + built.stdout).toContain('public');
  expect(built.status).toBe(0);
  running = await serve({ port: 0, base: '/help/', publicDir, dataDir, log: () => {} });
}, 300_000);
afterAll(async () => {
  await running.close();
  rmSync(dataDir, { recursive: true });
  rmSync(out, { recursive: true });
});

const get = (path: string): Promise<Response> => fetch(running.url + path, { redirect: 'manual' });

test('links every page below the base', async () => {
  expect(await deadLinks(publicDir, '/help/')).toEqual([]);
});

test('names every header rule and precached file below the base', () => {
  const paths = readFileSync(`${publicDir}/_headers`, 'utf8').match(/^\/.*$/gm) ?? [];
  expect(paths.filter((path) => !path.startsWith('/help/'))).toEqual([]);
  const urls = [...readFileSync(`${publicDir}/sw.js`, 'utf8').matchAll(/"?url"?:"([^"]+)"/g)].map(([, url]) => url);
  expect(urls.length).toBeGreaterThan(5);
  expect(urls.filter((url) => !url?.startsWith('/help/'))).toEqual([]);
});

test('serves pages with their policy, files with their cache, and the forms of the API', async () => {
  const home = await get('/help/');
  expect(home.status).toBe(200);
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'");
  const loader = await get('/help/tierzero.js');
  expect([loader.status, loader.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
  const manifest: { content: Record<string, { index: string }> } = await (await get('/help/tierzero.json')).json();
  const index = await get(`/help/${manifest.content['en']?.index}`);
  expect([index.status, index.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
  expect((await get('/help/contact')).status).toBe(200);
  expect((await get('/help/no-such-page/')).status).toBe(404);
});
