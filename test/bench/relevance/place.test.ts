import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { optionsOf } from './options.ts';
import { suiteIn } from './place.ts';

const placesIn = (...args: string[]) => {
  const read = optionsOf(args);
  return read.ok ? read.options.places : read.errors;
};

describe('corpora and questions named by options', () => {
  it('pair each corpus with the questions after it', () => {
    const args = ['--corpus', 'a', '--queries', 'a1', '--queries', 'a2', '--corpus', 'b', '--queries', 'b1'];
    expect(placesIn(...args)).toEqual([
      { corpus: 'a', queries: ['a1', 'a2'] },
      { corpus: 'b', queries: ['b1'] },
    ]);
  });

  it('pair in any order when there is one corpus', () => {
    expect(placesIn('--queries', 'a1', '--corpus', 'a')).toEqual([{ corpus: 'a', queries: ['a1'] }]);
  });

  it.each([
    [[], 'found no corpus'],
    [['--queries', 'q'], 'found no corpus'],
    [['--corpus', 'a'], '--corpus a: found no questions'],
    [['--corpus', 'a', '--corpus', 'b', '--queries', 'q'], '--corpus a: found no questions'],
    [['--queries', 'q', '--corpus', 'a', '--corpus', 'b'], '--queries q: found no corpus before it'],
    [
      ['--corpus', 'a', '--queries', 'q', '--engine', 'grep'],
      'found engine grep; expected one of tierzero, minisearch',
    ],
    [['--corpus', 'a', '--queries', 'q', '--json', '--table'], 'found --table and --json'],
    [['--suite', 'none', '--corpus', 'a', '--queries', 'q'], 'found --suite and --corpus'],
    [['--corpora', 'a'], '--corpora: found an option that nobody knows'],
  ])('are refused as %j', (args, error) => {
    expect(placesIn(...args)[0]).toContain(error);
  });
});

describe('a suite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tierzero-suite-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is refused when it holds no corpus with questions', () => {
    expect(suiteIn(join(folder, 'none'))).toMatchObject({
      errors: [expect.stringContaining('found no corpus with questions')],
    });
  });

  it('pairs files by name and leaves out what has no questions', () => {
    for (const name of ['corpora', 'queries']) mkdirSync(join(folder, name));
    const files = [
      'corpora/a.jsonl',
      'corpora/ab.jsonl',
      'corpora/c.jsonl',
      'queries/ab.jsonl',
      'queries/ab.dev.jsonl',
    ];
    for (const file of [...files, 'queries/a.dev.jsonl', 'queries/a.md']) writeFileSync(join(folder, file), '');
    const inFolder = (file: string) => join(folder, file);
    expect(suiteIn(folder)).toEqual({
      ok: true,
      places: [
        { corpus: inFolder('corpora/a.jsonl'), queries: [inFolder('queries/a.dev.jsonl')] },
        { corpus: inFolder('corpora/ab.jsonl'), queries: ['queries/ab.dev.jsonl', 'queries/ab.jsonl'].map(inFolder) },
      ],
    });
  });
});
