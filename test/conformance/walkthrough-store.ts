import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WalkthroughCount } from '../../api/contract/walkthrough-count.ts';
import type { Store } from '../../api/store/store.ts';

/** What every driver has to do for what happens in walkthroughs. */
export function walkthroughStoreConformance(driver: string, open: () => { store: Store; close: () => void }): void {
  describe(`counts of walkthroughs over ${driver}`, () => {
    let store: Store;
    let close: () => void;
    beforeEach(() => {
      ({ store, close } = open());
    });
    afterEach(() => close());

    const started: WalkthroughCount = {
      walkthrough: 'walkthrough:invite',
      locale: 'en',
      step: 'open',
      outcome: 'start',
    };
    const count = (change: Partial<WalkthroughCount> & { day?: string } = {}) =>
      store.countWalkthrough({ day: '2026-11-22', ...started, ...change });
    const all = () => store.walkthroughCounts({ from: '2000-01-01', to: '2999-12-31' });

    test('adds up what is the same, also from many pages at once', async () => {
      await Promise.all(Array.from({ length: 50 }, () => count()));
      expect(await all()).toEqual([{ ...started, count: 50 }]);
    });

    test('keeps apart what differs in anything but the day', async () => {
      const others: Partial<WalkthroughCount>[] = [
        { locale: 'de' },
        { step: 'send' },
        { outcome: 'step' },
        { outcome: 'blocked', reason: 'covered' },
        { outcome: 'blocked', reason: 'elsewhere' },
        { version: '2.4' },
        { walkthrough: 'walkthrough:other' },
      ];
      for (const other of [{}, ...others]) await count(other);
      const found = await all();
      expect(found).toHaveLength(8);
      for (const other of others) expect(found).toContainEqual({ ...started, ...other, count: 1 });
    });

    test('answers the days of a span, both ends included', async () => {
      for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23']) await count({ day });
      expect(await store.walkthroughCounts({ from: '2026-11-21', to: '2026-11-22' })).toEqual([
        { ...started, count: 2 },
      ]);
      expect(await store.walkthroughCounts({ from: '2026-11-24', to: '2026-11-30' })).toEqual([]);
    });

    test('tells twenty versions of a day and walkthrough apart, and counts the others without one', async () => {
      for (let version = 1; version <= 30; version += 1) await count({ version: `1.${version}` });
      await count({ version: '1.3' });
      await count({ version: '1.1', day: '2026-11-23' });
      await count({ version: 'new', day: '2026-11-23' });
      const versions = new Map((await all()).map((row) => [row.version, row.count]));
      expect(versions.size).toBe(22);
      expect(versions.get(undefined)).toBe(10);
      expect(versions.get('1.3')).toBe(2);
      expect(versions.get('1.1')).toBe(2);
      expect(versions.get('new')).toBe(1);
    });

    test('forgets what was counted before a day', async () => {
      for (const day of ['2025-10-17', '2025-10-18', '2026-11-22']) await count({ day });
      await store.forgetWalkthroughCounts('2025-10-18');
      expect(await all()).toEqual([{ ...started, count: 2 }]);
    });
  });
}
