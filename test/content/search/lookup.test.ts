import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Index } from 'flexsearch';
import { describe, expect, test } from 'vitest';
import { createLookup } from '../../../content/search/lookup.ts';
import type { Part } from '../../../content/search/part.ts';
import { indexBytes, opened } from './help-center.ts';

const lookupFile = fileURLToPath(new URL('../../../content/search/lookup.ts', import.meta.url));

describe("the lookup behind FlexSearch's Index", () => {
  const index = opened(indexBytes());
  const [part] = index.parts('');
  if (!part) throw new Error('no part');

  test('runs on the light build, which has no Document', async () => {
    expect(new Index()).toBeInstanceOf(Index);
    expect((await import('flexsearch')).Document).toBeNull();
  });

  test('returns every posting of a term, document, section and weight in one number, untouched', () => {
    const lookup = createLookup(index);
    expect(part.terms.length).toBeGreaterThan(90);
    for (const number of part.terms.keys()) expect(lookup(part, number)).toEqual(part.postings(number));
  });

  test('answers the same when it is asked again, however much was asked between', () => {
    const lookup = createLookup(index);
    const first = part.terms.map((_, number) => [...lookup(part, number)]);
    for (let rounds = 0; rounds < 3; rounds++) {
      expect(part.terms.map((_, number) => [...lookup(part, number)])).toEqual(first);
    }
  });

  test('returns nothing for a term that is not there', () => {
    expect(createLookup(index)(part, -1)).toEqual([]);
    expect(createLookup(index)(part, part.terms.length)).toEqual([]);
  });

  test('returns more than the hundred that FlexSearch stops at by default', () => {
    const postings = Array.from({ length: 250 }, (_, document) => document * 8192 + 1);
    const large: Part = { ...part, postings: () => postings };
    const many = {
      ...index,
      documents: postings.length,
      partFor: () => large,
      parts: () => [large],
    };
    expect(createLookup(many)(large, 0)).toEqual(postings);
  });

  test("answers the same with the package's build for Node", () => {
    const script = `
      import { createLookup } from ${JSON.stringify(lookupFile)};
      const part = {
        terms: ['a', 'b'], find: (term) => ['a', 'b'].indexOf(term),
        postings: (number) => number === 0 ? [7, 300] : Array.from({ length: 150 }, (_, at) => at),
      };
      const lookup = createLookup({ documents: 200, partFor: () => part });
      console.log(JSON.stringify([lookup(part, 0), lookup(part, 1).length, lookup(part, 2)]));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    });
    expect(JSON.parse(output)).toEqual([[7, 300], 150, []]);
  });
});
