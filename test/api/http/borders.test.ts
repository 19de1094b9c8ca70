import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../api/config.ts';
import { routes } from '../../../api/contract/routes.ts';
import { networkOfAddress } from '../../../api/http/network.ts';
import { createTicket, openApi, origin, post, problemOf, ticketBody } from './harness.ts';

const originsOf = (list: string) => {
  const read = readConfig({ TIERZERO_ORIGINS: list });
  if (!read.ok) throw new Error('not a list');
  return read.config.origins;
};

describe('Origin list', () => {
  const status = async (config: Parameters<typeof openApi>[0], from: string, url = origin) => {
    const { app } = openApi(config);
    const request = new Request(`${url}${routes.tickets}`, post(ticketBody(), { origin: from }));
    return (await app.request(request)).status;
  };

  test('lets our own pages and those of this machine in when nothing else is listed', async () => {
    expect(await status({}, origin)).toBe(201);
    expect(await status({}, 'https://help.example.com', 'https://help.example.com')).toBe(201);
    expect(await status({}, 'http://127.0.0.1:5173')).toBe(201);
    expect(await status({}, 'http://[::1]:80')).toBe(201);
    expect(await status({}, 'https://app.example.com')).toBe(403);
  });

  test.each([
    ['https://app.example.com', 201],
    ['https://a.b.example.org', 201],
    ['https://example.org', 403],
    ['https://badexample.org', 403],
    ['http://a.example.org', 403],
    ['https://app.example.com.evil.com', 403],
    ['https://app.example.com:444', 403],
    ['http://localhost:5173', 403],
    ['null', 403],
    ['file://', 403],
    ['not an origin', 403],
  ])('holds %s against a list: %i', async (from, expected) => {
    const origins = originsOf('https://app.example.com, https://*.example.org');
    expect(await status({ config: { origins } }, from)).toBe(expected);
  });

  test('knows its own address behind a proxy that ends TLS', async () => {
    const from = 'https://help.example.com';
    const url = 'http://help.example.com';
    expect(await status({ config: { origins: [] } }, from, url)).toBe(403);
    expect(await status({ config: { origins: [], siteUrl: from } }, from, url)).toBe(201);
    const { app } = openApi({ config: { origins: [], proxies: 1 } });
    const init = post(ticketBody(), { origin: from, 'x-forwarded-proto': 'https' });
    expect((await app.request(new Request(url + routes.tickets, init))).status).toBe(201);
  });

  test('answers a preflight without credentials, to be asked again in two hours', async () => {
    const { send } = openApi();
    const headers = { origin: 'https://app.example.com', 'access-control-request-method': 'POST' };
    const response = await send(routes.messages, { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toBe('Authorization, Content-Type, Idempotency-Key');
    expect(response.headers.get('access-control-max-age')).toBe('7200');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('names a listed origin and what it may read', async () => {
    const { send } = openApi({ config: { origins: originsOf('*') } });
    const response = await send(routes.tickets, post(ticketBody(), { origin: 'https://any.example.com' }));
    expect(response.headers.get('access-control-allow-origin')).toBe('https://any.example.com');
    expect(response.headers.get('access-control-expose-headers')).toBe('Retry-After, Idempotency-Replayed');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test('lets a page that is not listed read why, and tells the operator what to do', async () => {
    const { send, lines, store } = openApi();
    const response = await send(routes.tickets, post(ticketBody(), { origin: 'https://app.example.com' }));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(await problemOf(response)).toMatchObject({ code: 'origin-not-allowed', status: 403 });
    expect(lines.join()).toContain('"https://app.example.com" is not allowed: add it to TIERZERO_ORIGINS');
    expect(await store.listTickets({ status: undefined, before: undefined, limit: 9 })).toEqual([]);
  });
});

describe('Rate limit', () => {
  test('refuses one too many of a network, says when to come back, and lets others in', async () => {
    const { send, clock } = openApi({ config: { rateLimit: 3 } });
    const create = async (address: string) => send(routes.tickets, post(ticketBody()), address);
    for (let index = 0; index < 3; index += 1) expect((await create('192.0.2.1')).status).toBe(201);
    const refused = await create('192.0.2.1');
    expect(await problemOf(refused)).toMatchObject({ code: 'rate-limited', status: 429 });
    expect((await create('192.0.2.2')).status).toBe(201);
    clock.now += Number(refused.headers.get('retry-after')) * 1_000;
    expect((await create('192.0.2.1')).status).toBe(201);
  });

  test('believes X-Forwarded-For only as far as proxies are trusted', async () => {
    const count = async (proxies: number, forwarded: (index: number) => string) => {
      const { send } = openApi({ config: { rateLimit: 2, proxies } });
      const statuses = [];
      for (let index = 0; index < 4; index += 1) {
        const init = post(ticketBody(), { 'x-forwarded-for': forwarded(index) });
        statuses.push((await send(routes.tickets, init)).status);
      }
      return statuses.filter((status) => status === 201).length;
    };
    expect(await count(0, (index) => `198.51.100.${index}`)).toBe(2);
    expect(await count(1, (index) => `198.51.100.${index}`)).toBe(4);
    expect(await count(1, (index) => `198.51.100.${index}, 203.0.113.9`)).toBe(2);
  });

  test('keeps no network address', async () => {
    const api = openApi({ config: { rateLimit: 3 } });
    const keys: string[] = [];
    const { hitRate } = api.store;
    api.store.hitRate = (hit) => {
      keys.push(hit.key);
      return hitRate(hit);
    };
    await createTicket(api);
    api.clock.now += 86_400_000;
    await createTicket(api);
    expect(keys.join()).not.toContain('192.0.2');
    expect(new Set(keys).size).toBe(2);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['192.0.2.1:51234', '192.0.2.1'],
  ])('takes %s as %s', (address, network) => {
    expect(networkOfAddress(address)).toBe(network);
  });
});

describe('every answer', () => {
  test('carries headers that keep it from being sniffed, framed or run', async () => {
    const { send } = openApi();
    for (const path of [routes.health, '/api/nothing', routes.contact, '/desk/api/session']) {
      const { headers } = await send(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('logs one line for a failed request, without query, key, capability or words', async () => {
    const { send, lines } = openApi();
    const secret = 'S'.repeat(43);
    await send(`/api/${secret}?q=${secret}`, { headers: { authorization: `Bearer ${secret}` } });
    await send(routes.tickets, post({ message: secret }, { 'idempotency-key': secret }));
    await send(routes.health);
    expect(lines).toEqual([
      '2026-11-22T12:00:00.000Z GET /api/… 404 not-found',
      '2026-11-22T12:00:00.000Z POST /api/tickets 400 invalid-request',
    ]);
  });
});

describe('the log', () => {
  test('keeps one line of a path that tries to write its own, and no address in it', async () => {
    const { send, lines } = openApi();
    await send('/api/x%0A2026-11-22%20GET%20/fake%1b%5B2J%C2%9B%E2%80%A8/ada@example.com', {
      headers: { origin: 'https://a.example.com\u009b2J' },
    });
    expect(lines.join()).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]|ada@/u);
    expect(lines).toHaveLength(2);
  });
});

describe('a base below the origin', () => {
  const pages = async (request: Request) => new Response(`page ${new URL(request.url).pathname}`);
  const open = () => openApi({ config: { base: '/help/' }, pages });

  test('finds the API at the origin and below the base', async () => {
    const { send } = open();
    for (const prefix of ['', '/help']) expect((await send(`${prefix}${routes.health}`)).status).toBe(200);
    expect((await problemOf(await send(routes.deskSession))).code).toBe('signed-out');
  });

  test('leads pages of the origin below the base', async () => {
    const { send } = open();
    const to = async (path: string) => {
      const { status, headers } = await send(path);
      return [status, headers.get('location')];
    };
    expect(await to('/')).toEqual([307, '/help/']);
    expect(await to('/help')).toEqual([302, '/help/']);
    expect(await to('/contact?topic=billing')).toEqual([307, '/help/contact?topic=billing']);
    expect(await (await send('/help/articles/a/')).text()).toBe('page /help/articles/a/');
    expect(await (await send('/help/contact')).text()).toContain('action="/help/contact"');
  });
});
