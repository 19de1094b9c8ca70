import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { routes } from '../../../api/contract/routes.ts';
import { ticketReceipt } from '../../../api/contract/ticket.ts';
import { readSecret } from '../../../api/runtime/secret-file.ts';
import { type ServeOptions, serve } from '../../../api/runtime/serve.ts';
import { defaultRouting } from '../../../content/compile/routing/default.ts';
import { newKey, ticketBody } from '../http/harness.ts';

function folder() {
  const path = mkdtempSync(join(tmpdir(), 'tierzero-serve-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  const publicDir = join(path, 'public');
  mkdirSync(publicDir);
  const settings = {
    name: 'Acme',
    locales: ['en'],
    firstReplyHours: 8,
    topics: [{ id: 'billing', title: { en: 'B' } }],
  };
  writeFileSync(join(publicDir, 'tierzero.json'), JSON.stringify({ settings }));
  writeFileSync(join(publicDir, '_routing.json'), JSON.stringify(defaultRouting(settings)));
  writeFileSync(join(publicDir, 'index.html'), 'home');
  return { publicDir, dataDir: join(path, 'data') };
}

async function open(options: ServeOptions) {
  const running = await serve({ port: 0, log: () => {}, ...options });
  let closed = false;
  const close = async () => {
    if (!closed) await running.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...running, close };
}

const send = (url: string, key = newKey()) =>
  fetch(url + routes.tickets, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(ticketBody()),
  });

describe('serve', () => {
  test('serves pages and API on one origin, and the same tickets after a restart', async () => {
    const at = folder();
    const first = await open(at);
    expect(await (await fetch(first.url)).text()).toBe('home');
    const key = newKey();
    const receipt = ticketReceipt.parse(await (await send(first.url, key)).json());
    await first.close();
    const second = await open(at);
    const thread = await fetch(second.url + routes.thread, {
      headers: { authorization: `Bearer ${receipt.capability}` },
    });
    expect(await thread.json()).toMatchObject({ reference: receipt.reference });
    const replay = await send(second.url, key);
    expect(replay.headers.get('idempotency-replayed')).toBe('true');
    expect(await replay.json()).toEqual(receipt);
  });

  test('keeps its secret and its requests from other users of the machine', async () => {
    const at = folder();
    const ready = { ...folder(), dataDir: mkdtempSync(join(at.publicDir, 'volume-')) };
    chmodSync(ready.dataDir, 0o755);
    const { url } = await open(ready);
    expect((await send(url)).status).toBe(201);
    for (const name of readdirSync(ready.dataDir)) {
      expect([name, statSync(join(ready.dataDir, name)).mode & 0o777]).toEqual([name, 0o600]);
    }
    await (await open(at)).close();
    expect(statSync(at.dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(at.dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(at.dataDir, 'secret'), 'utf8').trim()).toHaveLength(43);
  });

  test('gives sign-in links that work once', async () => {
    const { url, signInLink } = await open(folder());
    const link = new URL(await signInLink());
    expect(link.origin + link.pathname).toBe(`${url}/desk/`);
    const enter = () =>
      fetch(url + routes.deskSession, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify({ token: link.hash.slice(1) }),
      });
    expect((await enter()).status).toBe(200);
    expect((await enter()).status).toBe(401);
  });

  test('says what to do when the port is taken and when nothing is built', async () => {
    const at = folder();
    const { url } = await open(at);
    const port = Number(new URL(url).port);
    await expect(serve({ ...folder(), port })).rejects.toThrow(
      `Port ${port} is in use by another program. Choose another one: PORT=${port + 1} npm start`,
    );
    await expect(serve({ ...at, publicDir: join(at.dataDir, 'none'), port: 0 })).rejects.toThrow(
      'Run npm run build first.',
    );
  });

  test('counts a network by its address', async () => {
    const { url } = await open({ ...folder(), rateLimit: 1 });
    expect((await send(url)).status).toBe(201);
    const refused = await send(url);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('answers addresses that no browser writes without falling over', async () => {
    const { url } = await open(folder());
    const raw = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { port } = new URL(url);
        const asked = request({ port, path, host: '127.0.0.1' }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on('error', reject).end();
      });
    const statuses = new Map<string, number | undefined>();
    const paths = [
      '//',
      '//example.com/..',
      '/%',
      '/%2e%2e/data/secret',
      '/..%5cdata',
      '/a\\..\\data',
      '*',
      'http://[/',
    ];
    for (const path of paths) statuses.set(path, await raw(path));
    expect([...statuses]).toEqual(paths.map((path) => [path, /^\/[^\\]*$/.test(path) ? 404 : 400]));
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('readSecret', () => {
  test('makes one once and refuses a broken one', () => {
    const at = folder();
    const path = join(at.publicDir, 'secret');
    const first = readSecret(path, () => 'a'.repeat(43));
    expect(readSecret(path, () => 'b'.repeat(43))).toBe(first);
    writeFileSync(path, 'short');
    expect(() => readSecret(path, () => 'c'.repeat(43))).toThrow('holds no secret');
  });
});
