import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Index } from 'flexsearch';
import { describe, expect, test } from 'vitest';
import { createLookup } from '../../../content/search/lookup.ts';
import { indexBytes, opened } from './help-center.ts';

const lookupFile = fileURLToPath(new URL('../../../content/search/lookup.ts', import.meta.url));

describe("the lookup behind FlexSearch's Index", () => {
  const index = opened(indexBytes());

  test('runs on the light build, which has no Document', async () => {
    expect(new Index()).toBeInstanceOf(Index);
    expect((await import('flexsearch')).Document).toBeNull();
  });

  test('returns every posting of a term, document and impact in one number, untouched', () => {
    const lookup = createLookup(index);
    for (const number of index.terms.keys()) expect(lookup(number)).toEqual(index.postings(number));
  });

  test('returns nothing for a term that is not there', () => {
    expect(createLookup(index)(-1)).toEqual([]);
    expect(createLookup(index)(index.terms.length)).toEqual([]);
  });

  test('returns more than the hundred that FlexSearch stops at by default', () => {
    const documents = Array.from({ length: 250 }, (_, document) => document * 256 + 1);
    const record = index.head.records[0]!;
    const many = {
      ...index,
      head: { ...index.head, records: documents.map(() => record) },
      postings: () => documents,
    };
    expect(createLookup(many)(0)).toEqual(documents);
  });

  test("answers the same with the package's build for Node", () => {
    const script = `
      import { createLookup } from ${JSON.stringify(lookupFile)};
      const index = {
        head: { records: Array(200).fill({}) }, terms: ['a', 'b'], find: (term) => ['a', 'b'].indexOf(term),
        postings: (number) => number === 0 ? [7, 300] : Array.from({ length: 150 }, (_, at) => at),
      };
      const lookup = createLookup(index);
      console.log(JSON.stringify([lookup(0), lookup(1).length, lookup(2)]));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    });
    expect(JSON.parse(output)).toEqual([[7, 300], 150, []]);
  });
});
