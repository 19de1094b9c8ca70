import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { teamFolder } from '../../../api/runtime/team-files.ts';

test('what is for agents lies beside the public folder, or where it is said', () => {
  expect(teamFolder({ publicDir: 'dist/public' })).toBe(resolve('dist/team'));
  expect(teamFolder({ publicDir: 'dist/public/' })).toBe(resolve('dist/team'));
  expect(teamFolder({ publicDir: '.' })).toBe(resolve('..', 'team'));
  expect(teamFolder({ publicDir: 'dist/public', teamDir: 'dist/public-not' })).toBe(resolve('dist/public-not'));
  expect(teamFolder({ publicDir: 'dist/public', teamDir: 'dist/..team' })).toBe(resolve('dist/..team'));
});

test('and never where everybody could read it', () => {
  for (const teamDir of [
    'dist/public',
    'dist/public/team',
    join('dist', 'x', '..', 'public', '..team'),
    resolve('dist/public/a/b'),
  ])
    expect(() => teamFolder({ publicDir: 'dist/public', teamDir })).toThrow(/everybody could read it/);
});
