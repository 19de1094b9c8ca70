import type { DocumentId } from '../../content/schema/name.ts';
import type { DeviceStorage } from '../client/storage.ts';

/** Which walkthroughs were gone through to their end, kept on the device where things may be kept, and else in memory. */

const prefix = 'walked/';

export const setWalked = (storage: DeviceStorage, id: DocumentId): Promise<void> => storage.set(prefix + id, true);

/** Their ids. */
export const walkedIn = async (storage: DeviceStorage): Promise<ReadonlySet<string>> =>
  new Set((await storage.entries(prefix)).map(([key]) => key.slice(prefix.length)));
