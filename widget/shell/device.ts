import { createApi } from '../client/api.ts';
import { forgetWalkthroughs } from '../client/flag.ts';
import { openStorage } from '../client/storage.ts';
import { createTrail } from '../context/trail.ts';
import { wipeLastGood } from '../search/last-good.ts';
import type { Kit } from '../ui/kit.ts';
import { type KitParts, makeKit } from './make-kit.ts';

export { createLastGood } from '../search/last-good.ts';

/** What exists from the first opening on: nothing is on a device before it. */
export interface Device extends Pick<Kit, 'storage' | 'trail' | 'api'> {
  /** What features get. */
  kit(parts: Omit<KitParts, 'storage' | 'trail' | 'api'>): Kit;
}

export const openDevice = (mode: 'auto' | 'none', origin: string): Device => {
  const storage = openStorage(mode);
  const trail = createTrail({ storage, now: Date.now });
  const api = createApi({ origin, fetch: (...call) => fetch(...call), now: Date.now });
  return { storage, trail, api, kit: (parts) => makeKit({ storage, trail, api, ...parts }) };
};

/** Wipes everything of ours on this device. */
export const wipeDevice = async (device: Device | undefined): Promise<void> => {
  device?.trail.clear();
  forgetWalkthroughs();
  await Promise.all([(device?.storage ?? openStorage('auto')).clear(), wipeLastGood()]);
};
