import { expect, it } from 'vitest';
import { percentile, spreadOf } from './percentile.ts';

it('names a value that was measured, whatever their order', () => {
  const values = Array.from({ length: 20 }, (_, at) => 20 - at);
  expect(spreadOf(values)).toEqual({ p50: 10, p95: 19 });
  expect(percentile([3, 1, 2], 1)).toBe(3);
  expect(percentile([3, 1, 2], 0)).toBe(1);
});
