import type { DeviceStorage } from '../client/storage.ts';
import { type KeptTrail, readKept } from './entry.ts';

const name = 'trail';

/** Reads the trail once and writes it as it changes: one write at a time, the latest state wins. */
export const createKeeper = (storage: DeviceStorage, state: () => KeptTrail) => {
  let writing = false;
  let stale = false;
  const write = async (): Promise<void> => {
    stale = true;
    if (writing) return;
    writing = true;
    while (stale) {
      stale = false;
      const now = state();
      const empty = now.entries.length + now.hidden.length === 0;
      await (empty ? storage.delete(name) : storage.set(name, now));
    }
    writing = false;
  };
  return { read: async () => readKept(await storage.get(name)), write: () => void write() };
};
