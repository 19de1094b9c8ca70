import { inertText } from './cell.ts';

export type Cell = string | number | undefined;

/** Without it, Excel takes UTF-8 for the letters of an old code page. */
const byteOrderMark = '\ufeff';

/** Rows as RFC 4180 has them: commas, quoted texts, CRLF. A number is written as one; nothing is an empty cell. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return `"${inertText(cell).replaceAll('"', '""')}"`;
  return cell === undefined || !Number.isFinite(cell) ? '' : String(cell);
}
