import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inertText } from '../../../api/report/cell.ts';
import { type Cell, csvOf } from '../../../api/report/csv.ts';

/** A reader of RFC 4180, for any sign between cells. */
function read(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const sign = text[place] ?? '';
    if (quoted && sign === '"' && text[place + 1] === '"') {
      cell += '"';
      place += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) {
      row.push(cell);
      cell = '';
    } else if (!quoted && sign === '\r' && text[place + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      place += 1;
    } else cell += sign;
  }
  return rows;
}
const withoutMark = (text: string): string => text.replace(/^\ufeff/, '');
/** Begins, after what is not seen, like a formula. */
const isFormula = (cell: string): boolean =>
  /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u.test(cell) || /^[\t\r]/.test(cell);

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\r\n', '"', '""', "'", ',', ';', '|', ' ', '\u00a0'),
      fc.constantFrom('＝', '＋', '－', '＠', '﹦', '−', '\u200b', '\ufeff', '\u202e', '\u0000', '\u3000'),
      fc.constantFrom('cmd|’/c calc’!A1', 'HYPERLINK("http://x","y")', 'SUM(1+1)', '1', 'a', '😀', '\ud800'),
      fc.string(),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

describe('a CSV', () => {
  test('is commas, quotes and CRLF, with a mark of its encoding', () => {
    const rows = [
      ['Group', 1, undefined],
      ['Say "yes",\r\nplease', 0.5, -3],
    ];
    expect(csvOf(rows)).toBe('\ufeff"Group",1,\r\n"Say ""yes"",\r\nplease",0.5,-3\r\n');
  });

  test('keeps numbers as numbers, and has none that is not one', () => {
    expect(withoutMark(csvOf([[-1, 1e-7, 0, Number.NaN, Number.POSITIVE_INFINITY]]))).toBe('-1,1e-7,0,,\r\n');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ['＠x', "'＠x"],
    [' =1', "' =1"],
    ['\u200b=1', "'\u200b=1"],
    ['a;=1', "a;'=1"],
    ['a\n=1', "a\n'=1"],
    ['a, =1', 'a, =1'],
    ['Ada-Lovelace = Lady', 'Ada-Lovelace = Lady'],
    ['', ''],
  ])('takes the power from %j', (text, inert) => {
    expect(inertText(text)).toBe(inert);
  });

  test('gives back every text, at most with apostrophes more', () => {
    const cell = fc.oneof(hostile, fc.integer(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 4 }), (rows: Cell[][]) => {
        const back = read(withoutMark(csvOf(rows)));
        expect(back).toHaveLength(rows.length);
        const bare = (text: string) => text.replaceAll("'", '');
        for (const [place, row] of rows.entries())
          expect(back[place]?.map(bare)).toEqual(row.map((one) => bare(String(one ?? ''))));
      }),
    );
  });

  test('has no cell of text that a spreadsheet takes for a formula, of whichever country', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (cells) => {
        const text = withoutMark(csvOf([cells]));
        for (const cell of read(text).flat()) expect(isFormula(cell)).toBe(false);
        // Where the comma is not the separator, quotes stand in the middle of a cell and hold nothing together.
        for (const cell of text.split(/[;\t\r\n]/))
          expect(isFormula(cell.replace(/^["\s]+/, '')) && !/^[\s"]*$/.test(cell)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});
