import { cacheName, createKeptFiles, type KeptFiles } from './kept-files.ts';

/**
 * The last files that were good, for the day a deploy is damaged or the network is away. Content of the help center
 * only, nothing about the person; still it is written only after the panel was opened, and wiped with everything else.
 */
export interface LastGood {
  read(name: string): Promise<Response | undefined>;
  write(name: string, body: Uint8Array<ArrayBuffer> | string): Promise<void>;
  /** Files of a large index; undefined where and while nothing may be kept. */
  files?(): Promise<KeptFiles | undefined>;
}

/** In `caches`, which plain http pages do not have; every failure means "nothing kept". */
export const createLastGood = (base: string): LastGood => {
  const address = (name: string) => `${base}tz/last-good/${name}`;
  return {
    async read(name) {
      try {
        return await (await caches.open(cacheName)).match(address(name));
      } catch {
        return undefined;
      }
    },
    // One for a page: it counts what is kept.
    async files() {
      kept ??= createKeptFiles(base);
      return kept;
    },
    async write(name, body) {
      try {
        await (await caches.open(cacheName)).put(address(name), new Response(body));
      } catch {
        // A full or forbidden store costs the fallback, nothing else.
      }
    },
  };
};

let kept: KeptFiles | undefined;

export const wipeLastGood = async (): Promise<void> => {
  try {
    await caches.delete(cacheName);
  } catch {
    // Nothing was kept where there is no cache.
  }
};
