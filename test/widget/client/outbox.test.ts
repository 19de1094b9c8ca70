import { beforeEach, describe, expect, it } from 'vitest';
import { createQueue } from '../../../widget/client/exclusive.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import { createOutbox, type Outbox, type Outcome } from '../../../widget/client/outbox.ts';
import type { DeviceStorage } from '../../../widget/client/storage.ts';
import { createFakeApi, type FakeApi } from '../../support/fake-api.ts';

let now: number;
let storage: DeviceStorage;
let api: FakeApi;
let outbox: Outbox;
let told: Outcome[];
const ticket = (message: string) => ({ topic: 'other', message, context: [], locale: 'en' });
const open = () => createOutbox({ storage, api, now: () => now, random: () => 0.5, exclusive: createQueue() });

beforeEach(() => {
  now = 1_800_000_000_000;
  storage = createMemory();
  api = createFakeApi(() => now);
  outbox = open();
  told = [];
  outbox.on((outcome) => told.push(outcome));
});

describe('the outbox', () => {
  it('has a message on the device before it says that it is kept', async () => {
    const key = await outbox.addTicket(ticket('Help'));
    expect(await storage.get(`outbox/${key}`)).toMatchObject({ key, kind: 'ticket', state: 'waiting', attempts: 0 });
    expect(api.calls).toEqual([]);
  });

  it('turns a sent ticket into a known request in one step', async () => {
    const key = await outbox.addTicket(ticket('Help'));
    expect(await outbox.deliver()).toBeUndefined();
    expect(await storage.entries('outbox/')).toEqual([]);
    expect(await storage.get('request/TZ-000001')).toMatchObject({ reference: 'TZ-000001', topic: 'other', key });
    expect(told.at(-1)).toMatchObject({ kind: 'sent', key, reference: 'TZ-000001', firstReplyBy: expect.any(String) });
  });

  it('waits longer from try to try, at most five minutes, and answers when the next is due', async () => {
    await outbox.addTicket(ticket('Help'));
    api.fault = () => 'http-500';
    const waits: number[] = [];
    for (let attempt = 0; attempt < 12; attempt++) {
      const due = (await outbox.deliver()) ?? 0;
      waits.push(due - now);
      now = due;
    }
    expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(waits.at(-1)).toBe(150_000);
  });

  it('does not try before it is due, unless something woke it', async () => {
    await outbox.addTicket(ticket('Help'));
    api.fault = () => 'offline';
    await outbox.deliver();
    await outbox.deliver();
    expect(api.calls).toHaveLength(1);
    await outbox.deliver(true);
    expect(api.calls).toHaveLength(2);
  });

  it('keeps to Retry-After even when it is woken', async () => {
    await outbox.addTicket(ticket('Help'));
    api.fault = () => 'http-429';
    expect(await outbox.deliver()).toBe(now + 30_000);
    api.fault = () => undefined;
    await outbox.deliver(true);
    expect(api.calls).toHaveLength(1);
    now += 30_000;
    await outbox.deliver();
    expect(api.taken).toEqual(['Help']);
  });

  it('tries at once what a clock set back would hold for days', async () => {
    await outbox.addTicket(ticket('Help'));
    api.fault = () => 'offline';
    await outbox.deliver();
    now -= 30 * 86_400_000;
    api.fault = () => undefined;
    await outbox.deliver();
    expect(api.taken).toEqual(['Help']);
  });

  it('keeps the text of a message that is refused for good, and sends it under the same key when asked', async () => {
    const key = await outbox.addReply({ reference: 'TZ-1', capability: 'unknown' }, 'Still broken');
    expect(await outbox.deliver()).toBeUndefined();
    const [message] = await outbox.messages();
    expect(message).toMatchObject({ key, state: 'needs-attention', why: 'capability-unknown', text: 'Still broken' });
    expect(told.at(-1)).toMatchObject({ kind: 'refused', key });
    await outbox.deliver(true);
    expect(api.calls).toHaveLength(1);
    await outbox.retry(key);
    await outbox.deliver();
    expect(api.calls.map(({ call }) => call.key)).toEqual([key, key]);
  });

  it('lets the person give a message up', async () => {
    const key = await outbox.addTicket(ticket('Help'));
    await outbox.discard(key);
    await outbox.deliver();
    expect(api.calls).toEqual([]);
    expect(told.at(-1)).toEqual({ kind: 'changed', key });
  });

  it('brings nothing back that was wiped while it was on its way', async () => {
    const key = await outbox.addTicket(ticket('Help'));
    api.between = () => storage.clear();
    await outbox.deliver();
    expect(await storage.entries('')).toEqual([]);
    expect(told.at(-1)).toEqual({ kind: 'gone', key });
  });

  it('says that a message is gone when another tab has sent it', async () => {
    const key = await outbox.addTicket(ticket('Help'));
    await open().deliver();
    await outbox.deliver();
    expect(told.at(-1)).toEqual({ kind: 'gone', key });
    expect(api.taken).toEqual(['Help']);
  });

  it('shows a sent reply in its thread at the moment it leaves the queue', async () => {
    await outbox.addTicket(ticket('Help'));
    await outbox.deliver();
    const [[capability, thread] = ['', undefined]] = api.threads;
    await storage.set('thread/TZ-000001', thread);
    await outbox.addReply({ reference: 'TZ-000001', capability }, 'More');
    await outbox.deliver();
    expect(await storage.get('thread/TZ-000001')).toMatchObject({ messages: [{ text: 'Help' }, { text: 'More' }] });
  });

  it('leaves what it cannot read where it is', async () => {
    await storage.set('outbox/later', { from: 'a later version' });
    expect(await outbox.deliver()).toBeUndefined();
    expect(await storage.entries('outbox/')).toHaveLength(1);
  });
});
