import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mergeChecks, writeChecks } from '../../../../content/check/walkthrough/results.ts';
import { passed } from '../../../support/content/checks.ts';
import { helpCenter } from '../../../support/content/help-center.ts';

const of = (name: string, locale: string, on = '2026-11-21') =>
  passed({ walkthrough: `walkthrough:${name}`, locale, on });
const known = [
  { id: 'walkthrough:a', locale: 'de' },
  { id: 'walkthrough:a', locale: 'en' },
  { id: 'walkthrough:b', locale: 'en' },
];

describe('results of a check', () => {
  it('take the place of older ones, keep the others, and forget what is gone', () => {
    const before = [of('gone', 'en'), of('b', 'en'), of('a', 'en')];
    const now = [of('b', 'en', '2026-11-26'), of('a', 'de', '2026-11-26')];
    const { checks } = mergeChecks({ before, now, known });
    expect(checks.map(({ walkthrough, locale, on }) => `${walkthrough} ${locale} ${on}`)).toEqual([
      'walkthrough:a de 2026-11-26',
      'walkthrough:a en 2026-11-21',
      'walkthrough:b en 2026-11-26',
    ]);
  });

  it('are the same bytes for the same results', async () => {
    const { root } = await helpCenter();
    const checks = mergeChecks({ before: [], now: [of('b', 'en'), of('a', 'en')], known });
    expect(await writeChecks(root, checks)).toBe(true);
    const reversed = mergeChecks({ before: [of('b', 'en')], now: [of('a', 'en')], known });
    expect(await writeChecks(root, reversed)).toBe(false);
    expect(await readFile(join(root, 'walkthrough-checks.json'), 'utf8')).toMatch(/^\{\n {2}"format": 1,\n/);
  });
});
