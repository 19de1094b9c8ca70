import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { generateTickets } from './tickets.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const bench = (...args: string[]) => spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' });

it('prints one JSON object with the rows it asked about and what each question found', () => {
  const { stdout, stderr, status } = bench('--json', '--tickets', '1500', '--rounds', '1');
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { rows, milliseconds } = JSON.parse(stdout);
  expect(rows.tickets).toBe(1500);
  expect(rows.messages).toBeGreaterThan(1500);
  for (const name of ['open', 'mine', 'search: a common word', 'search: a prefix', 'a deep page, by activity']) {
    expect(milliseconds[name].shown, name).toBeGreaterThan(0);
  }
});

it('generates the same tickets for the same seed', () => {
  const some = (seed: number) => [...generateTickets(20, seed, 1_000_000_000_000)];
  expect(some(7)).toEqual(some(7));
  expect(some(7)).not.toEqual(some(8));
});
