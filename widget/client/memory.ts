import type { DeviceStorage } from './storage.ts';

/** Keeps everything until the page is gone. Values are copied, so that both drivers hand out what was put in. */
export const createMemory = (): DeviceStorage => {
  const kept = new Map<string, unknown>();
  const storage: DeviceStorage = {
    persistent: false,
    get: async (key) => structuredClone(kept.get(key)),
    entries: async (prefix) =>
      structuredClone([...kept].filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1))),
    set: async (key, value) => void (await storage.commit({ set: [[key, value]] })),
    delete: async (key) => void (await storage.commit({ delete: [key] })),
    async commit({ when, set = [], delete: gone = [] }) {
      const copies = structuredClone(set);
      if (when !== undefined && !kept.has(when)) return false;
      for (const key of gone) kept.delete(key);
      for (const [key, value] of copies) kept.set(key, value);
      return true;
    },
    clear: async () => kept.clear(),
  };
  return storage;
};
