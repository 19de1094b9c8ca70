import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fillAtLeisure, isMetered } from '../../../widget/search/leisure.ts';

const idle: (() => void)[] = [];
/** The page has nothing to do. */
const rest = () => {
  for (const act of idle.splice(0)) act();
};
const stage = (count: number) => {
  const missing = Array.from({ length: count }, (_, place) => `file-${place}`);
  const waiting: { file: string; go: (had: boolean) => void }[] = [];
  const changed = vi.fn();
  const state = { busy: false };
  const leisure = fillAtLeisure({
    missing: () => [...missing],
    isBusy: () => state.busy,
    fetch: (file) =>
      new Promise((resolve) => {
        waiting.push({
          file,
          go(had) {
            if (had) missing.splice(missing.indexOf(file), 1);
            resolve(had);
          },
        });
      }),
    changed,
  });
  /** Lets what waits through. */
  const arrive = async (had = true) => {
    for (const { go } of waiting.splice(0)) go(had);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { leisure, waiting, missing, changed, state, arrive };
};

beforeEach(() => {
  idle.length = 0;
  vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
  vi.stubGlobal('navigator', {});
});
afterEach(() => vi.unstubAllGlobals());

it('waits for the first search, then fetches everything, two at a time, and tells once', async () => {
  const { leisure, waiting, missing, changed, arrive } = stage(5);
  leisure.start();
  rest();
  expect(waiting).toHaveLength(0);
  leisure.allow();
  leisure.start();
  expect(waiting).toHaveLength(0);
  for (let round = 0; missing.length > 0; round++) {
    rest();
    expect(waiting.length).toBeLessThanOrEqual(2);
    expect(waiting.length).toBeGreaterThan(0);
    expect(changed).not.toHaveBeenCalled();
    await arrive();
    expect(round).toBeLessThan(5);
  }
  expect(changed).toHaveBeenCalledTimes(1);
});

it('pauses while a search wants something', async () => {
  const { leisure, waiting, state } = stage(5);
  leisure.allow();
  leisure.start();
  state.busy = true;
  rest();
  expect(waiting).toHaveLength(0);
  state.busy = false;
  leisure.start();
  rest();
  expect(waiting).toHaveLength(2);
});

it('rests as soon as somebody types, and goes on when they have typed nothing for some seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { leisure, waiting, missing, arrive } = stage(5);
  leisure.allow();
  leisure.rest();
  leisure.start();
  rest();
  vi.advanceTimersByTime(3_999);
  leisure.rest();
  vi.advanceTimersByTime(3_999);
  rest();
  expect(waiting).toHaveLength(0);
  vi.advanceTimersByTime(1);
  rest();
  expect(waiting).toHaveLength(2);
  leisure.rest();
  await arrive();
  rest();
  expect(waiting).toHaveLength(0);
  expect(missing).toHaveLength(3);
  vi.advanceTimersByTime(4_000);
  rest();
  expect(waiting).toHaveLength(2);
  vi.useRealTimers();
});

it('goes in small batches, with a pause after each', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { leisure, waiting, missing, arrive } = stage(40);
  leisure.allow();
  leisure.start();
  const run = async () => {
    for (rest(); waiting.length > 0; rest()) await arrive();
  };
  await run();
  expect(missing).toHaveLength(24);
  vi.advanceTimersByTime(1_000);
  await run();
  expect(missing).toHaveLength(8);
  vi.useRealTimers();
});

it('ends with the first file that cannot be had, until somebody searches again', async () => {
  const { leisure, waiting, arrive } = stage(5);
  leisure.allow();
  leisure.start();
  rest();
  await arrive(false);
  rest();
  expect(waiting).toHaveLength(0);
  leisure.allow();
  leisure.start();
  rest();
  expect(waiting).toHaveLength(2);
});

it.each([
  ['more than seven hundred files', 701, {}],
  ['somebody saves data', 5, { connection: { saveData: true } }],
  ['the network is slow', 5, { connection: { effectiveType: '3g' } }],
])('fetches nothing ahead where there are or where %s', (_, count, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const { leisure, waiting } = stage(count);
  leisure.allow();
  leisure.start();
  rest();
  expect(waiting).toHaveLength(0);
});

it('takes a connection for metered only where the browser says so', () => {
  expect([undefined, {}, { effectiveType: '4g', saveData: false }].map(isMetered)).toEqual([false, false, false]);
  expect([{ effectiveType: 'slow-2g' }, { effectiveType: '2g' }, { saveData: true }].map(isMetered)).toEqual([
    true,
    true,
    true,
  ]);
});
