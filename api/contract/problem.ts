import * as z from 'zod/mini';

/** Every problem the API answers with (RFC 9457). `type` is the address of the help article that explains it. */
const problemCode = z.enum([
  'invalid-request',
  'too-large',
  'unsupported-media-type',
  'idempotency-key-missing',
  'idempotency-key-in-flight',
  'idempotency-key-reused',
  'origin-not-allowed',
  'signed-out',
  'not-allowed',
  'last-admin',
  'capability-unknown',
  'not-found',
  'method-not-allowed',
  'conflict',
  'issue-solved',
  'issue-changed',
  'issue-elsewhere',
  'merge-refused',
  'merged',
  'rate-limited',
  'unavailable',
  'internal',
  'handover-incomplete',
  'handover-stale',
]);
export type ProblemCode = z.infer<typeof problemCode>;

/** Body of every answer with `application/problem+json`. */
export const problem = z.object({
  type: z.string(),
  code: problemCode,
  title: z.string(),
  status: z.int(),
  /** What happened, what is safe, what to do. Never the cause of a 500. */
  detail: z.optional(z.string()),
  /** Fields of the request that were wrong: JSON path and expectation. */
  errors: z.optional(z.array(z.object({ path: z.string(), expected: z.string() }))),
});
export type Problem = z.infer<typeof problem>;
