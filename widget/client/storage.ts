import { createMemory } from './memory.ts';

/** A step that happens whole or not at all. */
export interface Change {
  /** Nothing happens unless this key is there: what was wiped meanwhile does not come back. */
  when?: string;
  set?: [key: string, value: unknown][];
  delete?: string[];
}

/** What is kept for the person: IndexedDB, or memory where that is not wanted or not there. Values are plain data. */
export interface DeviceStorage {
  /** False: everything is gone when the page is. Known for sure after the first answer. */
  readonly persistent: boolean;
  get(key: string): Promise<unknown>;
  /** Keys that start with `prefix`, in their order. */
  entries(prefix: string): Promise<[key: string, value: unknown][]>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Answers whether it happened. */
  commit(change: Change): Promise<boolean>;
  /** Wipes everything, the flag for the loader included. */
  clear(): Promise<void>;
}

/** A driver whose code comes later, because nobody waits for it to search; memory where it never comes. */
const openLate = (load: () => Promise<DeviceStorage>): DeviceStorage => {
  let known: DeviceStorage | undefined;
  let loading: Promise<DeviceStorage> | undefined;
  const driver = async (): Promise<DeviceStorage> => {
    loading ??= load().catch(createMemory);
    known = await loading;
    return known;
  };
  return {
    get persistent() {
      return known?.persistent ?? true;
    },
    get: async (key) => (await driver()).get(key),
    entries: async (prefix) => (await driver()).entries(prefix),
    set: async (key, value) => (await driver()).set(key, value),
    delete: async (key) => (await driver()).delete(key),
    commit: async (change) => (await driver()).commit(change),
    clear: async () => (await driver()).clear(),
  };
};

/** Call it when the person opens the panel, not before: nothing is kept on a device without that. */
export const openStorage = (mode: 'auto' | 'none'): DeviceStorage =>
  mode === 'auto' && typeof indexedDB !== 'undefined'
    ? openLate(async () => (await import('./device.ts')).openDevice())
    : createMemory();
