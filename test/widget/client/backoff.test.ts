import { describe, expect, it } from 'vitest';
import { backoffMs, isPermanent, pollMs } from '../../../widget/client/backoff.ts';

const problem = (status: number, code?: string) =>
  ({ ok: false, kind: 'problem', status, ...(code ? { code } : {}) }) as const;

describe('backoff', () => {
  it('draws from the whole range, which doubles up to five minutes', () => {
    expect(backoffMs(1, 0.5)).toBe(1_000);
    expect(backoffMs(4, 0.999)).toBe(15_984);
    expect(backoffMs(60, 0.999)).toBe(299_700);
    expect(backoffMs(3, 0)).toBe(250);
  });

  it.each([
    [problem(400, 'invalid-request'), true],
    [problem(401), true],
    [problem(403, 'origin-not-allowed'), true],
    [problem(404, 'capability-unknown'), true],
    [problem(409, 'conflict'), true],
    [problem(413, 'too-large'), true],
    [problem(422, 'idempotency-key-reused'), true],
    [problem(408), false],
    [problem(409, 'idempotency-key-in-flight'), false],
    [problem(409), false],
    [problem(425), false],
    [problem(429, 'rate-limited'), false],
    [problem(500, 'internal'), false],
    [problem(502), false],
    [{ ok: false, kind: 'offline' } as const, false],
    [{ ok: false, kind: 'timeout' } as const, false],
    [{ ok: false, kind: 'invalid-response' } as const, false],
  ])('knows whether trying %j again is of no use: %s', (failure, permanent) => {
    expect(isPermanent(failure)).toBe(permanent);
  });

  it('looks ever less often, within its limits, and not all tabs at once', () => {
    const limits = { first: 20_000, longest: 300_000 };
    expect([0, 1, 2].map((quiet) => pollMs(quiet, limits, 0.5))).toEqual([20_000, 30_000, 45_000]);
    expect(pollMs(50, limits, 0.5)).toBe(300_000);
    expect(pollMs(0, limits, 0)).toBeLessThan(pollMs(0, limits, 0.9));
  });
});
