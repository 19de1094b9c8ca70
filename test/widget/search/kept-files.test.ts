import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createKeptFiles } from '../../../widget/search/kept-files.ts';

const base = 'https://help.example.com/';
const entries = new Map<string, Response>();
const cache = {
  keys: async () => [...entries.keys()].map((url) => ({ url })),
  match: async (url: string) => entries.get(url)?.clone(),
  put: async (url: string, answer: Response) => void entries.set(url, answer),
  delete: async (url: string) => entries.delete(url),
};
const bytes = (size: number) => new Uint8Array(size);
const names = () => [...entries.keys()].map((url) => url.replace(`${base}tz/last-good/files/`, ''));

beforeEach(() => {
  entries.clear();
  vi.stubGlobal('caches', { open: async () => cache, match: cache.match });
});
afterEach(() => vi.unstubAllGlobals());

it('answers what was kept, byte for byte', async () => {
  const kept = createKeptFiles(base);
  await kept.write('tz/en-part-1.txt', Uint8Array.from([1, 2, 3]), true);
  expect(await kept.read('tz/en-part-1.txt')).toEqual(Uint8Array.from([1, 2, 3]));
  expect(await kept.read('tz/en-part-2.txt')).toBeUndefined();
});

it('never has more than its limit: the oldest go for what is wanted, and nothing goes for what is not', async () => {
  const kept = createKeptFiles(base, 100);
  await Promise.all(['a', 'b', 'c'].map((file) => kept.write(file, bytes(33), true)));
  await kept.write('d', bytes(33), false);
  expect(names()).toEqual(['a', 'b', 'c']);
  await kept.write('d', bytes(60), true);
  expect(names()).toEqual(['c', 'd']);
  await kept.write('e', bytes(101), true);
  expect(names()).not.toContain('e');
});

it('counts what an earlier page has kept', async () => {
  await createKeptFiles(base, 100).write('a', bytes(60), true);
  await createKeptFiles(base, 100).write('b', bytes(60), true);
  expect(names()).toEqual(['b']);
});

it('drops files of a former index, and leaves those of other languages and everything else', async () => {
  const kept = createKeptFiles(base);
  for (const file of ['tz/en-part-1.txt', 'tz/en-part-2.txt', 'tz/de-part-1.txt'])
    await kept.write(file, bytes(9), true);
  entries.set(`${base}tz/last-good/manifest`, new Response('{}'));
  await kept.retain('tz/en-', new Set(['tz/en-part-2.txt']));
  expect(names()).toEqual(['tz/en-part-2.txt', 'tz/de-part-1.txt', `${base}tz/last-good/manifest`]);
});

it('keeps nothing, and says so to nobody, where there is no cache', async () => {
  vi.stubGlobal('caches', undefined);
  const kept = createKeptFiles(base);
  await kept.write('a', bytes(9), true);
  await kept.retain('tz/', new Set());
  expect(await kept.read('a')).toBeUndefined();
});
