import { describe, expect, test } from 'vitest';
import { walkthroughMeasures } from '../../../api/contract/walkthrough-measure.ts';
import type { WalkthroughFigures } from '../../../api/contract/walkthrough-report.ts';
import { walkthroughSheetOf } from '../../../api/report/walkthrough-sheet.ts';
import { countWalkthroughs } from '../../../api/report/walkthroughs.ts';
import type { CountedWalkthrough } from '../../../api/store/store.ts';
import type { PublishedWalkthrough } from '../../../content/schema/published-walkthrough.ts';

const invite: PublishedWalkthrough = {
  id: 'walkthrough:invite',
  locale: 'en',
  title: 'Invite somebody',
  steps: [
    { id: 'open', text: 'Choose Invite.' },
    { id: 'send', text: 'Press Send.' },
  ],
};
const row = (change: Partial<CountedWalkthrough> = {}): CountedWalkthrough => ({
  walkthrough: 'walkthrough:invite',
  locale: 'en',
  step: 'open',
  outcome: 'start',
  count: 1,
  ...change,
});
const blocked = (reason: CountedWalkthrough['reason'], change: Partial<CountedWalkthrough> = {}) =>
  row({ outcome: 'blocked', ...(reason && { reason }), ...change });
const counted = (rows: CountedWalkthrough[], published = [invite]) =>
  countWalkthroughs({ rows, published, language: 'en' });

describe('the report of walkthroughs', () => {
  test('adds up languages and versions, and lists what was never started with nothing', () => {
    const { walkthroughs } = counted(
      [row({ count: 3 }), row({ locale: 'de', count: 2, version: '2.4' }), row({ outcome: 'complete', count: 4 })],
      [invite, { ...invite, id: 'walkthrough:quiet', title: 'Quiet' }],
    );
    expect(walkthroughs.map(({ id, figures }) => [id, figures])).toEqual([
      ['walkthrough:invite', { started: 5, completed: 4, left: 0, blocked: 0 }],
      ['walkthrough:quiet', { started: 0, completed: 0, left: 0, blocked: 0 }],
    ]);
  });

  test('has the steps in their order, and those that are gone after them', () => {
    const { walkthroughs } = counted([
      row({ outcome: 'step', step: 'send', count: 2 }),
      row({ outcome: 'step', step: 'former', count: 9 }),
      row({ outcome: 'step', count: 5 }),
      row({ outcome: 'abort', step: 'send' }),
    ]);
    expect(walkthroughs[0]?.steps.map(({ id, place, cameUp, left }) => [id, place, cameUp, left])).toEqual([
      ['open', 1, 5, 0],
      ['send', 2, 2, 1],
      ['former', undefined, 9, 0],
    ]);
  });

  test('says why a step could not be done, the most frequent reason first', () => {
    const { walkthroughs } = counted([blocked('covered'), blocked('anchor-missing', { count: 4 }), blocked('covered')]);
    expect(walkthroughs[0]?.steps[0]).toMatchObject({
      blocked: 6,
      reasons: [
        { reason: 'anchor-missing', count: 4 },
        { reason: 'covered', count: 2 },
      ],
    });
  });

  test('lists what was not found by step and language, most first, with the versions, newest first', () => {
    const { missing } = counted([
      blocked('anchor-missing', { version: '2.9', count: 2 }),
      blocked('anchor-missing', { version: '2.10', count: 1 }),
      blocked('anchor-missing', { step: 'send', locale: 'de', count: 7 }),
      blocked('anchor-missing', { walkthrough: 'walkthrough:gone', step: 'x', count: 1 }),
      blocked('elsewhere', { count: 90 }),
    ]);
    expect(
      missing.map(({ walkthrough, step, locale, count, versions }) => [walkthrough, step, locale, count, versions]),
    ).toEqual([
      ['walkthrough:invite', 'send', 'de', 7, []],
      ['walkthrough:invite', 'open', 'en', 3, ['2.10', '2.9']],
      ['walkthrough:gone', 'x', 'en', 1, []],
    ]);
  });

  test('counts by version of the app, the newest first, pages that give none last', () => {
    const { walkthroughs } = counted([
      row({ count: 5 }),
      row({ version: '2.9', count: 1 }),
      row({ version: '2.10', count: 2 }),
      blocked('anchor-missing', { version: '2.10', count: 3 }),
    ]);
    expect(
      walkthroughs[0]?.versions.map(({ version, figures, missing }) => [version, figures.started, missing]),
    ).toEqual([
      ['2.10', 2, 3],
      ['2.9', 1, 0],
      [undefined, 5, 0],
    ]);
  });

  test('has each share with what was divided, and no number where nothing was started', () => {
    const read = (figures: Partial<WalkthroughFigures>) =>
      walkthroughMeasures.map((measure) => [
        measure.id,
        measure.read({ started: 0, completed: 0, left: 0, blocked: 0, ...figures }),
      ]);
    expect(read({ started: 4, completed: 2, left: 1, blocked: 6 })).toEqual([
      ['started', { value: 4 }],
      ['completed', { value: 0.5, of: [2, 4] }],
      ['left', { value: 0.25, of: [1, 4] }],
      ['unended', { value: 0.25, of: [1, 4] }],
      ['blocked', { value: 1.5, of: [6, 4] }],
    ]);
    expect(read({ completed: 1 })[1]).toEqual(['completed', { value: undefined, of: [1, 0] }]);
    // Started on the day before the span, ended in it.
    expect(read({ started: 1, completed: 2 })[3]).toEqual(['unended', { value: 0, of: [0, 1] }]);
  });

  test('has every number in the sheet, in both languages', () => {
    const report = {
      from: '2026-11-01',
      to: '2026-11-30',
      at: '2026-11-30T00:00:00.000Z',
      ...counted([row({ version: '2.4' }), blocked('covered'), blocked('anchor-missing')]),
    };
    for (const [language, started, covered] of [
      ['en', 'Started', 'covered by something else'],
      ['de', 'Gestartet', 'von etwas anderem verdeckt'],
    ] as const) {
      const rows = walkthroughSheetOf(report, language);
      expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([16]));
      expect(rows.flat()).toEqual(expect.arrayContaining([started, covered]));
      // Not found, five numbers, two steps with two and two reasons, and two versions with six.
      expect(rows).toHaveLength(1 + 1 + 5 + 6 + 12);
    }
  });
});
