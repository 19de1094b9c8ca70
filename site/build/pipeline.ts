import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Inputs, readStamps, stamp } from './stamp.ts';

export type StepResult = { ok: true; warnings?: string[] } | { ok: false; errors: string[] };

/** One part of the build, skipped while what it reads is what it read last time. */
export interface Step extends Inputs {
  name: string;
  /** Without these it runs in any case. */
  writes: string[];
  run(): Promise<StepResult>;
}

/** Where a run says what it does, and the clock it measures with (milliseconds). */
export interface Progress {
  say: (line: string) => void;
  now: () => number;
}

/**
 * Runs the steps in order; one line each. The first that fails ends the run with its errors. A step is stamped only
 * once it is done, so that a run that was cut off does it again.
 */
export const pipeline = async (
  where: { root: string; stamps: string },
  steps: Step[],
  { say, now }: Progress,
): Promise<StepResult> => {
  const stamps = await readStamps(where.stamps);
  await mkdir(dirname(where.stamps), { recursive: true });
  for (const step of steps) {
    // Later steps read what earlier ones wrote: each stamp is taken when its turn comes.
    const current = await stamp(where.root, step);
    if (stamps[step.name] === current && step.writes.every((path) => existsSync(path))) {
      say(`${step.name.padEnd(9)} unchanged`);
      continue;
    }
    const started = now();
    const result = await step.run();
    if (!result.ok) return result;
    for (const warning of result.warnings ?? []) say(`warning: ${warning}`);
    stamps[step.name] = current;
    await writeFile(where.stamps, `${JSON.stringify(stamps, null, 1)}\n`);
    say(`${step.name.padEnd(9)} ${((now() - started) / 1000).toFixed(1)} s`);
  }
  return { ok: true };
};
