import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseHeaders } from '../../../api/runtime/headers-file.ts';
import { createPages } from '../../../api/runtime/pages.ts';
import { parseRedirects } from '../../../api/runtime/redirects-file.ts';

/** A folder as the build leaves it, served. */
function open(files: Record<string, string | Uint8Array>, base = '/') {
  const above = mkdtempSync(join(tmpdir(), 'tierzero-pages-'));
  onTestFinished(() => rmSync(above, { recursive: true }));
  const root = join(above, 'public');
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  writeFileSync(join(above, 'secret.txt'), 'secret');
  const pages = createPages(root, base);
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    pages(new Request(`http://localhost${path}`, { headers, method }));
  return { get, write, root };
}

describe('pages', () => {
  test('answers a folder with its page and leads to the slash at its end', async () => {
    const { get } = open({ 'index.html': 'home', 'articles/a/index.html': 'a' });
    expect(await (await get('/')).text()).toBe('home');
    const page = await get('/articles/a/?q=1');
    expect([await page.text(), page.headers.get('content-type')]).toEqual(['a', 'text/html; charset=utf-8']);
    const { status, headers } = await get('/articles/a?q=1');
    expect([status, headers.get('location')]).toEqual([301, '/articles/a/?q=1']);
  });

  test('answers what is missing with the 404 page of its language', async () => {
    const { get } = open({
      '404.html': 'missing',
      'de/404/index.html': 'fehlt',
      _headers: '/404.html\n  X-Page: 404\n/de/*\n  X-Page: de\n',
    });
    for (const [path, text, page] of [
      ['/nothing', 'missing', '404'],
      ['/fr/nothing', 'missing', '404'],
      ['/de/nichts/', 'fehlt', 'de'],
    ]) {
      const response = await get(path ?? '');
      expect([response.status, await response.text(), response.headers.get('x-page')]).toEqual([404, text, page]);
    }
    expect((await open({}).get('/nothing')).status).toBe(404);
  });

  test('lets nobody out of the folder or at what is not for them', async () => {
    const { get } = open({
      'a.txt': 'a',
      'a.txt.br': 'x',
      _headers: '',
      _redirects: '',
      '_routing.json': '{}',
      '_walkthroughs.json': '{}',
      '.env': 'x',
      '.git/config': 'x',
    });
    for (const path of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '/a/..%2f..%2fsecret.txt',
      '//secret.txt',
      '/%00a.txt',
      '/a.txt%00',
      '/C:%5csecret.txt',
      '/%ff',
      '/%',
      '/a.txt.br',
      '/_headers',
      '/_redirects',
      '/_routing.json',
      '/_walkthroughs.json',
      '/.env',
      '/.git/config',
      '/a.txt/',
      '/a.txt/index.html',
    ]) {
      const response = await get(path);
      expect([path, response.status, (await response.text()).includes('secret')]).toEqual([path, 404, false]);
    }
  });

  test('gives a page its headers under every spelling of its address', async () => {
    const { get } = open(
      {
        'index.html': 'home',
        'desk/index.html': 'desk',
        _headers: '/help/\n  X-Page: home\n/help/desk/*\n  X-Page: desk\n',
      },
      '/help/',
    );
    for (const [path, page] of [
      ['/help/', 'home'],
      ['/help/index.html', 'home'],
      ['/help/%69ndex.html', 'home'],
      ['/help/desk/', 'desk'],
      ['/help/desk/index.html', 'desk'],
      ['/help/%64esk/', 'desk'],
    ]) {
      const response = await get(path ?? '');
      expect([path, response.status, response.headers.get('x-page')]).toEqual([path, 200, page]);
    }
    for (const path of ['/help/desk%2f', '/help/desk%2Findex.html', '/help/desk%5cindex.html']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
  });

  test('sends brotli to who takes it, under a tag of its own', async () => {
    const { get } = open({ 'a.js': 'let a;', 'a.js.br': new Uint8Array(brotliCompressSync('let a;')) });
    const packed = await get('/a.js', { 'accept-encoding': 'gzip, br;q=0.9' });
    const plain = await get('/a.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect(packed.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe('let a;');
    expect(packed.headers.get('etag')).not.toBe(plain.headers.get('etag'));
    expect([packed.headers.get('vary'), plain.headers.get('vary')]).toEqual(['Accept-Encoding', 'Accept-Encoding']);
  });

  test('answers 304 until the file changes, and HEAD without a body', async () => {
    const { get, write, root } = open({ 'a.txt': 'one' });
    const etag = (await get('/a.txt')).headers.get('etag') ?? '';
    const known = await get('/a.txt', { 'if-none-match': `"x", W/${etag}` });
    expect([known.status, await known.text(), known.headers.get('etag')]).toEqual([304, '', etag]);
    const head = await get('/a.txt', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '3', '']);
    write('a.txt', 'two!');
    utimesSync(join(root, 'a.txt'), 5, 5);
    expect(await (await get('/a.txt', { 'if-none-match': etag })).text()).toBe('two!');
  });

  test('obeys _headers and _redirects, also after they change', async () => {
    const { get, write, root } = open(
      {
        'index.html': 'home',
        'tz/a-1.txt': 'index',
        _headers: '# rules\n/help/tz/*\n  Cache-Control: immutable\n\n/help/tz/*.txt\n  Content-Type: text/plain\n',
        _redirects: '# old names\n/help/articles/old /help/articles/new/ 301\n',
      },
      '/help/',
    );
    const { headers } = await get('/help/tz/a-1.txt');
    expect([headers.get('cache-control'), headers.get('content-type')]).toEqual(['immutable', 'text/plain']);
    const moved = await get('/help/articles/old?q=1');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/help/articles/new/?q=1']);
    expect((await get('/tz/a-1.txt')).status).toBe(404);
    write('_redirects', '');
    utimesSync(join(root, '_redirects'), 5, 5);
    expect((await get('/help/articles/old')).status).toBe(404);
  });
});

describe('_headers', () => {
  test('joins what several rules say, except the type', () => {
    const rules = parseHeaders('/*\n  X-A: 1\n  Content-Type: a/b\n/x/:name\n  X-A: 2\n  Content-Type: c/d\n');
    expect(rules.map(({ pattern }) => pattern.test('/x/y'))).toEqual([true, true]);
    expect(rules.map(({ pattern }) => pattern.test('/x/y/z'))).toEqual([true, false]);
  });

  test('names the line that is wrong', () => {
    expect(() => parseHeaders('/a\n  nonsense\n')).toThrow('_headers:2');
    expect(() => parseHeaders('  X-A: 1\n')).toThrow('_headers:1');
  });
});

test('keeps a query before the fragment of a redirect', async () => {
  const { get } = open({ _redirects: '/articles/a/ /example/#tierzero=article:a 302\n/old /new/ 301\n' });
  expect((await get('/articles/a/?from=mail')).headers.get('location')).toBe('/example/?from=mail#tierzero=article:a');
  expect((await get('/articles/a/')).headers.get('location')).toBe('/example/#tierzero=article:a');
  expect((await get('/old?x=$1')).headers.get('location')).toBe('/new/?x=$1');
});

describe('_redirects', () => {
  test('names the line that is wrong', () => {
    expect(parseRedirects('/a /b\n').get('/a')).toEqual({ to: '/b', status: 302 });
    for (const line of ['/a', '/a/* /b 301', '/a /b 200', 'a /b 301', '/a javascript:x 301']) {
      expect(() => parseRedirects(`\n${line}\n`)).toThrow('_redirects:2');
    }
  });
});
