import type { ProblemCode } from '../contract/problem.ts';

/** How a command with an Idempotency-Key ended. `body` is the answer's JSON, the same on a replay. */
export type Outcome<Body> =
  | { kind: 'answer'; status: number; body: Body; replayed: boolean }
  | { kind: 'in-flight'; retryAfterMs: number }
  | { kind: 'refused'; code: ProblemCode };

export const refused = (code: ProblemCode): { kind: 'refused'; code: ProblemCode } => ({ kind: 'refused', code });
