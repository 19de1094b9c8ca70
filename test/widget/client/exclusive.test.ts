import { afterEach, describe, expect, it, vi } from 'vitest';
import { acrossTabs, createQueue } from '../../../widget/client/exclusive.ts';

afterEach(() => vi.unstubAllGlobals());

const gate = () => {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open: () => open() };
};

describe('one piece of work after the other', () => {
  it('waits for the one before, also when that fails', async () => {
    const queue = createQueue();
    const order: string[] = [];
    const first = gate();
    const failing = queue(async () => {
      await first.closed;
      order.push('first');
      throw new Error('no');
    });
    const second = queue(async () => order.push('second'));
    first.open();
    await expect(failing).rejects.toThrow('no');
    await second;
    expect(order).toEqual(['first', 'second']);
  });

  it('goes on within the page where locks are refused', async () => {
    vi.stubGlobal('navigator', { locks: { request: () => Promise.reject(new Error('denied')) } });
    expect(await acrossTabs('name')(async () => 'done')).toBe('done');
  });

  it('does the work once, though the lock was granted and the work failed', async () => {
    const request = (_: string, work: () => Promise<unknown>) => work();
    vi.stubGlobal('navigator', { locks: { request } });
    const work = vi.fn(async () => {
      throw new Error('no');
    });
    await expect(acrossTabs('name')(work)).rejects.toThrow('no');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
