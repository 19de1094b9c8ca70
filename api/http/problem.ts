import type { Problem, ProblemCode } from '../contract/problem.ts';
import type { AppContext } from './env.ts';
import { ownOrigin } from './origin.ts';

type Entry = Pick<Problem, 'status' | 'title'> & { detail: string };

/** The closed list. A detail says what happened, what is safe and what to do; never the cause of a 500. */
const entries: Record<ProblemCode, Entry> = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    detail: 'Nothing was kept. Correct the fields named in errors and send it again.',
  },
  'too-large': {
    status: 413,
    title: 'The request is too large',
    detail: 'Nothing was kept. A body may have 64 kB, a handover note 384 kB, a count of a walkthrough 1 kB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The content type is not supported',
    detail: 'Nothing was kept. Send application/json in UTF-8.',
  },
  'idempotency-key-missing': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    detail: 'Nothing was kept. Send a key of 16 to 255 visible ASCII characters, the same on every retry.',
  },
  'idempotency-key-in-flight': {
    status: 409,
    title: 'The same request is being worked on',
    detail: 'It is safe to send it again with the same key after the time in Retry-After.',
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The key belongs to another request',
    detail: 'The first request with this key stands. Send this one with a key of its own.',
  },
  'origin-not-allowed': {
    status: 403,
    title: 'This page may not use the API',
    detail: 'Nothing was kept. The operator can add the origin of the page to TIERZERO_ORIGINS.',
  },
  'signed-out': {
    status: 401,
    title: 'Nobody is signed in',
    detail: 'Open a fresh sign-in link: an admin of the desk makes one, and the server prints one to its terminal.',
  },
  'not-allowed': {
    status: 403,
    title: 'This is not among what you may do',
    detail: 'Nothing was changed. An admin of the desk can do it, or give you another role.',
  },
  'last-admin': {
    status: 409,
    title: 'One admin has to stay',
    detail: 'Nothing was changed. Make somebody else an admin first.',
  },
  'capability-unknown': {
    status: 404,
    title: 'No request belongs to this link',
    detail: 'Check that the link is complete: it ends in 43 characters after the #.',
  },
  'not-found': { status: 404, title: 'Nothing is here', detail: 'Check the address.' },
  'method-not-allowed': {
    status: 405,
    title: 'The method is not allowed here',
    detail: 'The Allow header names the methods that are.',
  },
  conflict: {
    status: 409,
    title: 'The request is closed',
    detail: 'Nothing was kept. A closed request takes no more messages; send a new one.',
  },
  'issue-solved': {
    status: 409,
    title: 'The known issue is solved already',
    detail:
      'Nothing was changed: whoever waited has got its answer, or gets it now. Announce another issue if it is back.',
  },
  'issue-changed': {
    status: 409,
    title: 'Somebody else has changed the known issue',
    detail: 'Nothing was changed. Look at what is told now, and change that.',
  },
  'issue-elsewhere': {
    status: 409,
    title: 'The request waits for another known issue',
    detail: 'Nothing was changed. Take the request out of the other issue first, or add the others to that one.',
  },
  'merge-refused': {
    status: 409,
    title: 'The two requests cannot be merged',
    detail:
      'Nothing was changed. Name another request than this one, which somebody works on: neither closed, nor put aside, nor solved while this one is not. Neither may go on in another one already.',
  },
  merged: {
    status: 409,
    title: 'The request goes on in another one',
    detail: 'Nothing was changed. Do it in the request that it was merged into, or part the two first.',
  },
  'rate-limited': {
    status: 429,
    title: 'Too many requests',
    detail: 'Nothing was kept. Send it again, with the same key, after the time in Retry-After.',
  },
  unavailable: {
    status: 503,
    title: 'The service cannot answer now',
    detail: 'It is safe to send the request again with the same key after the time in Retry-After.',
  },
  internal: {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'It is safe to send the request again with the same key.',
  },
  'handover-incomplete': {
    status: 422,
    title: 'The handover lacks what its receiver needs',
    detail: 'Nothing was changed. Fill in the fields named in errors and send it again.',
  },
  'handover-stale': {
    status: 409,
    title: 'Something has happened to the request since',
    detail: 'Nothing was changed. Look at the request again, then hand it over.',
  },
};

export interface ProblemExtras {
  errors?: Problem['errors'];
  /** For codes that say when to come back. */
  retryAfterMs?: number;
  /** For `method-not-allowed`. */
  allow?: string;
}

/** The only place that makes `application/problem+json` (RFC 9457). */
export function problem(c: AppContext, code: ProblemCode, extras: ProblemExtras = {}): Response {
  const entry = entries[code];
  c.set('problem', code);
  const body: Problem = {
    type: `${ownOrigin(c)}${c.var.deps.config.base}articles/api-problems/#${code}`,
    code,
    title: entry.title,
    status: entry.status,
    detail: entry.detail,
    ...(extras.errors && { errors: extras.errors }),
  };
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  // Whole seconds, and never 0: the header would then ask for a retry at once.
  if (extras.retryAfterMs !== undefined)
    headers.set('retry-after', String(Math.ceil(extras.retryAfterMs / 1_000) || 1));
  if (extras.allow) headers.set('allow', extras.allow);
  return new Response(JSON.stringify(body), { status: entry.status, headers });
}
