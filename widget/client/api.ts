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
  method: 'GET' | 'POST';
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
