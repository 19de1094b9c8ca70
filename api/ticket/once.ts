import { hashOf, randomId } from '../secrets.ts';
import type { Claim, ClaimResult } from '../store/store.ts';
import { canonical } from './canonical.ts';
import type { TicketDeps } from './deps.ts';
import { type Outcome, refused } from './outcome.ts';

/** A request that must have its effect once. */
export interface Attempt {
  /** Route and, where there is one, the thing it acts on: the same key elsewhere is another key. */
  scope: string;
  key: string;
  /** The parsed body. */
  body: unknown;
}

/** Longer than any command takes; a killed process blocks a retry no longer than this. */
const leaseMs = 5_000;

type Replay = Extract<ClaimResult, { kind: 'answered' }>;

interface Steps<Body> {
  /** Does the work under the claim, in one command of the store; nothing means that the claim was lost. */
  work: (claim: Claim) => Promise<Outcome<Body> | undefined>;
  /** The body of an earlier answer, with what was not kept put back. */
  replay: (kept: Replay) => Promise<Body>;
}

/**
 * Runs `work` once for a key (IETF draft "The Idempotency-Key HTTP Header Field"): a replay gives the first answer again,
 * another body is refused, and a second request while the first is at work is told to wait.
 */
export async function once<Body>(deps: TicketDeps, attempt: Attempt, steps: Steps<Body>): Promise<Outcome<Body>> {
  const claim = { id: await hashOf(`${attempt.scope}\n${attempt.key}`), owner: randomId(deps.random) };
  const bodyHash = await hashOf(canonical(attempt.body));
  const now = deps.now();
  const claimed = await deps.store.claimKey({ ...claim, bodyHash, now, leaseMs });
  if (claimed.kind === 'reused') return refused('idempotency-key-reused');
  if (claimed.kind === 'in-flight') return { kind: 'in-flight', retryAfterMs: claimed.leaseUntil - now };
  if (claimed.kind === 'answered') {
    return { kind: 'answer', status: claimed.answer.status, body: await steps.replay(claimed), replayed: true };
  }

  const outcome = await steps.work(claim).catch(async (error: unknown) => {
    await deps.store.releaseKey(claim).catch(() => {});
    throw error;
  });
  if (!outcome) return { kind: 'in-flight', retryAfterMs: leaseMs };
  if (outcome.kind === 'refused') await deps.store.releaseKey(claim);
  return outcome;
}
