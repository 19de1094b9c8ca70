import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { contentManifest, type Manifest, manifest } from '../../content/schema/manifest.ts';
import { compress } from './compress.ts';
import { headerRules, headersFile } from './headers.ts';
import { isShared, widgetRedirects } from './other-content.ts';
import type { Places } from './places.ts';
import { examplePolicy, inlineOf, previewPolicy, sitePolicy } from './policy.ts';
import { precache } from './precache.ts';
import { collect, copyChanged, isHashed, removeOthers } from './publish.ts';
import { redirectsFile } from './redirects.ts';
import { releaseHistory, succeed } from './releases.ts';
import { writeServiceWorker } from './service-worker.ts';
import { files } from './stamp.ts';

/** Written here, after everything they speak of. */
const generated = ['_headers', '_redirects', '_routing.json', 'sw.js', 'tierzero.json'];

/** Puts content, widget and pages together in the public folder. `tierzero.json` comes last: it is what makes it live. */
export const assemble = async (at: Places): Promise<void> => {
  const sources = await gather(at);
  const hashed = [...sources.keys()].filter(isHashed).sort();
  const full = await fullManifest(at, hashed);
  const { history, stay } = succeed(await readHistory(at), { build: full.build, files: hashed });

  await copyTeam(at);
  await mkdir(at.public, { recursive: true });
  await copyChanged(sources, at.public);
  await removeOthers(at.public, (path) => sources.has(path) || stay.has(path) || generated.includes(path));
  await describe(at, [...sources.keys()], full);
  // For the API, which knows this folder alone. It says no more than the public table does but the lines of the rules.
  await writeWhole(join(at.public, '_routing.json'), await readFile(join(at.content, 'routing.json'), 'utf8'));
  await compress((await files(at.public)).filter((file) => !file.endsWith('tierzero.json')));

  await writeWhole(join(at.public, 'tierzero.json'), `${JSON.stringify(full)}\n`);
  await compress([join(at.public, 'tierzero.json')]);
  await writeWhole(at.releases, `${JSON.stringify(history, null, 1)}\n`);
};

/** Beside the public folder: a static host that serves that one has nothing of it to serve. */
const copyTeam = async (at: Places): Promise<void> => {
  const source = join(at.content, 'team');
  const sources = existsSync(source) ? await collect([source]) : new Map<string, string>();
  await mkdir(at.team, { recursive: true });
  await copyChanged(sources, at.team);
  await removeOthers(at.team, (path) => sources.has(path));
};

const gather = async (at: Places): Promise<Map<string, string>> => {
  const [pages, content, widget] = await Promise.all([
    collect([at.pages]),
    collect([join(at.content, 'tz')]),
    collect([join(at.widget, 'tz')]),
  ]);
  const below = (found: Map<string, string>): [string, string][] =>
    [...found].map(([path, file]) => [`tz/${path}`, file]);
  const shown = [...pages].filter(([path]) => at.documents === 'pages' || isShared(path));
  return new Map([...shown, ...below(content), ...below(widget), ['tierzero.js', join(at.widget, 'tierzero.js')]]);
};

/** `_headers`, `_redirects` and the service worker: they follow from the files that are there. */
const describe = async (at: Places, paths: string[], full: Manifest): Promise<void> => {
  const pages = paths.filter((path) => path.endsWith('.html'));
  const read = (path: string): string => readFileSync(join(at.public, path), 'utf8');
  const example = pages.filter((page) => page.startsWith('example/'));
  const preview = pages.filter((page) => page.startsWith('configure/preview/'));
  const own = pages.filter((page) => !/^(?:example|desk|request|configure\/preview)\//.test(page));
  const rules = headerRules({
    base: at.base,
    pages,
    policy: sitePolicy(inlineOf(own.map(read))),
    examplePolicy: examplePolicy(inlineOf(example.map(read))),
    previewPolicy: previewPolicy(inlineOf(preview.map(read))),
  });
  await writeWhole(join(at.public, '_headers'), headersFile(rules));
  const aliases = z.record(z.string(), z.string()).parse(await readJson(join(at.content, 'redirects.json')));
  const opened = at.documents === 'widget' ? await widgetRedirects(at) : '';
  await writeWhole(join(at.public, '_redirects'), redirectsFile(aliases, at.base) + opened);
  await writeServiceWorker(at, precache({ base: at.base, manifest: full, read, pages }));
};

/** The compile step's manifest and the widget's chunk names; `build` differs when any hashed file does. */
const fullManifest = async (at: Places, hashed: string[]): Promise<Manifest> => {
  const content = contentManifest.parse(await readJson(join(at.content, 'manifest.json')));
  const build = createHash('sha256')
    .update([content.build, ...hashed].join('\n'))
    .digest('hex')
    .slice(0, 12);
  return manifest.parse({ ...content, build, widget: await readJson(join(at.widget, 'chunks.json')) });
};

const readHistory = async (at: Places) => {
  if (!existsSync(at.releases)) return [];
  const parsed = releaseHistory.safeParse(await readJson(at.releases));
  return parsed.success ? parsed.data : [];
};

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

const writeWhole = async (path: string, text: string): Promise<void> => {
  if (existsSync(path) && (await readFile(path, 'utf8')) === text) return;
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
};
