import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compress } from '../../../site/build/compress.ts';
import { collect, copyChanged, removeOthers } from '../../../site/build/publish.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tierzero-publish-'));
});
afterEach(() => rm(root, { recursive: true }));

const write = async (path: string, text: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};

test('collects files by public path, a later folder over an earlier one', async () => {
  await write('a/index.html', 'a');
  await write('b/index.html', 'b');
  await write('b/de/index.html', 'b');
  const found = await collect([join(root, 'a'), join(root, 'b')]);
  expect(found.get('index.html')).toBe(join(root, 'b/index.html'));
  expect([...found.keys()].sort()).toEqual(['de/index.html', 'index.html']);
});

test('leaves files alone that are the same', async () => {
  await write('from/index.html', 'same');
  await write('to/index.html', 'same');
  const before = (await stat(join(root, 'to/index.html'))).ino;
  await copyChanged(new Map([['index.html', join(root, 'from/index.html')]]), join(root, 'to'));
  expect((await stat(join(root, 'to/index.html'))).ino).toBe(before);
});

test('removes what no release has, with its compressed copy and its folder', async () => {
  await write('to/tz/old.js', 'old');
  await write('to/tz/old.js.br', 'old');
  await write('to/gone/index.html', 'gone');
  await write('to/index.html', 'stays');
  await write('to/index.html.br', 'stays');
  await removeOthers(join(root, 'to'), (path) => path === 'index.html');
  expect([...(await collect([join(root, 'to')])).keys()]).toEqual(['index.html', 'index.html.br']);
  expect(existsSync(join(root, 'to/gone'))).toBe(false);
});

test('compresses a file once, and again when it changes', async () => {
  await write('a.html', '<p>'.repeat(200));
  await write('a.png', 'p'.repeat(600));
  await write('small.html', '<p>');
  const paths = ['a.html', 'a.png', 'small.html'].map((name) => join(root, name));
  expect(await compress([...paths])).toBe(1);
  expect(await compress([...paths])).toBe(0);
  expect((await readFile(join(root, 'a.html.br'))).length).toBeLessThan(60);
});
