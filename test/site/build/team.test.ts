import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { serve } from '../../../api/runtime/serve.ts';
import { compile } from '../../../content/compile/compile.ts';
import { toHtml } from '../../../content/compile/html.ts';
import { siteContent } from '../../../content/compile/site-content.ts';
import { createEngine } from '../../../content/search/engine.ts';
import { openIndex } from '../../../content/search/reader.ts';
import { assemble } from '../../../site/build/assemble.ts';
import { type Places, places } from '../../../site/build/places.ts';
import { helpCenter } from '../../support/content/help-center.ts';
import { internal, reply, teamFiles } from '../../support/content/team.ts';
import { filesOf } from '../../support/files.ts';

/** Words that stand in no other text, and the names of the files they stand in. */
const canary = 'kvostrelnik';
const secrets = [canary, 'whispered-ledger', 'whispered-answer', 'internal:', 'Whispered title', 'team.json'];

/** A help center whose team writes what nobody else may read, built as `npm run build` does but for Astro and the widget. */
async function built(): Promise<Places> {
  const { root, out } = await helpCenter({
    ...teamFiles,
    'en/internal/whispered-ledger.md': internal(
      `The ${canary} is in the safe.\n\n## Why a ${canary}\n\nIt is.`,
      'Whispered title',
    ),
    'en/replies/whispered-answer.md': reply(`Hello {name}, the ${canary} is on its way.`),
    'de/internal/whispered-ledger.md': internal(`Der ${canary} liegt im Safe.`, 'Whispered title'),
  });
  expect(await compile({ root, out })).toMatchObject({ ok: true });
  const found = places({});
  if (!found.ok) throw new Error(found.errors.join());
  const folder = dirname(out);
  const at: Places = {
    ...found.places,
    out: folder,
    content: out,
    ...Object.fromEntries(['widget', 'pages', 'public', 'team'].map((name) => [name, join(folder, name)])),
    stamps: join(folder, 'stamps.json'),
    releases: join(folder, 'releases.json'),
  };
  const write = async (path: string, text: string) => {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  };
  const chunks = { shell: 'tz/shell-a.js', resume: 'tz/resume-a.js', pageSearch: 'tz/page-search-a.js' };
  for (const file of Object.values(chunks)) await write(join(at.widget, file), 'export {};');
  await write(join(at.widget, 'chunks.json'), JSON.stringify(chunks));
  await write(join(at.widget, 'tierzero.js'), '');
  await write(join(at.pages, 'favicon.svg'), '<svg/>');
  // Pages are made from documents.json and settings.json, the whole of which stands on these.
  const site = siteContent.parse(JSON.parse(await readFile(join(out, 'documents.json'), 'utf8')));
  const words = { note: 'Note', tip: 'Tip', warning: 'Warning', table: 'Table' };
  const options = { href: (to: unknown) => JSON.stringify(to), src: (file: string) => file, words };
  const bodies = site.locales.flatMap(({ documents }) => documents.map(({ body }) => toHtml(body, options)));
  const settings = await readFile(join(out, 'settings.json'), 'utf8');
  for (const page of ['index.html', 'search/index.html', 'offline/index.html', 'desk/index.html', 'sitemap.xml'])
    await write(join(at.pages, page), `<pre>${settings}${JSON.stringify(site)}</pre>${bodies.join('')}`);
  await assemble(at);
  return at;
}

test('no byte that is served knows what is for agents alone', async () => {
  const at = await built();
  const files = await filesOf(at.public);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining(['tierzero.json', 'sw.js', '_headers', '_routing.json', 'sitemap.xml']),
  );
  for (const [path, text] of files) {
    const read = path.endsWith('.br') ? brotliDecompressSync(await readFile(join(at.public, path))).toString() : text;
    const leaked = secrets.filter((secret) => `${path}\n${read}`.toLowerCase().includes(secret.toLowerCase()));
    expect([path, leaked]).toEqual([path, []]);
  }
  // An index spells its words in parts: it is asked for them.
  const indexes = [...files.keys()].filter((path) => /-search-\w+\.txt$/.test(path));
  expect(indexes).toHaveLength(1);
  for (const path of indexes) {
    const opened = openIndex(new Uint8Array(await readFile(join(at.public, path))));
    if (!opened.ok) throw new Error(opened.reason);
    const engine = createEngine(opened.index);
    expect(engine.search(canary, 5, { verbatim: true }).count).toBe(0);
    expect(opened.index.parts('').flatMap(({ terms }) => terms.filter((term) => canary.startsWith(term)))).toEqual([]);
    expect(engine.search('password', 5).count).toBeGreaterThan(0);
  }
  // What is looked for is there, beside the public folder.
  const own = await filesOf(at.team);
  expect([...own.keys()]).toEqual(['de-search.txt', 'en-search.txt', 'team.json']);
  expect(own.get('team.json')).toContain(canary);
});

test('nobody without a session gets it, at whatever address', async () => {
  const at = await built();
  const running = await serve({ port: 0, log: () => {}, publicDir: at.public, dataDir: join(at.out, 'data') });
  onTestFinished(running.close);
  const { url } = running;
  const read = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(url + path, init);
    return { status: response.status, cache: response.headers.get('cache-control'), text: await response.text() };
  };
  const files = ['team.json', 'en-search.txt', 'de-search.txt'];
  const folders = [
    '/team/',
    '/_team/',
    '/../team/',
    '/..%2fteam/',
    '/%2e%2e/team/',
    '/desk/team/',
    '/desk/../../team/',
    '/tz/',
  ];
  for (const path of folders.flatMap((folder) => files.map((file) => folder + file))) {
    const { status, text } = await read(path);
    expect([path, status, text.includes(canary)]).toEqual([path, 404, false]);
  }

  const routes = ['index', 'replies', 'documents/internal:whispered-ledger'].map(
    (name) => `/desk/api/knowledge/${name}`,
  );
  for (const path of routes) {
    const { status, text } = await read(path);
    expect([path, status, text.includes(canary)]).toEqual([path, 401, false]);
  }

  const token = new URL(await running.signInLink()).hash.slice(1);
  const signedIn = await fetch(`${url}/desk/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token }),
  });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  for (const path of routes) {
    const { status, cache, text } = await read(path, { headers: { cookie } });
    expect([path, status, cache]).toEqual([path, 200, 'no-store']);
    expect(path.endsWith('index') || text.includes(canary)).toBe(true);
  }
});
