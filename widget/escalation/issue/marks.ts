import * as z from 'zod/mini';
import type { DeviceStorage } from '../../client/storage.ts';

/** What the person did with a notice, on this device. */
const mark = z.enum(['hidden', 'told']);
export type Mark = z.infer<typeof mark>;

const prefix = 'issue/';

/** By issue. Marks of issues that nobody is told of any more are dropped. */
export const readMarks = async (storage: DeviceStorage, known: readonly string[]): Promise<Map<string, Mark>> => {
  const entries = (await storage.entries(prefix)).map(([key, value]) => [key.slice(prefix.length), value] as const);
  const old = entries.filter(([id]) => !known.includes(id)).map(([id]) => prefix + id);
  if (old.length > 0 && known.length > 0) await storage.commit({ delete: old });
  return new Map(entries.flatMap(([id, value]) => (mark.safeParse(value).success ? [[id, mark.parse(value)]] : [])));
};

export const setMark = (storage: DeviceStorage, id: string, value: Mark): Promise<void> =>
  storage.set(prefix + id, value);
