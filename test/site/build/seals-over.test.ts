import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sealsOver } from '../../../site/build/seals-over.ts';
import { stamp } from '../../../site/build/stamp.ts';

let root = '';
let file = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'tierzero-seals-'));
  file = join(root, 'walkthroughs.json');
  const seal = { result: 'passed', on: '2026-11-01', until: '2026-12-31' };
  const one = { id: 'walkthrough:a', locale: 'en', title: 'A', steps: [], seal };
  await writeFile(
    file,
    JSON.stringify({ format: 1, walkthroughs: [one, { ...one, id: 'walkthrough:b', seal: undefined }] }),
  );
});
afterEach(() => rm(root, { recursive: true }));

test('pages are made again on the first day that a check in them no longer counts, and not on those before', async () => {
  const made = (now: string) =>
    stamp(root, { reads: [file], values: () => sealsOver(file, new Date(`${now}T12:00:00Z`)) });
  const first = await made('2026-11-26');
  expect(await made('2026-12-31')).toBe(first);
  expect(await made('2027-01-01')).not.toBe(first);
  expect(await made('2027-01-02')).toBe(await made('2027-01-01'));
});
