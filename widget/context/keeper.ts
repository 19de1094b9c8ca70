import { latestWins } from '../client/latest.ts';
import type { DeviceStorage } from '../client/storage.ts';
import { type KeptTrail, readKept } from './entry.ts';

const name = 'trail';

/** Reads the trail once and writes it as it changes. An empty one leaves nothing on the device. */
export const createKeeper = (storage: DeviceStorage, state: () => KeptTrail) => ({
  read: async () => readKept(await storage.get(name)),
  write: latestWins(() => {
    const { entries, hidden } = state();
    return entries.length + hidden.length === 0 ? storage.delete(name) : storage.set(name, { entries, hidden });
  }),
});
