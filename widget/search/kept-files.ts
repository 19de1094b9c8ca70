/** Files of a large index that were fetched, kept for the day the network is away. Never more than `most` bytes. */
export interface KeptFiles {
  read(file: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Where there is no room, the oldest ones go if `pushes`; else it is not kept. */
  write(file: string, bytes: Uint8Array<ArrayBuffer>, pushes: boolean): Promise<void>;
  /** Of those whose names begin with `prefix`, only these stay. */
  retain(prefix: string, files: ReadonlySet<string>): Promise<void>;
}

/** Of everything that is kept of the help center. */
export const cacheName = 'tierzero';

const most = 3_000_000;

/** In `caches`, which plain http pages do not have; every failure means "nothing kept". */
export const createKeptFiles = (base: string, limit = most): KeptFiles => {
  const folder = `${base}tz/last-good/files/`;
  /** Sizes by file, oldest first. */
  let sizes: Map<string, number> | undefined;
  const open = () => caches.open(cacheName);
  const sizesNow = async (): Promise<Map<string, number>> => {
    if (sizes) return sizes;
    const cache = await open();
    const found = new Map<string, number>();
    for (const { url } of await cache.keys()) {
      if (!url.startsWith(folder)) continue;
      const answer = await cache.match(url);
      found.set(url.slice(folder.length), Number(answer?.headers.get('Content-Length') ?? 0));
    }
    sizes = found;
    return found;
  };
  const drop = async (file: string): Promise<void> => {
    (await sizesNow()).delete(file);
    await (await open()).delete(folder + file);
  };
  const write = async (file: string, bytes: Uint8Array<ArrayBuffer>, pushes: boolean): Promise<void> => {
    const known = await sizesNow();
    const isRoom = () => [...known.values()].reduce((sum, size) => sum + size, bytes.length) <= limit;
    while (!isRoom()) {
      const [oldest] = known.keys();
      if (!pushes || oldest === undefined) return;
      await drop(oldest);
    }
    const headers = { 'Content-Length': String(bytes.length) };
    await (await open()).put(folder + file, new Response(bytes, { headers }));
    known.set(file, bytes.length);
  };
  // One after the other: each counts what the others have left.
  let last: Promise<void> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    // A full or forbidden store costs the fallback, nothing else.
    last = last.then(act).catch(() => {});
    return last;
  };
  return {
    async read(file) {
      try {
        const answer = await caches.match(folder + file, { cacheName });
        return answer && new Uint8Array(await answer.arrayBuffer());
      } catch {
        return undefined;
      }
    },
    write: (file, bytes, pushes) => inTurn(() => write(file, bytes, pushes)),
    retain: (prefix, files) =>
      inTurn(async () => {
        for (const file of [...(await sizesNow()).keys()])
          if (file.startsWith(prefix) && !files.has(file)) await drop(file);
      }),
  };
};
