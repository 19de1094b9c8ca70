import { describe, expect, it, vi } from 'vitest';
import { type ApiOptions, createApi } from '../../../widget/client/api.ts';

const at = Date.UTC(2026, 10, 22, 12);
const create = (answer: () => Response | Promise<Response>, options: Partial<ApiOptions> = {}) => {
  const fetch = vi.fn<typeof globalThis.fetch>(async () => answer());
  return { fetch, api: createApi({ origin: 'https://help.example.com', fetch, now: () => at, ...options }) };
};
const json = (body: unknown, init?: ResponseInit) => () => Response.json(body, init);

describe('the API client', () => {
  it('sends JSON with key and capability, and nothing that says who or where the person is', async () => {
    const { api, fetch } = create(json({ id: 'm1' }, { status: 201 }));
    await api.send('/api/thread/messages', { method: 'POST', body: { text: 'Hi' }, key: 'k', capability: 'c' });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe('https://help.example.com/api/thread/messages');
    expect(init).toMatchObject({ method: 'POST', body: '{"text":"Hi"}', credentials: 'omit', redirect: 'error' });
    expect(init?.headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'Idempotency-Key': 'k',
      Authorization: 'Bearer c',
    });
    expect(init?.referrerPolicy).toBe('strict-origin');
  });

  it('answers the body and whether it is a replay', async () => {
    const { api } = create(json({ a: 1 }, { status: 201, headers: { 'Idempotency-Replayed': 'true' } }));
    expect(await api.send('/x', { method: 'POST' })).toEqual({ ok: true, status: 201, body: { a: 1 }, replayed: true });
  });

  it('takes an empty 204', async () => {
    const { api } = create(() => new Response(null, { status: 204 }));
    expect(await api.send('/x', { method: 'POST' })).toMatchObject({ ok: true, status: 204, body: undefined });
  });

  it('reads the code of a problem and Retry-After in seconds', async () => {
    const { api } = create(json({ code: 'rate-limited' }, { status: 429, headers: { 'Retry-After': '30' } }));
    expect(await api.send('/x', { method: 'GET' })).toEqual({
      ok: false,
      kind: 'problem',
      status: 429,
      code: 'rate-limited',
      retryAfterMs: 30_000,
    });
  });

  it.each([
    ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['99999999', 3_600_000],
  ])('reads Retry-After %s as %i ms', async (value, retryAfterMs) => {
    const { api } = create(() => new Response('busy', { status: 503, headers: { 'Retry-After': value } }));
    expect(await api.send('/x', { method: 'GET' })).toEqual({ ok: false, kind: 'problem', status: 503, retryAfterMs });
  });

  it('does not take the sign-in page of a network for an answer', async () => {
    const { api } = create(() => new Response('<html>Welcome</html>'));
    expect(await api.send('/x', { method: 'GET' })).toEqual({ ok: false, kind: 'invalid-response' });
  });

  it('says offline when nothing comes through', async () => {
    const { api } = create(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await api.send('/x', { method: 'GET' })).toEqual({ ok: false, kind: 'offline' });
  });

  it('says timeout when nothing comes in time, also in the middle of an answer', async () => {
    vi.useFakeTimers();
    const fetch: typeof globalThis.fetch = (_, init) =>
      new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const { api } = create(json({}), { fetch, timeoutMs: 100 });
    const answer = api.send('/x', { method: 'GET' });
    await vi.advanceTimersByTimeAsync(100);
    expect(await answer).toEqual({ ok: false, kind: 'timeout' });
    vi.useRealTimers();
  });
});
