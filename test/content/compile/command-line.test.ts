import { expect, test } from 'vitest';
import { asksForHelp, complaintOf } from '../../../content/compile/command-line.ts';

test('help is asked for by its option, not by a word behind the dashes', () => {
  expect([['--help'], ['--json', '-h'], ['--', '--help'], []].map(asksForHelp)).toEqual([true, true, false, false]);
});

test('a complaint is one line that begins with what is complained of', () => {
  const unknown = new TypeError("Unknown option '--nope'. To specify a positional argument starting with a '-', …");
  expect(complaintOf(unknown)).toBe('--nope: found an option that nobody knows; --help names those there are');
  expect(complaintOf(new Error('one\ntwo'))).toBe('one');
  expect(complaintOf('text')).toBe('text');
});
