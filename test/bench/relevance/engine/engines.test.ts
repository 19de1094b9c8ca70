import { describe, expect, it } from 'vitest';
import { articles } from '../example.ts';
import { engines } from './engines.ts';

describe.each([...engines])('%s', (_, engine) => {
  it.each([
    ['forgotten password', 'account/password'],
    ['download invoice', 'billing/invoice'],
    // Characters that are syntax of a query language.
    ['connect: my domain* +name^4?', 'site/domain'],
  ])('finds for %s the article about it', async (words, id) => {
    const search = await engine.open(articles, 'en');
    expect((await search(words))[0]).toBe(id);
  });

  it('has nothing for a word of no article', async () => {
    const search = await engine.open(articles, 'en');
    expect(await search('xylophone')).toEqual([]);
  });

  it('gives at most ten articles, each once', async () => {
    const many = Array.from({ length: 30 }, (_, number) => ({ ...articles[0]!, id: `copy/${number}` }));
    const found = await (await engine.open(many, 'en'))('password');
    expect(found).toHaveLength(10);
    expect(new Set(found).size).toBe(10);
  });
});
