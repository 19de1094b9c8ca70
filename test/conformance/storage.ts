import { beforeEach, describe, expect, it } from 'vitest';
import type { DeviceStorage } from '../../widget/client/storage.ts';

/** What every driver of `DeviceStorage` holds. `open` answers an empty one. */
export const storageConformance = (driver: string, open: () => Promise<DeviceStorage>): void => {
  describe(`${driver} as device storage`, () => {
    let storage: DeviceStorage;
    beforeEach(async () => {
      storage = await open();
    });

    it('answers undefined for what is not there', async () => {
      expect(await storage.get('nothing')).toBeUndefined();
    });

    it('gives back what was put in, plain data of any shape', async () => {
      const value = { text: 'ä “quoted”\n', list: [1, null, { deep: true }], at: 1.5, none: undefined };
      await storage.set('a', value);
      expect(await storage.get('a')).toEqual(value);
    });

    it('replaces a value', async () => {
      await storage.set('a', 1);
      await storage.set('a', 2);
      expect(await storage.get('a')).toBe(2);
    });

    it('keeps a falsy value', async () => {
      await storage.commit({
        set: [
          ['a', 0],
          ['b', ''],
          ['c', false],
        ],
      });
      expect(await storage.entries('')).toEqual([
        ['a', 0],
        ['b', ''],
        ['c', false],
      ]);
    });

    it('hands out copies', async () => {
      const value = { list: ['kept'] };
      await storage.set('a', value);
      value.list.push('later');
      expect(await storage.get('a')).toEqual({ list: ['kept'] });
    });

    it('deletes, also what is not there', async () => {
      await storage.set('a', 1);
      await storage.delete('a');
      await storage.delete('a');
      expect(await storage.get('a')).toBeUndefined();
    });

    it('lists the keys under a prefix in their order, and no others', async () => {
      await storage.commit({
        set: [
          ['outbox/2', 'b'],
          ['outbox/1', 'a'],
          ['outboxes', 'no'],
          ['request/1', 'no'],
        ],
      });
      expect(await storage.entries('outbox/')).toEqual([
        ['outbox/1', 'a'],
        ['outbox/2', 'b'],
      ]);
    });

    it('does several things in one step', async () => {
      await storage.set('outbox/1', 'waiting');
      const done = await storage.commit({ when: 'outbox/1', delete: ['outbox/1'], set: [['request/R', 'sent']] });
      expect(done).toBe(true);
      expect(await storage.entries('')).toEqual([['request/R', 'sent']]);
    });

    it('does nothing of a step whose condition is gone', async () => {
      await storage.set('other', 1);
      const done = await storage.commit({ when: 'outbox/1', delete: ['other'], set: [['request/R', 'sent']] });
      expect(done).toBe(false);
      expect(await storage.entries('')).toEqual([['other', 1]]);
    });

    it('lets one of two steps with the same condition happen', async () => {
      await storage.set('outbox/1', 'waiting');
      const steps = ['x', 'y'].map((name) =>
        storage.commit({ when: 'outbox/1', delete: ['outbox/1'], set: [[name, 1]] }),
      );
      expect((await Promise.all(steps)).filter(Boolean)).toHaveLength(1);
      expect(await storage.entries('')).toHaveLength(1);
    });

    it('sets what a step deletes and sets', async () => {
      await storage.set('a', 1);
      await storage.commit({ delete: ['a'], set: [['a', 2]] });
      expect(await storage.get('a')).toBe(2);
    });

    it('refuses what cannot be copied and leaves the rest of the step undone', async () => {
      await storage.set('a', 1);
      await expect(storage.commit({ delete: ['a'], set: [['b', () => {}]] })).rejects.toThrow();
      expect(await storage.entries('')).toEqual([['a', 1]]);
    });

    it('wipes everything', async () => {
      await storage.commit({
        set: [
          ['a', 1],
          ['outbox/1', 2],
        ],
      });
      await storage.clear();
      expect(await storage.entries('')).toEqual([]);
    });
  });
};
