import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettler, type Settled } from '../../../widget/search/settle.ts';

describe('settled searches', () => {
  let told: Settled[];
  let settler: ReturnType<typeof createSettler>;
  beforeEach(() => {
    vi.useFakeTimers();
    told = [];
    settler = createSettler((search) => told.push(search));
  });
  afterEach(() => vi.useRealTimers());

  it('tells of a search once nobody types any more', () => {
    settler.change({ query: 'em', count: 9 });
    vi.advanceTimersByTime(500);
    settler.change({ query: 'embed', count: 3 });
    vi.advanceTimersByTime(799);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(told).toEqual([{ query: 'embed', count: 3 }]);
  });
  it('tells at once when a result is opened, and not again', () => {
    settler.change({ query: 'embed', count: 3 });
    settler.settle();
    vi.advanceTimersByTime(2_000);
    expect(told).toHaveLength(1);
  });
  it('says nothing of the same words twice in a row', () => {
    for (let times = 0; times < 2; times++) {
      settler.change({ query: 'embed', count: 3 });
      settler.settle();
    }
    expect(told).toHaveLength(1);
  });
  it('forgets words that were taken back', () => {
    settler.change({ query: 'embed', count: 3 });
    settler.change(undefined);
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual([]);
  });
});
