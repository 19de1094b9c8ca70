import type { Failure } from '../../widget/client/api.ts';

/** Problems that a person can do something about. */
const known = new Set([
  'rate-limited',
  'conflict',
  'unavailable',
  'idempotency-key-in-flight',
  'idempotency-key-reused',
]);

/** The message that says what happened and what to do: `failure.offline`, `failure.rate-limited`, …, `failure.problem`. */
export const failureKey = (failure: Failure): string => {
  if (failure.kind !== 'problem') return `failure.${failure.kind}`;
  return failure.code && known.has(failure.code) ? `failure.${failure.code}` : 'failure.problem';
};
