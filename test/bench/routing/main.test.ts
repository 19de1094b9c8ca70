import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generateTickets } from './tickets.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const bench = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

it('prints one JSON object: no generated ticket without a group, no case of the truth table that fails', () => {
  const { stdout, stderr, status } = bench('--json');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { rules, truthTable, generated } = JSON.parse(stdout);
  expect(rules).toBeGreaterThan(0);
  expect(truthTable.passed).toBe(truthTable.total);
  expect(generated).toMatchObject({ count: 10_000, withGroup: 10_000 });
});

it('generates the same tickets for the same seed', () => {
  expect(generateTickets(50, 7)).toEqual(generateTickets(50, 7));
  expect(generateTickets(50, 7)).not.toEqual(generateTickets(50, 8));
});

it('prints its usage when asked', () => {
  expect(bench('--help').stdout).toContain('npm run bench:routing');
});
