import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What one run of vitest came to; the names of what failed are said again at the very end. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  failures: string[];
}

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

const named = (test: TestCase) =>
  `${test.module.relativeModuleId} > ${test.fullName}: ${test.result().errors?.[0]?.message.split('\n', 1)[0] ?? ''}`;

/** Appends the counts of a run as a line of JSON to the file named by TIERZERO_COUNTS, so that several runs add up. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>): void {
    const counts = { ...noCounts(), failed: errors.length };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        counts[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1;
        if (state === 'failed') counts.failures.push(named(test));
      }
      counts.failed += module.errors().length;
    }
    const file = process.env.TIERZERO_COUNTS;
    if (file) appendFileSync(file, `${JSON.stringify(counts)}\n`);
  }
}
