import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pipeline, type Step, type StepResult } from '../../../site/build/pipeline.ts';

let root = '';
let ran: string[] = [];
let said: string[] = [];
let clock = 0;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tierzero-pipeline-'));
  ran = [];
  said = [];
  clock = 0;
  await writeFile(join(root, 'source'), '1');
});
afterEach(() => rm(root, { recursive: true }));

/** Two steps: the second reads what the first writes. */
const steps = (first: () => StepResult = () => ({ ok: true })): Step[] => [
  {
    name: 'one',
    reads: [join(root, 'source')],
    values: [],
    writes: [join(root, 'made')],
    run: async () => {
      ran.push('one');
      clock += 1_500;
      await writeFile(join(root, 'made'), 'whole');
      return first();
    },
  },
  {
    name: 'two',
    reads: [join(root, 'made')],
    values: [],
    writes: [],
    run: async () => {
      ran.push('two');
      return { ok: true };
    },
  },
];
const run = (list = steps()): Promise<StepResult> =>
  pipeline({ root, stamps: join(root, 'stamps.json') }, list, { say: (line) => said.push(line), now: () => clock });

test('runs every step once and says how long each took', async () => {
  expect(await run()).toEqual({ ok: true });
  expect(said).toEqual(['one       1.5 s', 'two       0.0 s']);
});

test('skips what has not changed', async () => {
  await run();
  said = [];
  await run();
  expect(ran).toEqual(['one', 'two']);
  expect(said).toEqual(['one       unchanged', 'two       unchanged']);
});

test('runs a step again whose output is gone', async () => {
  await run();
  await rm(join(root, 'made'));
  await run();
  expect(ran).toEqual(['one', 'two', 'one']);
});

test('ends at the first failure and tries that step again next time', async () => {
  expect(await run(steps(() => ({ ok: false, errors: ['a.md:3'] })))).toEqual({ ok: false, errors: ['a.md:3'] });
  expect(ran).toEqual(['one']);
  await run();
  expect(ran).toEqual(['one', 'one', 'two']);
});
