import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStamps, stamp } from '../../../site/build/stamp.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tierzero-stamp-'));
  await mkdir(join(root, 'a/b'), { recursive: true });
  await writeFile(join(root, 'a/b/one.md'), 'one');
});
afterEach(() => rm(root, { recursive: true }));

const current = (...values: string[]): Promise<string> => stamp(root, { reads: [join(root, 'a')], values });

test('is the same while nothing changes', async () => {
  expect(await current()).toBe(await current());
});

test('differs when a byte, a name, a file or a value does', async () => {
  const seen = [await current(), await current('/help/')];
  await writeFile(join(root, 'a/b/one.md'), 'One');
  seen.push(await current());
  await rename(join(root, 'a/b/one.md'), join(root, 'a/one.md'));
  seen.push(await current());
  await writeFile(join(root, 'a/two.md'), '');
  seen.push(await current());
  expect(new Set(seen).size).toBe(seen.length);
});

test('does not depend on where the checkout lies', async () => {
  const before = await current();
  const moved = `${root}-moved`;
  await rename(root, moved);
  root = moved;
  expect(await current()).toBe(before);
});

test('counts a missing path as missing', async () => {
  const reads = [join(root, 'later.json')];
  const before = await stamp(root, { reads, values: [] });
  await writeFile(join(root, 'later.json'), '');
  expect(await stamp(root, { reads, values: [] })).not.toBe(before);
});

test('reads no stamps from a file that is cut off', async () => {
  await writeFile(join(root, 'stamps.json'), '{"content": "1a');
  expect(await readStamps(join(root, 'stamps.json'))).toEqual({});
});
