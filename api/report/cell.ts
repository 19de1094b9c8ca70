/** Signs that make a spreadsheet read a text as a formula, in the widths and shapes that are folded to them. */
const starts = '=+\\-@＝＋－＠﹦﹢﹣﹫−⁺₊⁻₋⁼₌';

/**
 * Where a cell may begin: at the start, and after what another country's spreadsheet takes for the end of a cell, which is
 * not a comma there. Spaces, quotes and signs that take no room do not help against it.
 */
const formula = new RegExp(`(?<=^|[;\\t\\r\\n])(?=["\\s\\p{C}\\p{Z}]*[${starts}])`, 'gu');
const control = /^[\t\r\n]/;

/**
 * SECURITY: a text for a cell that no spreadsheet executes: an apostrophe before it makes it text. Numbers are no texts; they
 * do not come here.
 */
export function inertText(text: string): string {
  const inert = text.replace(formula, "'");
  return control.test(inert) ? `'${inert}` : inert;
}
