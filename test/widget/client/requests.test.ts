import { beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../../widget/client/exclusive.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import { createOutbox } from '../../../widget/client/outbox.ts';
import { createRequests, type News, type Requests } from '../../../widget/client/requests.ts';
import type { DeviceStorage } from '../../../widget/client/storage.ts';
import { createFakeApi, type FakeApi } from '../../support/fake-api.ts';

let now: number;
let storage: DeviceStorage;
let api: FakeApi;
let requests: Requests;
let news: News[];
const threadOf = (reference: string) => [...api.threads.values()].find((thread) => thread.reference === reference);

const ask = async (message: string): Promise<void> => {
  const outbox = createOutbox({ storage, api, now: () => now, random: () => 0, exclusive: createQueue() });
  await outbox.addTicket({ topic: 'other', message, context: [], locale: 'en' });
  await outbox.deliver();
};

beforeEach(async () => {
  now = 1_800_000_000_000;
  storage = createMemory();
  api = createFakeApi(() => now);
  requests = createRequests({ storage, api, now: () => now });
  news = [];
  requests.on((one) => news.push(one));
  await ask('First');
});

describe('the known requests', () => {
  it('list what was sent from here, newest activity first', async () => {
    now += 1_000;
    await ask('Second');
    expect((await requests.list()).map(({ reference }) => reference)).toEqual(['TZ-000002', 'TZ-000001']);
    now += 1_000;
    api.reply('TZ-000001', 'Hello');
    await requests.refresh();
    expect((await requests.list()).map(({ reference }) => reference)).toEqual(['TZ-000001', 'TZ-000002']);
  });

  it('tell of a reply once, though two looks meet', async () => {
    api.reply('TZ-000001', 'Hello', 'Mara');
    await Promise.all([requests.refresh(), requests.refresh()]);
    expect(news).toEqual([{ reference: 'TZ-000001', unread: 1, reply: true }]);
  });

  it('count replies as unread until they are seen', async () => {
    api.reply('TZ-000001', 'Hello', 'Mara');
    expect(await requests.refresh()).toEqual({ changed: true });
    expect(news).toEqual([{ reference: 'TZ-000001', unread: 1, reply: true }]);
    expect(await requests.unread()).toBe(1);
    await requests.seen('TZ-000001');
    expect(await requests.unread()).toBe(0);
    expect(news.at(-1)).toEqual({ reference: 'TZ-000001', unread: 0, reply: false });
  });

  it('say nothing when nothing is new', async () => {
    await requests.refresh();
    news = [];
    expect(await requests.refresh()).toEqual({ changed: false });
    expect(news).toEqual([]);
  });

  it('read a thread without a network as it was', async () => {
    await requests.refresh();
    api.fault = () => 'offline';
    expect(await requests.refresh()).toEqual({ changed: false, failure: { ok: false, kind: 'offline' } });
    expect(requests.failureOf('TZ-000001')).toEqual({ ok: false, kind: 'offline' });
    expect((await requests.list())[0]?.thread?.messages).toHaveLength(1);
    api.fault = () => undefined;
    await requests.refresh();
    expect(requests.failureOf('TZ-000001')).toBeUndefined();
  });

  it('stop asking after the first failure that concerns all', async () => {
    await ask('Second');
    api.calls = [];
    api.fault = () => 'http-429';
    await requests.refresh();
    expect(api.calls).toHaveLength(1);
  });

  it('go on after a thread the API no longer knows, and never drop it by themselves', async () => {
    await ask('Second');
    api.threads.delete([...api.threads.keys()][1] ?? '');
    await requests.refresh();
    expect(requests.failureOf('TZ-000002')).toMatchObject({ status: 404 });
    expect(await requests.list()).toHaveLength(2);
    expect((await requests.list()).find(({ reference }) => reference === 'TZ-000001')?.thread).toBeDefined();
  });

  it('look no more at a closed request, and two weeks at a solved one', async () => {
    const thread = threadOf('TZ-000001');
    if (!thread) throw new Error('There is one.');
    thread.status = 'solved';
    await requests.refresh();
    expect(await requests.open()).toBe(true);
    now += 15 * 86_400_000;
    expect(await requests.open()).toBe(false);
    api.calls = [];
    await requests.refresh();
    expect(api.calls).toEqual([]);
    await requests.refresh('TZ-000001');
    expect(api.calls).toHaveLength(1);
  });

  it('bring no thread back that was wiped while it was on its way', async () => {
    const { send } = api;
    api.send = async (...call) => {
      const answer = await send(...call);
      await storage.clear();
      return answer;
    };
    await requests.refresh();
    expect(await storage.entries('')).toEqual([]);
    expect(news).toEqual([]);
  });

  it('leave this device when the person says so', async () => {
    await requests.refresh();
    await requests.forget('TZ-000001');
    expect(await storage.entries('')).toEqual([]);
  });
});
