import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HandoverNote, handoverNote, noteFields } from '../../../api/contract/handover.ts';
import { differenceOf, wholeNote } from '../../../api/contract/handover-difference.ts';
import { linesOf, noteSections } from '../../../api/contract/handover-lines.ts';
import { missing } from '../../../api/contract/handover-needs.ts';
import { de } from '../../../site/desk/words.de.ts';
import { en } from '../../../site/desk/words.en.ts';
import { createTranslate } from '../../../widget/i18n/translate.ts';

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `w${text}`);
const instant = fc.integer({ min: 0, max: 4e12 }).map((at) => new Date(at).toISOString());
const list = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 4 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });

/** Any note there can be: each field there or not. */
const anyNote: fc.Arbitrary<HandoverNote> = fc
  .record({
    problem: maybe(words),
    goal: maybe(words),
    found: maybe(words),
    nextAction: maybe(words),
    tried: maybe(list(fc.record({ what: words, result: words }))),
    received: maybe(instant),
    page: maybe(fc.record({ url: words, title: words })),
    searches: maybe(list(fc.record({ query: words, results: fc.nat(9) }))),
    steps: maybe(list(fc.record({ title: words, step: fc.nat(5), of: fc.nat(5) }))),
    replyBy: maybe(instant),
    shared: maybe(fc.array(fc.constantFrom('search' as const, 'page' as const), { maxLength: 2 })),
    address: maybe(fc.constantFrom('none' as const, 'unverified' as const)),
  })
  .map((note) =>
    handoverNote.parse(Object.fromEntries(Object.entries(note).filter(([, value]) => value !== undefined))),
  );

describe('the differences of notes', () => {
  test('folded, are the note that was written, after each move', () => {
    fc.assert(
      fc.property(fc.array(anyNote, { maxLength: 6 }), (notes) => {
        const kept: { difference: ReturnType<typeof differenceOf> }[] = [];
        for (const note of notes) {
          kept.push({ difference: differenceOf(wholeNote(kept), note) });
          expect(wholeNote(kept)).toEqual(note);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('of a note with itself are nothing', () => {
    fc.assert(
      fc.property(anyNote, (note) => {
        expect(differenceOf(note, note)).toEqual({ set: {}, added: {}, gone: [] });
      }),
    );
  });

  test('hold what was added to a list, not the list', () => {
    const before = { problem: 'Sync fails', tried: [{ what: 'Restarted', result: 'Nothing' }] };
    const more = { what: 'New key', result: 'Error 401' };
    const after = { problem: 'Sync fails with 401', tried: [...before.tried, more] };
    expect(differenceOf(before, after)).toEqual({
      set: { problem: 'Sync fails with 401' },
      added: { tried: [more] },
      gone: [],
    });
  });

  test('hold the list where it was changed, and name what was taken out', () => {
    const before = { goal: 'Sync', tried: [{ what: 'Restarted', result: 'Nothing' }] };
    const after = { tried: [{ what: 'Restarted', result: 'It worked once' }] };
    expect(differenceOf(before, after)).toEqual({ set: after, added: {}, gone: ['goal'] });
  });
});

describe('what is missing', () => {
  const spot = (tier: 1 | 2 | 3) => ({ tier });
  const enough: HandoverNote = {
    problem: 'a',
    goal: 'b',
    impact: 'c',
    expected: 'd',
    actual: 'e',
    tried: [{ what: 'f', result: 'g' }],
    nextAction: 'h',
  };

  test.each([
    ['to tier 2', 1, 2, ['problem', 'goal', 'impact', 'expected', 'actual', 'tried', 'nextAction']],
    [
      'to tier 3',
      2,
      3,
      ['problem', 'goal', 'impact', 'expected', 'actual', 'tried', 'nextAction', 'since', 'hypothesis'],
    ],
    ['back', 3, 1, ['found', 'nextAction']],
    ['to another group of the tier', 2, 2, ['problem', 'nextAction']],
  ] as const)('%s, of an empty note', (_, from, to, fields) => {
    expect(missing({}, { from: spot(from), to: spot(to) })).toEqual(fields);
  });

  test('to a lower tier that never had it, is what whoever gets it for the first time needs', () => {
    expect(missing({}, { from: spot(3), to: spot(1), isNew: true })).toEqual(
      missing({}, { from: spot(1), to: spot(2) }),
    );
  });

  test('is nothing once it is there; for the last tier one of hypothesis and blocker does', () => {
    expect(missing(enough, { from: spot(1), to: spot(2) })).toEqual([]);
    const move = { from: spot(1), to: spot(3) };
    expect(missing({ ...enough, since: 'Monday' }, move)).toEqual(['hypothesis']);
    for (const why of [{ hypothesis: 'x' }, { blocker: 'x' }])
      expect(missing({ ...enough, since: 'Monday', ...why }, move)).toEqual([]);
  });

  test('counts spaces for nothing', () => {
    expect(missing({ ...enough, goal: '  ', tried: [] }, { from: spot(1), to: spot(2) })).toEqual(['goal', 'tried']);
  });
});

describe('the lines of a note', () => {
  const full: HandoverNote = {
    problem: 'Sync fails',
    goal: 'Orders in the shop',
    impact: 'All customers',
    expected: 'Orders arrive',
    actual: 'Error 401',
    since: 'Monday 14:00, Berlin',
    tried: [{ what: 'New key', result: 'Error 401' }],
    found: 'The key lacks a right',
    blocker: 'No access to logs',
    hypothesis: 'Clock of the shop',
    promises: 'A reply today',
    nextAction: 'Look into the logs',
    owner: 'Integrations',
    received: '2026-11-16T08:00:00.000Z',
    page: { url: 'https://shop.example/orders', title: 'Orders' },
    browser: 'Firefox 133, 1280×800, de',
    language: 'de',
    details: [{ name: 'Version', value: '4.2' }],
    searches: [
      { query: 'sync', results: 3 },
      { query: '401', results: 0 },
    ],
    read: [
      { document: 'article:sync', title: 'Sync', seconds: 40, helpful: false, reason: 'unclear' },
      { document: 'article:keys', title: 'Keys', seconds: 5 },
      { document: 'article:shop', title: 'Shop', seconds: 5, helpful: true },
      { document: 'article:401', title: '401', seconds: 5, helpful: false },
    ],
    steps: [
      { title: 'Connect', step: 1, of: 3 },
      { title: 'Connect', step: 2, of: 3, blocked: 'error' },
      { title: 'Connect', step: 2, of: 3, blocked: '' },
      { title: 'Connect', step: 2, of: 3, seconds: 12, blocked: 'anchor-missing' },
      { title: 'Connect', step: 3, of: 3, seconds: 1 },
    ],
    priority: 'high',
    replyBy: '2026-11-16T12:00:00.000Z',
    solveBy: '2026-11-18T12:00:00.000Z',
    related: [
      { id: 'r', reference: 'TZ-000001', group: 'support', createdAt: '2026-11-10T08:00:00.000Z', why: 'requester' },
      { id: 's', reference: 'TZ-000002', group: 'support', createdAt: '2026-11-11T08:00:00.000Z', why: 'search' },
    ],
    shared: ['search', 'page'],
    address: 'unverified',
  };
  const tell = (note: HandoverNote, catalogue: typeof en | typeof de = en) =>
    linesOf(note, { t: createTranslate('en', catalogue), moment: (at) => at.slice(0, 16) });

  test('tell every field there is, in the order of its sections', () => {
    const lines = tell(full);
    expect(new Set(lines.map(({ field }) => field))).toEqual(new Set(noteFields));
    const places = lines.map(({ section }) => noteSections.indexOf(section));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test.each([
    ['English', en],
    ['German', de],
  ])('have words for all of it in %s', (_, catalogue) => {
    for (const { label, text } of tell({ ...full, shared: [] }, catalogue)) {
      expect(`${label} ${text}`).not.toMatch(/note\.|\{|undefined/);
    }
    for (const { text } of tell(full, catalogue)) expect(text).not.toMatch(/note\.|\{|undefined/);
  });

  test('say searches with counts, articles with time and verdict, steps done and failed', () => {
    const texts = tell(full)
      .filter(({ section }) => section === 'trail')
      .map(({ text }) => text);
    expect(texts).toEqual([
      '“sync”, 3 results',
      '“401”, no result',
      'Sync, 40 seconds, did not help: unclear',
      'Keys, 5 seconds',
      'Shop, 5 seconds, helped',
      '401, 5 seconds, did not help',
      'Connect, step 1 of 3 done',
      'Connect, could not go on at step 2 of 3: error',
      'Connect, could not go on at step 2 of 3',
      'Connect, could not go on at step 2 of 3: what it points at was not found (after 12 seconds)',
      'Connect, step 3 of 3 done (after 1 second)',
    ]);
  });

  test('say nothing of an empty note', () => {
    expect(tell({})).toEqual([]);
  });

  test('tell a difference as they tell a note', () => {
    const { set, added } = differenceOf({ problem: 'Sync fails' }, { problem: 'Sync fails', goal: 'Orders' });
    expect(tell({ ...set, ...added }).map(({ label, text }) => `${label}: ${text}`)).toEqual(['Goal: Orders']);
  });
});
