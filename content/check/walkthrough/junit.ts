import type { Played } from './check.ts';

/** The report that CI systems read. A suite is a walkthrough in one locale, a case is a step. */
export function junit(played: readonly Played[], root: string): string {
  const suites = played.map((one) => suite(one, root));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="walkthroughs">\n${suites.join('')}</testsuites>\n`;
}

function suite({ walkthrough, check, milliseconds, passed }: Played, root: string): string {
  const { id, locale, file, guide } = walkthrough;
  const isOptional = (step: string) => guide.steps.some(({ id, skip }) => id === step && skip);
  const verdicts = check.steps.map((step) => {
    if (step.result === 'pass') return 'pass';
    const isLeftOut = step.result === 'not-reached' || (step.result === 'anchor-missing' && isOptional(step.id));
    return isLeftOut ? 'skipped' : 'failure';
  });
  const count = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  const cases = check.steps.map((step, place) => {
    const opening = `    <testcase classname="${xml(`${id}.${locale}`)}" name="${xml(step.id)}" file="${xml(`${root}/${file}`)}"`;
    const verdict = verdicts[place];
    if (verdict === 'pass') return `${opening}/>\n`;
    const said = xml(step.detail ?? step.result);
    const inner =
      verdict === 'skipped' ? `<skipped message="${said}"/>` : `<failure type="${step.result}" message="${said}"/>`;
    return `${opening}>${inner}</testcase>\n`;
  });
  const numbers = `tests="${verdicts.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`;
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
