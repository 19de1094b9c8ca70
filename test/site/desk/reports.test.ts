import { describe, expect, it } from 'vitest';
import { measures } from '../../../api/contract/measure.ts';
import { measureWords } from '../../../api/contract/measure-words.ts';
import { daysOf, presetOf } from '../../../site/desk/reports/span.ts';
import { createValues } from '../../../site/desk/reports/values.ts';
import { de } from '../../../site/desk/reports/words.de.ts';
import { en } from '../../../site/desk/reports/words.en.ts';

/** A Thursday, as clocks here show it. */
const now = new Date(2026, 10, 26, 12).getTime();

describe('the span of a report', () => {
  it.each([
    ['week', '2026-11-23', '2026-11-26'],
    ['7d', '2026-11-20', '2026-11-26'],
    ['28d', '2026-10-30', '2026-11-26'],
    ['month', '2026-11-01', '2026-11-26'],
    ['last-month', '2026-10-01', '2026-10-31'],
    ['2026-01-02..2026-03-04', '2026-01-02', '2026-03-04'],
    ['2026-01-02..2026-01-02', '2026-01-02', '2026-01-02'],
  ])('“%s” is %s to %s', (span, from, to) => {
    expect(daysOf(span, now)).toEqual({ from, to });
  });

  it.each([undefined, '', 'constructor', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01', '2026-03-01..x'])(
    'is the last 28 days where the address says %j',
    (span) => {
      expect(presetOf(span)).toBe('28d');
      expect(daysOf(span, now)).toEqual({ from: '2026-10-30', to: '2026-11-26' });
    },
  );

  it('of a week begins on Monday, also on a Monday and on a Sunday', () => {
    expect(daysOf('week', new Date(2026, 10, 23, 0, 1).getTime()).from).toBe('2026-11-23');
    expect(daysOf('week', new Date(2026, 10, 29, 23, 59).getTime()).from).toBe('2026-11-23');
  });

  it('of the last month is whole in January too', () => {
    expect(daysOf('last-month', new Date(2027, 0, 31, 12).getTime())).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });
});

describe('a number of a report', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  it.each([
    [0, '0 min'],
    [0.5, '0.5 min'],
    [9.96, '10 min'],
    [59.4, '59 min'],
    [60, '1 hr'],
    [90, '1 hr 30 min'],
    [1_440, '24 hr'],
    [2_880, '2 days'],
    [3_000, '2 days 2 hr'],
    [4_319, '3 days'],
  ])('of %d minutes is %s', (value, text) => {
    expect(plain(createValues('en').show(value, 'minutes'))).toBe(text);
  });

  it('is written as its reader writes numbers', () => {
    const values = createValues('de');
    expect(plain(values.show(0.9345, 'share'))).toBe('93,5 %');
    expect(values.show(12_345, 'count')).toBe('12.345');
    expect(values.show(0.256, 'ratio')).toBe('0,26');
    expect(values.day('2026-11-01')).toBe('1. Nov.');
  });

  it('has a name and a sentence in both languages that no spreadsheet changes', () => {
    for (const { id } of measures)
      for (const { name, how } of [measureWords.en[id], measureWords.de[id]]) {
        expect(name).toMatch(/^[\p{L}].+$/u);
        expect(how).toMatch(/^[\p{L}].+\.$/u);
        expect(`${name}${how}`).not.toMatch(/[;"\t\n]/);
      }
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });
});
