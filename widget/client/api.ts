import { idempotencyKeyHeader, replayedHeader } from '../../api/contract/routes.ts';

/** Why a request brought no answer to use. The kind drives what happens next; the text comes from the catalogue. */
export type Failure =
  /** Nothing reached us, or nobody knows: the network is away or refused. */
  | { ok: false; kind: 'offline' }
  | { ok: false; kind: 'timeout' }
  /** The API, or something before it, said no. `code` is one of `api/contract/problem.ts` when it was the API. */
  | { ok: false; kind: 'problem'; status: number; code?: string; retryAfterMs?: number }
  /** An answer that is not the API's, for example the page of a hotel's network. */
  | { ok: false; kind: 'invalid-response' };
export type Answer = { ok: true; status: number; body: unknown; replayed: boolean } | Failure;

export interface Call {
  method: 'GET' | 'POST' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Idempotency-Key: made once for an action, the same on every retry. */
  key?: string;
  /** Opens the thread of a request. */
  capability?: string;
}

export interface Api {
  /** `route` is one of `api/contract/routes.ts`. Never throws. */
  send(route: string, call: Call): Promise<Answer>;
}

export interface ApiOptions {
  /** Scheme and host of the API, without a slash at the end. */
  origin: string;
  fetch: typeof fetch;
  now: () => number;
  /** After how many milliseconds an answer is no longer waited for. Default 15,000. */
  timeoutMs?: number;
}

/** An overloaded server that still is says so again; a mistaken header must not hold a message for days. */
const longestWaitMs = 3_600_000;

const retryAfter = (value: string | null, now: number): number | undefined => {
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestWaitMs);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const codeOf = (body: unknown): string | undefined =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string' ? body.code : undefined;

const refusal = (response: Response, text: string, now: number): Failure => {
  const code = codeOf(parse(text));
  const wait = retryAfter(response.headers.get('Retry-After'), now);
  return {
    ok: false,
    kind: 'problem',
    status: response.status,
    ...(code === undefined ? {} : { code }),
    ...(wait === undefined ? {} : { retryAfterMs: wait }),
  };
};

const read = async (response: Response, now: number): Promise<Answer> => {
  const text = await response.text();
  if (!response.ok) return refusal(response, text, now);
  const body = text === '' ? undefined : parse(text);
  if (text !== '' && body === undefined) return { ok: false, kind: 'invalid-response' };
  return { ok: true, status: response.status, body, replayed: response.headers.get(replayedHeader) === 'true' };
};

/** A page that goes away may finish a small request; browsers allow 64 KiB of them at a time. */
const outlivesPage = (body: string | undefined): boolean => body !== undefined && body.length < 16_000;

const describeCall = ({ method, body, key, capability }: Call, signal: AbortSignal): RequestInit => {
  const text = body === undefined ? undefined : JSON.stringify(body);
  return {
    method,
    signal,
    ...(text === undefined ? {} : { body: text }),
    headers: {
      Accept: 'application/json',
      ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(key === undefined ? {} : { [idempotencyKeyHeader]: key }),
      ...(capability === undefined ? {} : { Authorization: `Bearer ${capability}` }),
    },
    keepalive: outlivesPage(text),
    cache: 'no-store',
    credentials: 'omit',
    // A redirect would turn a POST into a GET, and the API has none: what redirects is a network's sign-in page.
    redirect: 'error',
    // The address of the host's page is for the context card to send, or not to send.
    referrerPolicy: 'strict-origin',
  };
};

/** The one way from the widget to the API. */
export const createApi = ({ origin, fetch, now, timeoutMs = 15_000 }: ApiOptions): Api => ({
  async send(route, call) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timeoutMs);
    try {
      return await read(await fetch(origin + route, describeCall(call, patience.signal)), now());
    } catch {
      return { ok: false, kind: patience.signal.aborted ? 'timeout' : 'offline' };
    } finally {
      clearTimeout(timer);
    }
  },
});
