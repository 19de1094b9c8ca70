/**
 * The last files that were good, for the day a deploy is damaged or the network is away. Content of the help center
 * only, nothing about the person; still it is written only after the panel was opened, and wiped with everything else.
 */
export interface LastGood {
  read(name: string): Promise<Response | undefined>;
  write(name: string, body: Uint8Array<ArrayBuffer> | string): Promise<void>;
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
    async write(name, body) {
      try {
        await (await caches.open(cacheName)).put(address(name), new Response(body));
      } catch {
        // A full or forbidden store costs the fallback, nothing else.
      }
    },
  };
};

const cacheName = 'tierzero';

export const wipeLastGood = async (): Promise<void> => {
  try {
    await caches.delete(cacheName);
  } catch {
    // Nothing was kept where there is no cache.
  }
};
