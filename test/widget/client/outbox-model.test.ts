import { describe, expect, it } from 'vitest';
import { createQueue, type Exclusive } from '../../../widget/client/exclusive.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import { createOutbox, type Outbox } from '../../../widget/client/outbox.ts';
import type { DeviceStorage } from '../../../widget/client/storage.ts';
import { createFakeApi, type FakeApi, type Fault } from '../../support/fake-api.ts';
import { seeded } from '../../support/random.ts';

const faults: Fault[] = [
  'offline',
  'offline-after',
  'timeout-after',
  'portal',
  'http-500',
  'http-500-after',
  'http-429',
];
const never = new Promise<never>(() => {});

/** A tab: its own outbox over the shared device, and a life that may end between any two steps. */
interface Tab {
  outbox: Outbox;
  alive: () => boolean;
  /** Resolves when the tab is killed. */
  killed: Promise<void>;
}

interface World {
  random: () => number;
  clock: { now: number };
  storage: DeviceStorage;
  api: FakeApi;
  /** Undefined where the browser has no locks. */
  lock: Exclusive | undefined;
}

const microtasks = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

const openTab = ({ random, clock, storage, api, lock }: World, lifetime: number): Tab => {
  let steps = lifetime;
  let kill = () => {};
  const killed = new Promise<void>((resolve) => {
    kill = resolve;
  });
  /** Passes a step in a random moment, or ends the tab there for good. */
  const step = async (): Promise<void> => {
    await microtasks(Math.floor(random() * 4));
    steps -= 1;
    if (steps >= 0) return;
    kill();
    await never;
  };
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    await step();
    const result = await work();
    await step();
    return result;
  };
  const mine: DeviceStorage = {
    persistent: true,
    get: (key) => around(() => storage.get(key)),
    entries: (prefix) => around(() => storage.entries(prefix)),
    set: (key, value) => around(() => storage.set(key, value)),
    delete: (key) => around(() => storage.delete(key)),
    commit: (change) => around(() => storage.commit(change)),
    clear: () => around(() => storage.clear()),
  };
  const line = lock ?? createQueue();
  // The browser gives the lock of a killed tab to the next one.
  const exclusive: Exclusive = (work) =>
    new Promise((resolve, reject) => {
      void line(() => Promise.race([work().then(resolve, reject), killed]));
    });
  const outbox = createOutbox({
    storage: mine,
    api: { send: (route, call) => around(() => api.send(route, call)) },
    now: () => clock.now,
    random,
    exclusive,
  });
  return { outbox, alive: () => steps >= 0, killed };
};

/** What the person was told is kept, and what was on its way to be kept when the tab died. */
interface Written {
  kept: string[];
  unsure: string[];
}

const ticket = (message: string) => ({ topic: 'other', message, context: [], locale: 'en' });

const write = async (tab: Tab, written: Written, text: string, capability?: string): Promise<void> => {
  const add = capability
    ? tab.outbox.addReply({ reference: 'TZ-000001', capability }, text)
    : tab.outbox.addTicket(ticket(text));
  const kept = await Promise.race([add.then(() => true), tab.killed.then(() => false)]);
  (kept ? written.kept : written.unsure).push(text);
};

/** A random life: messages written, tabs opened and killed, the network as it likes. */
const live = async (world: World, written: Written, capability: string): Promise<void> => {
  const { random, clock, api } = world;
  api.fault = () => (random() < 0.6 ? faults[Math.floor(random() * faults.length)] : undefined);
  api.between = () => microtasks(Math.floor(random() * 6));
  const lifetime = () => Math.floor(random() * 60);
  let tabs = [openTab(world, lifetime()), openTab(world, lifetime())];
  for (let turn = 0; turn < 14; turn++) {
    tabs = tabs.map((tab) => (tab.alive() ? tab : openTab(world, lifetime())));
    const [first, second] = tabs;
    if (!first || !second) throw new Error('Two tabs are open.');
    const work = tabs.map((tab) => Promise.race([tab.outbox.deliver(random() < 0.3), tab.killed]));
    if (random() < 0.5) await write(random() < 0.5 ? first : second, written, `text ${turn}`);
    if (random() < 0.4) await write(first, written, `reply ${turn}`, capability);
    await Promise.all(work);
    clock.now += Math.floor(random() * 20_000);
  }
};

/** The network is back and somebody looks again. */
const calm = async (world: World): Promise<void> => {
  world.api.fault = () => undefined;
  for (let round = 0; round < 50; round++) {
    const tab = openTab(world, 10_000);
    const next = await tab.outbox.deliver();
    if (next === undefined) return;
    world.clock.now = Math.max(world.clock.now + 1_000, next);
  }
};

const run = async (seed: number, locks: boolean) => {
  const random = seeded(seed);
  const clock = { now: 1_800_000_000_000 };
  const storage = createMemory();
  const api = createFakeApi(() => clock.now);
  const world: World = { random, clock, storage, api, lock: locks ? createQueue() : undefined };
  // The thread that replies go to.
  await createOutbox({ storage, api, now: () => clock.now, random, exclusive: createQueue() }).addTicket(
    ticket('first'),
  );
  await calm(world);
  const [capability = ''] = api.threads.keys();
  const written: Written = { kept: ['first'], unsure: [] };
  await live(world, written, capability);
  await calm(world);
  return { api, storage, written, capability };
};

const texts = (written: Written): Set<string> => new Set([...written.kept, ...written.unsure]);

describe.each([
  { browser: 'a browser with locks', locks: true },
  { browser: 'a browser without locks, as on plain http', locks: false },
])('200 random lives in $browser', ({ locks }) => {
  it('deliver every kept message exactly once and leave nothing behind', async () => {
    let kept = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { api, storage, written, capability } = await run(seed, locks);
      const about = `seed ${seed}`;
      kept += written.kept.length;
      expect(new Set(api.taken).size, about).toBe(api.taken.length);
      for (const text of written.kept) expect(api.taken, about).toContain(text);
      for (const text of api.taken) expect(texts(written), about).toContain(text);
      expect(await storage.entries('outbox/'), about).toEqual([]);
      // Every ticket can be opened on this device.
      expect((await storage.entries('request/')).length, about).toBe(api.threads.size);
      const replies = (list: string[]) => list.filter((text) => text.startsWith('reply'));
      const thread = api.threads.get(capability)?.messages.map(({ text }) => text) ?? [];
      expect(
        replies(thread).filter((text) => written.kept.includes(text)),
        about,
      ).toEqual(replies(written.kept));
    }
    // The lives were full: this many messages, and far more failures.
    expect(kept).toBeGreaterThan(1_500);
  }, 60_000);
});
