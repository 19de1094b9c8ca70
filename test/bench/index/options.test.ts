import { expect, it } from 'vitest';
import { readOptions } from './options.ts';

it('measures every engine unless the corpus is too large for peers', () => {
  const engines = (...more: string[]) => {
    const read = readOptions(['--corpus', 'a.jsonl', ...more]);
    return read.ok ? read.options.engines : read.reason;
  };
  expect(engines()).toContain('minisearch');
  expect(engines('--scale', '100000')).toEqual(['tierzero']);
  expect(engines('--scale', '100000', '--engine', 'flexsearchIndex')).toEqual(['flexsearchIndex']);
});

it('says what is wrong with its arguments', () => {
  const reason = (...args: string[]) => {
    const read = readOptions(args);
    return read.ok ? '' : read.reason;
  };
  expect(reason()).toContain('--corpus');
  expect(reason('--corpus', 'a', '--scale', 'many')).toContain('found many');
  expect(reason('--corpus', 'a', '--scale', '1000000')).toContain('up to 200000');
  expect(reason('--corpus', 'a', '--sections', '7')).toContain('a level of headings');
  expect(reason('--corpus', 'a', '--engine', 'other')).toContain('found other');
  expect(reason('--corpus', 'a', '--without', '(')).toContain('(');
  expect(reason('--corpse', 'a')).toContain('--corpse');
});
