import { describe, expect, it } from 'vitest';
import { exhaustedBy, type Setback } from '../../../api/routing/exhausted.ts';
import type { Tier } from '../../../content/schema/tier.ts';

const reopened: Setback = { kind: 'reopened' };
const handed = (from: Tier, to: Tier): Setback => ({ kind: 'handed-over', from, to });

describe('what happened to a ticket', () => {
  it('exhausts nothing when it happened once', () => {
    expect(exhaustedBy([], 1)).toBe(0);
    expect(exhaustedBy([reopened], 1)).toBe(0);
    expect(exhaustedBy([handed(1, 2)], 1)).toBe(0);
    expect(exhaustedBy([reopened, handed(1, 2)], 1)).toBe(0);
  });

  it('adds the tier where it was reopened twice', () => {
    expect(exhaustedBy([reopened, reopened], 1)).toBe(1);
    expect(exhaustedBy([reopened, reopened], 2)).toBe(2);
    expect(exhaustedBy([handed(1, 2), reopened, reopened], 1)).toBe(2);
  });

  it('adds the tier that handed over twice, not the one that has only just got it', () => {
    expect(exhaustedBy([handed(1, 1), handed(1, 1)], 1)).toBe(1);
    expect(exhaustedBy([handed(1, 2), handed(2, 3)], 1)).toBe(2);
  });

  it('leaves the lower of two tiers that hand a ticket back and forth', () => {
    expect(exhaustedBy([handed(1, 2), handed(2, 1)], 1)).toBe(1);
    expect(exhaustedBy([handed(2, 3), handed(3, 2)], 2)).toBe(2);
  });

  it('starts to count again where it has added', () => {
    const twice = [reopened, reopened];
    expect(exhaustedBy([...twice, handed(1, 2)], 1)).toBe(1);
    expect(exhaustedBy([...twice, handed(1, 2), reopened], 1)).toBe(1);
    expect(exhaustedBy([...twice, handed(1, 2), ...twice], 1)).toBe(2);
  });

  it('never goes above tier 3, and never back', () => {
    const often = [reopened, reopened, reopened, reopened, handed(3, 3), handed(3, 3)];
    expect(exhaustedBy(often, 3)).toBe(3);
    expect(exhaustedBy([...often, handed(3, 1), reopened, reopened], 3)).toBe(3);
  });
});
