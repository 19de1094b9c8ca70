import { describe, expect, it } from 'vitest';
import { fixture } from './fixture.ts';
import { expectedOf, verdictOf } from './judge.ts';
import { truthTable } from './truth-table.ts';

describe('the truth table', () => {
  it.each(truthTable.map((row) => [row.name, row] as const))('holds for %s', (_, row) => {
    expect(verdictOf(row)).toEqual(expectedOf(row));
  });

  it('has at least 60 cases, and no name twice', () => {
    expect(truthTable.length).toBeGreaterThanOrEqual(60);
    expect(new Set(truthTable.map(({ name }) => name)).size).toBe(truthTable.length);
  });

  it('reaches every rule and every group of its routing', () => {
    const reached = (of: 'rule' | 'group') => [...new Set(truthTable.map((row) => row[of]))].sort();
    expect(reached('rule')).toEqual(fixture.rules.map(({ id }) => id).sort());
    expect(reached('group')).toEqual(fixture.groups.map(({ id }) => id).sort());
  });
});
