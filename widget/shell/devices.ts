import type { Verbs } from '../public-api.ts';
import type { LastGood } from '../search/last-good.ts';
import type { Value } from '../ui/value.ts';
import type { Device } from './device.ts';

/** What the host page says of itself. */
export interface HostFacts {
  facts: Parameters<Verbs['context']>[0];
  page: Parameters<Verbs['page']>[0] | null;
}

/** May anything be kept on this device? `none` as the tag says, `refused` by the person. */
export type Mode = 'auto' | 'none' | 'refused';
type Code = typeof import('./device.ts');

/** Opens and retires what is kept for the person. Its code comes late: nobody waits for it to search. */
export interface Devices {
  /** Content of the last visit; writing waits for the first opening. */
  lastGood: LastGood;
  /** As the tag says. */
  asked: Mode;
  /** Opens one unless there is one. */
  open(): Promise<void>;
  /** Called with a device that is no longer used. */
  onRetire?: (device: Device) => void;
  retire(): void;
  bring(): Promise<Code>;
}

interface DevicesOptions {
  asked: Mode;
  mode: Value<Mode>;
  base: string;
  api: string | undefined;
  /** Where the open one is. */
  device: Value<Device | undefined>;
  host: Value<HostFacts>;
  bring: () => Promise<Code>;
}

export const createDevices = ({ asked, mode, base, api, device, host, bring }: DevicesOptions): Devices => {
  let opening: Promise<void> | undefined;
  let opened: () => void = () => {};
  const firstOpening = new Promise<void>((resolve) => {
    opened = resolve;
  });
  const openOne = async () => {
    const { openDevice } = await bring();
    const next = openDevice(mode.get() === 'auto' ? 'auto' : 'none', new URL(api || base, base).origin);
    const { facts, page } = host.get();
    next.trail.host(facts);
    next.trail.page(page);
    device.set(next);
  };
  const lastGood = async (): Promise<LastGood | undefined> =>
    mode.get() === 'auto' ? (await bring().catch(() => {}))?.createLastGood(base) : undefined;
  const devices: Devices = {
    asked,
    bring,
    lastGood: {
      read: async (name) => (await lastGood())?.read(name),
      async write(name, bytes) {
        await firstOpening;
        await (await lastGood())?.write(name, bytes);
      },
      async files() {
        await firstOpening;
        return (await lastGood())?.files?.();
      },
    },
    open() {
      opened();
      opening ??= openOne().catch(() => {
        opening = undefined;
      });
      return opening;
    },
    retire() {
      const current = device.get();
      if (current) devices.onRetire?.(current);
      opening = undefined;
      device.set(undefined);
    },
  };
  return devices;
};
