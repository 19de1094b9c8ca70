import { checksFile } from '../../compile/checks.ts';
import type { LeftOut, Played } from './check.ts';
import type { Outcome } from './outcome.ts';
import type { PlayedStep } from './play.ts';
import type { AnchorReport } from './static/anchors.ts';
import { nothingProven, provesNothing } from './verdict.ts';

/** A line for a terminal or a log. What a page says may hold what would end it, colour it or turn it round. */
export const onOneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');

/** What a person reads of one walkthrough: a line, and one for each step that is not as written. */
export function playedLines(played: Played, root: string): string[] {
  const { walkthrough, passed, milliseconds, steps, pictures, warnings } = played;
  const { id, locale, file, lineOf, guide } = walkthrough;
  const done = steps.filter(({ result }) => result === 'pass').length;
  const mark = passed ? 'passed' : 'FAILED';
  const lines = steps.flatMap((step) => {
    const text = stepLine(step, {
      skip: guide.steps.find(({ id }) => id === step.id)?.skip ?? false,
      named: guide.steps.find(({ id }) => id === step.id)?.anchor?.name,
    });
    return text === undefined ? [] : [`  ${root}/${file}:${lineOf(step.id)} step ${step.id}  ${text}`];
  });
  const changed = pictures.filter(({ was }) => was === 'changed');
  return [
    `${mark}  ${id} (${locale})  ${done} of ${steps.length} steps, ${(milliseconds / 1000).toFixed(1)} s`,
    ...lines,
    ...(provesNothing(played) ? [`  ${root}/${file}:1  ${nothingProven}; mend: look at the page ${guide.start}`] : []),
    ...warnings.map(({ step, text }) => `  ${root}/${file}:${lineOf(step)} step ${step}  warning: ${text}`),
    ...changed.map(({ file, pixels }) => `  changed picture ${root}/${file}  ${pixels} pixels look otherwise`),
  ];
}

export const leftOutLine = ({ walkthrough: { id, locale }, reason, why }: LeftOut): string =>
  `${reason === 'version' ? 'skipped' : 'NOT CHECKED'}  ${id} (${locale})  ${why}`;

const mends: Partial<Record<PlayedStep['result'], string>> = {
  'anchor-missing': 'put the name back into the page, or change anchor',
  'condition-failed': 'change before, after or sample, or the page',
  'timed-out': 'look at the page at this step: something keeps a person from it',
};

function stepLine(
  { result, by, expected, found }: PlayedStep,
  { skip, named }: { skip: boolean; named: string | undefined },
): string | undefined {
  if (result === 'not-reached') return undefined;
  if (result !== 'pass') {
    const may = skip && result === 'anchor-missing' ? ' (may be skipped)' : '';
    return `${result}${may}: expected ${expected}; found ${found}; mend: ${mends[result]}`;
  }
  if (!by || named === undefined) return undefined;
  return `warning: expected data-tierzero-anchor="${named}"; found it by its ${by}; mend: ${mends['anchor-missing']}`;
}

/** What is wrong with a name that no source has. */
export const nowhere = (name: string): string =>
  `expected data-tierzero-anchor="${name}" in the source; found it nowhere`;

export function anchorLines({ unknown, unused }: AnchorReport, root: string): string[] {
  return [
    ...unknown.map(
      ({ name, file, line, step }) =>
        `${root}/${file}:${line} step ${step}  ${nowhere(name)}; mend: put it there, or change the anchor`,
    ),
    ...(unused.length > 0 ? ['anchors that no walkthrough uses'] : []),
    ...unused.map(({ name, file, line }) => `  ${file}:${line} ${name}`),
  ];
}

export function summaryLine({ played, leftOut, unwritten }: Outcome, root: string): string {
  const failed = played.filter(({ passed }) => !passed).length;
  const changed = played.flatMap(({ pictures }) => pictures).filter(({ was }) => was !== 'same').length;
  const skipped = leftOut.filter(({ reason }) => reason === 'version').length;
  const unchecked = leftOut.length - skipped;
  const counts = [
    `${played.length - failed} passed, ${failed} failed`,
    ...(skipped > 0 ? [`${skipped} for another version`] : []),
    ...(unchecked > 0 ? [`${unchecked} not checked, because the app was down`] : []),
    ...(changed > 0 ? [`${changed} pictures new or changed`] : []),
  ];
  const where = `${root}/${checksFile}`;
  return `${counts.join(', ')}; ${played.length > 0 && unwritten === undefined ? `written to ${where}` : `nothing was written to ${where}`}`;
}
