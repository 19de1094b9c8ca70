import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQueue } from '../../../widget/client/exclusive.ts';
import { type FollowUp, startFollowUp } from '../../../widget/client/follow-up.ts';
import { createMemory } from '../../../widget/client/memory.ts';
import { createOutbox, type Outbox } from '../../../widget/client/outbox.ts';
import { createRequests } from '../../../widget/client/requests.ts';
import { createFakeApi, type FakeApi } from '../../support/fake-api.ts';

let api: FakeApi;
let outbox: Outbox;
let follow: FollowUp;
let visibility: DocumentVisibilityState;
const ticket = (message: string) => ({ topic: 'other', message, context: [], locale: 'en' });
const gets = () => api.calls.filter(({ call }) => call.method === 'GET').length;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 });
  visibility = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  const storage = createMemory();
  api = createFakeApi(Date.now);
  const options = { storage, api, now: Date.now, random: () => 0.5 };
  outbox = createOutbox({ ...options, exclusive: createQueue() });
  const requests = createRequests(options);
  follow = startFollowUp({ outbox, requests, now: Date.now, random: () => 0.5 });
});
afterEach(() => {
  follow.stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const show = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('following up', () => {
  it('sends a new message at once', async () => {
    await outbox.addTicket(ticket('Help'));
    await pass(0);
    expect(api.taken).toEqual(['Help']);
  });

  it('tries again by itself when the next try is due', async () => {
    api.fault = () => 'http-500';
    await outbox.addTicket(ticket('Help'));
    await pass(0);
    api.fault = () => undefined;
    await pass(1_000);
    expect(api.taken).toEqual(['Help']);
  });

  it('tries at once when the network is back', async () => {
    api.fault = () => 'offline';
    await outbox.addTicket(ticket('Help'));
    await pass(100);
    api.fault = () => undefined;
    window.dispatchEvent(new Event('online'));
    await pass(0);
    expect(api.taken).toEqual(['Help']);
  });

  it('reads the threads ever less often while nothing happens, and at once when the page is looked at', async () => {
    await outbox.addTicket(ticket('Help'));
    await pass(0);
    const before = gets();
    await pass(10 * 60_000);
    const inTenMinutes = gets() - before;
    expect(inTenMinutes).toBeGreaterThan(3);
    expect(inTenMinutes).toBeLessThan(12);
    show('hidden');
    show('visible');
    await pass(0);
    expect(gets() - before).toBe(inTenMinutes + 1);
  });

  it('reads nothing while the page is hidden, and still sends', async () => {
    await outbox.addTicket(ticket('Help'));
    await pass(0);
    show('hidden');
    const before = gets();
    await outbox.addTicket(ticket('More'));
    await pass(30 * 60_000);
    expect(gets()).toBe(before);
    expect(api.taken).toEqual(['Help', 'More']);
  });

  it('reads a watched thread more often, until it is no longer watched', async () => {
    await outbox.addTicket(ticket('Help'));
    await pass(0);
    const end = follow.watch('TZ-000001');
    await pass(0);
    const before = gets();
    await pass(20_000);
    expect(gets() - before).toBeGreaterThanOrEqual(2);
    end();
    await pass(0);
    const after = gets();
    await pass(20_000);
    expect(gets() - after).toBeLessThanOrEqual(1);
  });

  it('asks nothing when there is nothing to follow', async () => {
    await pass(60 * 60_000);
    expect(api.calls).toEqual([]);
  });

  it('ends with everything it started', async () => {
    await outbox.addTicket(ticket('Help'));
    await pass(0);
    follow.stop();
    const before = api.calls.length;
    await outbox.addTicket(ticket('More'));
    window.dispatchEvent(new Event('online'));
    show('visible');
    await pass(60 * 60_000);
    expect(api.calls).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
  });
});
