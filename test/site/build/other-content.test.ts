import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { parseRedirects } from '../../../api/runtime/redirects-file.ts';
import { compress } from '../../../site/build/compress.ts';
import { isShared, placesOf, widgetRedirects } from '../../../site/build/other-content.ts';
import { type Places, places } from '../../../site/build/places.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'tierzero-other-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

function ownPlaces(base = '/'): Places {
  const found = places({ BASE: base });
  if (!found.ok) throw new Error(found.errors.join());
  return found.places;
}

test('builds other content into a folder of its own, with our own pages and widget', async () => {
  const content = await folder();
  for (const name of ['manifest.json', 'routing.json', 'walkthroughs.json']) await writeFile(join(content, name), '{}');
  const own = ownPlaces();
  const other = placesOf({ content, out: 'dist/content-1' }, own);
  if (!other.ok) throw new Error(other.errors.join());
  const { pages, widget, content: read, public: shown, stamps, releases, documents } = other.places;
  expect({ pages, widget, read, documents }).toEqual({
    pages: own.pages,
    widget: own.widget,
    read: content,
    documents: 'widget',
  });
  for (const path of [shown, stamps, releases]) expect(path.startsWith(join(own.root, 'dist/content-1'))).toBe(true);
});

test('says how to make content where there is none', async () => {
  const content = await folder();
  expect(placesOf({ content, out: 'x' }, ownPlaces())).toEqual({
    ok: false,
    errors: [
      `${content} holds no compiled content (manifest.json is missing): compile it first, for example with npm run compile -- --corpus FILE.jsonl --out ${content}`,
    ],
  });
});

test('leaves out the pages of our own articles', () => {
  const paths = [
    'search/index.html',
    'example/index.html',
    '_astro/a.js',
    '404.html',
    'favicon.svg',
    'desk/index.html',
  ];
  expect(paths.filter((path) => !isShared(path))).toEqual([]);
  const left = ['index.html', 'articles/a/index.html', 'de/index.html', 'categories/search/index.html', 'sitemap.xml'];
  expect(left.filter(isShared)).toEqual([]);
});

test('opens every document in the widget on the host page', async () => {
  const content = await folder();
  const locales = [
    {
      locale: 'en',
      documents: [
        { kind: 'article', slug: 'a', title: 'A' },
        { kind: 'walkthrough', slug: 'w' },
      ],
    },
    { locale: 'de', documents: [{ kind: 'faq', slug: 'f' }] },
  ];
  await writeFile(join(content, 'documents.json'), JSON.stringify({ locales }));
  const redirects = parseRedirects(await widgetRedirects({ ...ownPlaces('/help/'), content }));
  expect(Object.fromEntries([...redirects].map(([from, { to, status }]) => [from, `${status} ${to}`]))).toEqual({
    '/help/': '302 /help/search/',
    '/help/articles/a': '302 /help/example/#tierzero=article:a',
    '/help/articles/a/': '302 /help/example/#tierzero=article:a',
    '/help/walkthroughs/w': '302 /help/example/#tierzero=walkthrough:w',
    '/help/walkthroughs/w/': '302 /help/example/#tierzero=walkthrough:w',
    '/help/de/faqs/f': '302 /help/example/#tierzero=article:f',
    '/help/de/faqs/f/': '302 /help/example/#tierzero=article:f',
  });
});

test('compresses what is too large to be fetched at a lower level', async () => {
  const path = join(await folder(), 'library.txt');
  const text = Array.from({ length: 300_000 }, (_, number) => `line ${number} ${number % 97}`).join('\n');
  await writeFile(path, text);
  await compress([path]);
  const level = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } };
  expect(text.length).toBeGreaterThan(4_000_000);
  expect(brotliCompressSync(text, level).equals(await readFile(`${path}.br`))).toBe(true);
});

/** The launcher in a folder where build and server only say how they were called. */
async function launch(...args: string[]) {
  const root = await folder();
  await copyFile(new URL('../../../tierzero.mjs', import.meta.url), join(root, 'tierzero.mjs'));
  const say = (name: string) =>
    `console.log(JSON.stringify({ name: '${name}', args: process.argv.slice(2), public: process.env.TIERZERO_PUBLIC ?? null }));`;
  const files = {
    'package-lock.json': '{}',
    'node_modules/.tierzero-lock': createHash('sha256').update('{}').digest('hex'),
    'site/build/main.ts': say('build'),
    'api/runtime/node.ts': say('serve'),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const env = { ...process.env };
  delete env['TIERZERO_PUBLIC'];
  const run = promisify(execFile)(process.execPath, ['tierzero.mjs', 'start', ...args], { cwd: root, env });
  return run.then(
    ({ stdout }) =>
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    (error: unknown) => error,
  );
}

test('the launcher builds and serves other content apart from our own', async () => {
  const out = expect.stringMatching(/^dist.content-[0-9a-f]{10}$/);
  expect(await launch('--content', 'somewhere')).toEqual([
    { name: 'build', args: ['--content', 'somewhere', '--out', out], public: null },
    {
      name: 'serve',
      args: ['--content', 'somewhere'],
      public: expect.stringMatching(/^dist.content-[0-9a-f]{10}.public$/),
    },
  ]);
  expect(await launch()).toEqual([
    { name: 'build', args: [], public: null },
    { name: 'serve', args: [], public: null },
  ]);
  expect(await launch('--content')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--content: found nothing'),
  });
});
