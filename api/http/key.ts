import { idempotencyKeyHeader } from '../contract/routes.ts';
import type { Read } from './body.ts';
import type { AppContext } from './env.ts';
import { problem } from './problem.ts';

/** The Idempotency-Key of a request that creates something. */
export function readKey(c: AppContext): Read<string> {
  const key = c.req.header(idempotencyKeyHeader);
  if (key && /^[\x21-\x7e]{16,255}$/.test(key)) return { ok: true, value: key };
  return { ok: false, response: problem(c, 'idempotency-key-missing') };
}
