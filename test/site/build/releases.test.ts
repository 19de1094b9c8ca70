import { expect, test } from 'vitest';
import { type Release, succeed } from '../../../site/build/releases.ts';

const release = (build: string): Release => ({ build, files: ['tz/shared.js', `tz/${build}.js`] });
const after = (...builds: string[]) =>
  builds.reduce((known, build) => succeed(known.history, release(build)), succeed([], release('first')));

test('keeps the files of the two builds before this one', () => {
  const { history, stay } = after('second', 'third');
  expect(history.map(({ build }) => build)).toEqual(['third', 'second', 'first']);
  expect([...stay].sort()).toEqual(['tz/first.js', 'tz/second.js', 'tz/shared.js', 'tz/third.js']);
});

test('lets go of the third build before this one', () => {
  const { stay } = after('second', 'third', 'fourth');
  expect(stay.has('tz/first.js')).toBe(false);
  expect(stay.has('tz/shared.js')).toBe(true);
});

test('pushes nobody out when the same build comes out again', () => {
  const { history, stay } = after('second', 'third', 'third', 'third');
  expect(history).toHaveLength(3);
  expect(stay.has('tz/first.js')).toBe(true);
});

test('brings a build that returns to the front', () => {
  expect(after('second', 'first').history.map(({ build }) => build)).toEqual(['first', 'second']);
});
