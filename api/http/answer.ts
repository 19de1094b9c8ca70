import { replayedHeader } from '../contract/routes.ts';
import type { Outcome } from '../ticket/outcome.ts';
import type { AppContext } from './env.ts';
import { problem } from './problem.ts';

/** JSON that no cache may keep: nearly every answer belongs to one person. */
export function json(value: unknown, status = 200): Response {
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(value), { status, headers });
}

/** The answer to a command with an Idempotency-Key. */
export function answer(c: AppContext, outcome: Outcome<unknown>): Response {
  if (outcome.kind === 'in-flight') {
    return problem(c, 'idempotency-key-in-flight', { retryAfterMs: outcome.retryAfterMs });
  }
  if (outcome.kind === 'refused') return problem(c, outcome.code);
  const response = json(outcome.body, outcome.status);
  if (outcome.replayed) response.headers.set(replayedHeader, 'true');
  return response;
}
