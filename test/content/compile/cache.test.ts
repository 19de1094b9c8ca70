import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { cacheKey, openCache, recall, remembered, rememberedJson } from '../../../content/compile/cache.ts';

let path = '';
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tierzero-cache-'));
  path = join(folder, 'out.cache');
  onTestFinished(() => rm(folder, { recursive: true }));
});

const key = (name: string) => cacheKey(name);

/** One run: what it asked for, and sets where there was nothing. */
async function run(values: Record<string, unknown>, version = '1'): Promise<Record<string, unknown>> {
  const cache = await openCache(path, version);
  const got: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    got[name] = recall(cache, key(name));
    if (got[name] === undefined) remembered(cache, key(name), () => value);
  }
  await cache.save();
  return got;
}

describe('openCache', () => {
  it('gives back what an earlier run kept', async () => {
    const values = { a: { text: 'ä\n"' }, b: [1, 2] };
    expect(await run(values)).toEqual({ a: undefined, b: undefined });
    expect(await run(values)).toEqual(values);
  });

  it('adds to its file, and writes it anew once most of it is of no use', async () => {
    const long = 'x'.repeat(1_000);
    await run({ a: long, b: long, c: long });
    const { size } = await stat(path);
    await run({ a: long, b: long, d: long });
    expect((await stat(path)).size).toBeGreaterThan(size);
    await run({ d: long });
    expect((await stat(path)).size).toBeLessThan(size / 2);
    expect(await run({ d: long })).toEqual({ d: long });
  });

  it('takes nothing from another version of the code', async () => {
    await run({ a: 1 });
    expect(await run({ a: 2 }, '2')).toEqual({ a: undefined });
    expect(await run({ a: 3 }, '2')).toEqual({ a: 2 });
  });

  it('passes over what is damaged and keeps the rest', async () => {
    await run({ a: 'first', b: 'second', c: 'third' });
    await writeFile(path, (await readFile(path, 'utf8')).replace('second', 'sekond'));
    expect(await run({ a: 1, b: 2, c: 3 })).toEqual({ a: 'first', b: undefined, c: 'third' });
    expect(await run({ a: 1, b: 1, c: 1 })).toEqual({ a: 'first', b: 2, c: 'third' });
  });

  it('goes on after an entry that was cut off', async () => {
    await run({ a: 'first' });
    await appendFile(path, `\n${key('b')} 00000000 {"half`);
    expect(await run({ a: 1, b: 'whole' })).toEqual({ a: 'first', b: undefined });
    expect(await run({ a: 1, b: 1 })).toEqual({ a: 'first', b: 'whole' });
  });
});

describe('what is remembered', () => {
  it('is made once, and may be taken as JSON', async () => {
    const value = { text: 'ä' };
    const texts: unknown[] = [];
    for (const make of [() => value, () => expect.unreachable()]) {
      const cache = await openCache(path, '1');
      texts.push(Buffer.from(rememberedJson(cache, key('a'), make)).toString(), remembered(cache, key('b'), make));
      await cache.save();
    }
    expect(texts).toEqual([JSON.stringify(value), value, JSON.stringify(value), value]);
  });
});

describe('cacheKey', () => {
  it('tells apart where one text ends and the next begins', () => {
    expect(cacheKey('ab', 'c')).not.toBe(cacheKey('a', 'bc'));
    expect(cacheKey('a')).toBe(cacheKey('a'));
  });
});
