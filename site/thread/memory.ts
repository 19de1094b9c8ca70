/** Texts kept by name for this browser, or for this page where the browser keeps nothing. */
export interface Memory {
  get(name: string): string | undefined;
  set(name: string, text: string): void;
  delete(name: string): void;
}

/**
 * `open` is called at every use: with storage turned off even naming `localStorage` throws, and a full one throws on writing.
 * What was written stays readable in either case, until the page goes.
 */
export const openMemory = (open: () => Storage): Memory => {
  const held = new Map<string, string>();
  const attempt = <T>(use: (storage: Storage) => T): T | undefined => {
    try {
      return use(open());
    } catch {
      return undefined;
    }
  };
  return {
    get: (name) => held.get(name) ?? attempt((storage) => storage.getItem(name)) ?? undefined,
    set(name, text) {
      held.set(name, text);
      attempt((storage) => storage.setItem(name, text));
    },
    delete(name) {
      held.delete(name);
      attempt((storage) => storage.removeItem(name));
    },
  };
};
