import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import { lowerFlag, raiseFlag } from './flag.ts';
import { createMemory } from './memory.ts';
import type { DeviceStorage } from './storage.ts';

const database = 'tierzero';
interface Kept extends DBSchema {
  kept: { key: string; value: unknown };
}
type Connection = IDBPDatabase<Kept>;

/** What a later page has to carry on with. */
const worthResuming = (key: string): boolean => key.startsWith('outbox/') || key.startsWith('request/');

/** One connection, opened when first needed and dropped when the browser breaks it or another tab needs it gone. */
const createConnection = () => {
  let open: Promise<Connection> | undefined;
  const drop = () => {
    open?.then((db) => db.close()).catch(() => {});
    open = undefined;
  };
  // Async, because a page that may keep nothing makes `open` throw rather than reject.
  const connect = async (): Promise<Connection> => {
    open ??= openDB<Kept>(database, 1, {
      upgrade: (db) => void db.createObjectStore('kept'),
      blocking: drop,
      terminated: drop,
    });
    return open;
  };
  return { connect, drop };
};

const wipeDevice = async (): Promise<void> => {
  try {
    await deleteDB(database);
  } catch {
    // It may keep nothing, so there is nothing to wipe.
  }
};

const everything = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

const read = async (db: Connection, prefix: string): Promise<[string, unknown][]> => {
  const tx = db.transaction('kept');
  const [keys, values] = await Promise.all([
    tx.store.getAllKeys(everything(prefix)),
    tx.store.getAll(everything(prefix)),
  ]);
  return keys.map((key, place) => [key, values[place]]);
};

/** IndexedDB. A broken connection is replaced once; where the device refuses for good, memory takes over. */
export const openDevice = (): DeviceStorage => {
  const connection = createConnection();
  let fallback: Promise<DeviceStorage> | undefined;
  let persistent = true;

  const moveToMemory = async (): Promise<DeviceStorage> => {
    persistent = false;
    const memory = createMemory();
    // A full disk still reads: what waits there goes out from here, under its old keys.
    const kept = await connection
      .connect()
      .then((db) => read(db, ''))
      .catch(() => []);
    await memory.commit({ set: kept });
    return memory;
  };

  const run = async <T>(work: (db: Connection) => Promise<T>, instead: (memory: DeviceStorage) => Promise<T>) => {
    for (let attempt = 0; attempt < 2 && !fallback; attempt++) {
      try {
        return await work(await connection.connect());
      } catch {
        connection.drop();
      }
    }
    fallback ??= moveToMemory();
    return instead(await fallback);
  };

  const storage: DeviceStorage = {
    get persistent() {
      return persistent;
    },
    get: (key) =>
      run(
        (db) => db.get('kept', key),
        (memory) => memory.get(key),
      ),
    entries: (prefix) =>
      run(
        (db) => read(db, prefix),
        (memory) => memory.entries(prefix),
      ),
    set: async (key, value) => void (await storage.commit({ set: [[key, value]] })),
    delete: async (key) => void (await storage.commit({ delete: [key] })),
    async commit(change) {
      // A value that cannot be copied is the caller's mistake, not the device's.
      const set = structuredClone(change.set ?? []);
      const done = await run(
        (db) => write(db, { ...change, set }),
        (memory) => memory.commit({ ...change, set }),
      );
      if (done && persistent && set.some(([key]) => worthResuming(key))) raiseFlag();
      return done;
    },
    async clear() {
      lowerFlag();
      await run(
        (db) => db.clear('kept'),
        (memory) => memory.clear(),
      );
      // Not waited for: another tab may hold it open, and what is in memory is gone already.
      if (!persistent) void wipeDevice();
    },
  };
  return storage;
};

/** `strict`: answered once it is on the disk, because the person is told that it is kept. */
const write = async (db: Connection, change: { when?: string; set: [string, unknown][]; delete?: string[] }) => {
  const tx = db.transaction('kept', 'readwrite', { durability: 'strict' });
  const there = change.when === undefined || (await tx.store.getKey(change.when)) !== undefined;
  const work = there
    ? [
        ...(change.delete ?? []).map((key) => tx.store.delete(key)),
        ...change.set.map(([key, value]) => tx.store.put(value, key)),
      ]
    : [];
  await Promise.all([...work, tx.done]);
  return there;
};
