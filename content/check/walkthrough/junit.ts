import type { LeftOut, Played } from './check.ts';
import { nowhere } from './lines.ts';
import type { Outcome } from './outcome.ts';
import type { AnchorReport } from './static/anchors.ts';
import type { UsedAnchor } from './static/used.ts';
import { nothingProven, provesNothing, verdictOf } from './verdict.ts';

/** The report that CI systems read. A suite is a walkthrough in one locale, a case is a step; names are a suite of their own. */
export function junit(outcome: Outcome | undefined, anchors: AnchorReport | undefined, root: string): string {
  const { played, leftOut, stopped, unwritten }: Outcome = outcome ?? { played: [], leftOut: [] };
  const suites = [
    ...(anchors ? [anchorSuite(anchors, root)] : []),
    ...played.map((one) => suite(one, root)),
    ...leftOut.map(leftOutSuite),
    ...(stopped === undefined ? [] : [oneCase('the run', { name: 'end', error: stopped })]),
    ...(unwritten === undefined ? [] : [oneCase('the run', { name: 'results', error: unwritten })]),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="walkthroughs">\n${suites.join('')}</testsuites>\n`;
}

function anchorSuite({ known, unknown }: AnchorReport, root: string): string {
  const caseOf = ({ name, file, line, step }: UsedAnchor, inner = '') =>
    `    <testcase classname="anchors" name="${xml(`${file} ${step} ${name}`)}" file="${xml(`${root}/${file}`)}" line="${line}">${inner}</testcase>\n`;
  const cases = [
    ...unknown.map((one) => caseOf(one, `<failure type="unknown" message="${xml(nowhere(one.name))}"/>`)),
    ...known.map((one) => caseOf(one)),
  ];
  const numbers = `tests="${cases.length}" failures="${unknown.length}" errors="0" skipped="0"`;
  return `  <testsuite name="anchors" ${numbers}>\n${cases.join('')}  </testsuite>\n`;
}

const leftOutSuite = ({ walkthrough: { id, locale }, reason, why }: LeftOut): string =>
  oneCase(`${id} (${locale})`, reason === 'version' ? { name: 'version', skipped: why } : { name: 'app', error: why });

function oneCase(suite: string, { name, skipped, error }: { name: string; skipped?: string; error?: string }): string {
  const numbers = `tests="1" failures="0" errors="${error === undefined ? 0 : 1}" skipped="${error === undefined ? 1 : 0}"`;
  const inner = error === undefined ? `<skipped message="${xml(skipped ?? '')}"/>` : `<error message="${xml(error)}"/>`;
  return `  <testsuite name="${xml(suite)}" ${numbers}>\n    <testcase classname="${xml(suite)}" name="${name}">${inner}</testcase>\n  </testsuite>\n`;
}

function suite(played: Played, root: string): string {
  const { walkthrough, check, milliseconds, passed } = played;
  const { id, locale, file, guide } = walkthrough;
  const verdicts = check.steps.map((step) => verdictOf(step, guide));
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  const isUnproven = provesNothing(played);
  const cases = check.steps.map((step, place) => {
    const opening = `    <testcase classname="${xml(`${id}.${locale}`)}" name="${xml(step.id)}" file="${xml(`${root}/${file}`)}"`;
    const verdict = verdicts[place];
    if (verdict === 'pass') return `${opening}/>\n`;
    const said = xml(step.detail ?? step.result);
    const inner =
      verdict === 'left-out' ? `<skipped message="${said}"/>` : `<failure type="${step.result}" message="${said}"/>`;
    return `${opening}>${inner}</testcase>\n`;
  });
  if (isUnproven)
    cases.push(
      `    <testcase classname="${xml(`${id}.${locale}`)}" name="proof"><failure message="${nothingProven}"/></testcase>\n`,
    );
  const failures = count('failed') + (isUnproven ? 1 : 0);
  const numbers = `tests="${cases.length}" failures="${failures}" errors="0" skipped="${count('left-out')}"`;
  const time = `time="${(milliseconds / 1000).toFixed(3)}"`;
  const properties = `    <properties><property name="passed" value="${passed}"/></properties>\n`;
  return `  <testsuite name="${xml(`${id} (${locale})`)}" ${numbers} ${time}>\n${properties}${cases.join('')}  </testsuite>\n`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text of an attribute. What XML 1.0 has no way to say at all (2.2), control characters for one, is replaced. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
