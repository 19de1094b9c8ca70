import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './support/chromium.ts';
import { type Counts, noCounts } from './support/counts.ts';

/**
 * `npm test`: every gate in one run. Each gate counts as one test, vitest's own tests are added, and the last line is
 * `N passed, N failed, N skipped`, which CI reads.
 */
interface Gate {
  name: string;
  /** A file below the root and its arguments, run with this Node. */
  command: string[];
  /** Tests it counts by itself; otherwise it is one. */
  counts?: boolean;
  /** Without it the gates behind it say nothing. */
  vital?: boolean;
}

const bin = (path: string) => join('node_modules', path);
const vitest = [bin('vitest/vitest.mjs'), 'run'];

const gates: Gate[] = [
  { name: 'types', command: [bin('typescript/bin/tsc'), '-p', '.'] },
  { name: 'lint and format', command: [bin('@biomejs/biome/bin/biome'), 'ci', '--diagnostic-level=warn', '.'] },
  { name: 'unused code', command: [bin('knip/bin/knip.js')] },
  { name: 'build', command: ['site/build/main.ts'], vital: true },
  { name: 'types of the site', command: [bin('astro/bin/astro.mjs'), 'check', '--root', 'site'] },
  { name: 'unit and DOM', command: [...vitest, '--project', 'unit', '--project', 'dom'], counts: true },
  { name: 'journeys', command: [...vitest, '--project', 'journey'], counts: true },
  { name: 'bytes', command: ['test/bench/size.ts'] },
];
const longGates: Gate[] = [{ name: 'long', command: [...vitest, '--project', 'long'], counts: true }];

const folder = mkdtempSync(join(tmpdir(), 'tierzero-test-'));
const countsFile = join(folder, 'counts');
const env = {
  ...process.env,
  CHROMIUM: await findChromium(),
  TIERZERO_COUNTS: countsFile,
  ASTRO_TELEMETRY_DISABLED: '1',
};
const totals = noCounts();
const summary: string[] = [];

for (const gate of process.argv.includes('--long') ? [...gates, ...longGates] : gates) {
  const started = Date.now();
  const code = await run(gate.command);
  const counted = gate.counts ? takeCounts() : noCounts();
  // A gate that ends badly without a failed test of its own (it could not start, say) still counts as one.
  if (!gate.counts || (code !== 0 && counted.failed === 0)) counted[code === 0 ? 'passed' : 'failed'] += 1;
  add(totals, counted);
  summary.push(`${code === 0 ? 'ok    ' : 'FAILED'} ${gate.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (gate.vital && code !== 0) break;
}
rmSync(folder, { recursive: true });

console.log(
  `\n${[...summary, ...totals.failures.map((name) => `failed ${name}`)].join('\n')}\n\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`,
);
process.exitCode = totals.failed === 0 ? 0 : 1;

/** Runs a gate with this Node and answers its exit code; what it prints goes through. */
function run([file = '', ...args]: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Takes what vitest's reporter has left since the last call. */
function takeCounts(): Counts {
  const counts = noCounts();
  if (!existsSync(countsFile)) return counts;
  for (const line of readFileSync(countsFile, 'utf8').trim().split('\n')) add(counts, JSON.parse(line));
  rmSync(countsFile);
  return counts;
}

function add(to: Counts, more: Counts): void {
  to.passed += more.passed;
  to.failed += more.failed;
  to.skipped += more.skipped;
  to.failures.push(...more.failures);
}
