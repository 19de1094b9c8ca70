import { describe, expect, it } from 'vitest';
import type { Played } from '../../../../content/check/walkthrough/check.ts';
import { jsonReport } from '../../../../content/check/walkthrough/json-report.ts';
import { junit } from '../../../../content/check/walkthrough/junit.ts';
import {
  anchorLines,
  leftOutLine,
  onOneLine,
  playedLines,
  summaryLine,
} from '../../../../content/check/walkthrough/lines.ts';
import type { Outcome } from '../../../../content/check/walkthrough/outcome.ts';
import { endOf } from '../../../../content/check/walkthrough/outcome.ts';
import { playedAs } from './played.ts';

const missing = { result: 'anchor-missing' as const, expected: 'a <b>', found: 'none' };
const failed = playedAs(
  'invite',
  [
    { id: 'open', result: 'pass', by: 'role' },
    { id: 'send', ...missing },
    { id: 'rest', result: 'not-reached' },
  ],
  false,
);
const skipped = playedAs('skip', [{ id: 'a', ...missing, step: { skip: true } }]);

const outcome = (...played: Played[]): Outcome => ({ played, leftOut: [] });
const { walkthrough } = skipped;
const forAnother = { walkthrough, reason: 'version' as const, why: 'it is for another' };
const down = { walkthrough, reason: 'down' as const, why: '/ answered 503' };
const unproven = playedAs('none', [{ id: 'a', ...missing, step: { skip: true } }], false);

describe('lines of a check', () => {
  it('say of each walkthrough how it went, and of each failed step where it is and how to mend it', () => {
    expect(playedLines(failed, 'content')).toEqual([
      'FAILED  walkthrough:invite (en)  1 of 3 steps, 1.2 s',
      '  content/en/walkthroughs/invite.yaml:10 step open  warning: expected data-tierzero-anchor="open.go"; found it by its role; mend: put the name back into the page, or change anchor',
      '  content/en/walkthroughs/invite.yaml:20 step send  anchor-missing: expected a <b>; found none; mend: put the name back into the page, or change anchor',
    ]);
    expect(playedLines(skipped, 'content')).toEqual([
      'passed  walkthrough:skip (en)  0 of 1 steps, 1.2 s',
      expect.stringContaining('anchor-missing (may be skipped): expected'),
    ]);
  });

  it('are lines whatever a page says', () => {
    expect(onOneLine('a\u001b[31m b\n::error::c\u009b \u202ed\u2066 ü')).toBe(
      'a\ufffd[31m b\ufffd::error::c\ufffd \ufffdd\ufffd ü',
    );
  });

  it('name pictures that look otherwise', () => {
    const picture = { file: 'en/walkthroughs/skip/a-light.png', was: 'changed' as const, pixels: 900, bytes: 1 };
    const one = { ...skipped, pictures: [picture, { ...picture, was: 'same' as const }] };
    expect(playedLines(one, 'content').at(-1)).toBe(
      '  changed picture content/en/walkthroughs/skip/a-light.png  900 pixels look otherwise',
    );
    expect(summaryLine(outcome(one, failed), 'content')).toBe(
      '1 passed, 1 failed, 1 pictures new or changed; written to content/walkthrough-checks.json',
    );
  });

  it('name pictures that could not be taken, which fail nothing', () => {
    const warnings = [{ step: 'a', text: 'expected a picture, dark; found its element gone' }];
    expect(playedLines({ ...skipped, warnings }, 'content').slice(0, 1)).toEqual([expect.stringMatching(/^passed/)]);
    expect(playedLines({ ...skipped, warnings }, 'content').at(-1)).toBe(
      '  content/en/walkthroughs/skip.yaml:10 step a  warning: expected a picture, dark; found its element gone',
    );
    expect(jsonReport(outcome({ ...skipped, warnings }), undefined, undefined).walkthroughs[0]).toMatchObject({
      warnings,
    });
  });

  it('name anchors that no source has, and those that no walkthrough uses', () => {
    const unknown = [{ name: 'a.b', file: 'en/walkthroughs/x.yaml', line: 7, step: 'one' }];
    const unused = [{ name: 'c.d', file: 'site/x.tsx', line: 3 }];
    expect(anchorLines({ unknown, known: [], unused }, 'content')).toEqual([
      expect.stringMatching(/^content\/en\/walkthroughs\/x\.yaml:7 step one {2}expected data-tierzero-anchor="a\.b"/),
      'anchors that no walkthrough uses',
      '  site/x.tsx:3 c.d',
    ]);
  });
});

describe('the JUnit report', () => {
  it('has a suite a walkthrough and a case a step', () => {
    const xml = junit(outcome(failed, skipped), undefined, 'content');
    expect(xml).toContain('<testsuite name="walkthrough:invite (en)" tests="3" failures="1" errors="0" skipped="1"');
    expect(xml).toContain('<failure type="anchor-missing" message="expected a &lt;b&gt;; found none"/>');
    expect(xml).toContain('<testsuite name="walkthrough:skip (en)" tests="1" failures="0" errors="0" skipped="1"');
    expect(xml.match(/<testcase /g)).toHaveLength(4);
  });

  it('has a suite of the names that were compared with a source', () => {
    const at = { file: 'en/walkthroughs/x.yaml', line: 7, step: 'one' };
    const xml = junit(
      undefined,
      { unknown: [{ name: 'a.b', ...at }], known: [{ name: 'c.d', ...at }], unused: [] },
      'content',
    );
    expect(xml).toContain('<testsuite name="anchors" tests="2" failures="1" errors="0" skipped="0">');
    expect(xml).toContain(
      'name="en/walkthroughs/x.yaml one a.b" file="content/en/walkthroughs/x.yaml" line="7"><failure type="unknown" message="expected data-tierzero-anchor=&quot;a.b&quot; in the source; found it nowhere"/>',
    );
    expect(xml).toContain(
      'name="en/walkthroughs/x.yaml one c.d" file="content/en/walkthroughs/x.yaml" line="7"></testcase>',
    );
  });

  it('has a failure also where a step that may be skipped is there and is not as written', () => {
    const steps = ['condition-failed', 'timed-out'].map((result) => ({
      result: result as 'timed-out',
      step: { skip: true },
    }));
    const xml = junit(
      outcome(
        playedAs(
          'x',
          [
            { id: 'a', ...steps[0]! },
            { id: 'b', ...steps[1]! },
          ],
          false,
        ),
      ),
      undefined,
      'content',
    );
    expect(xml).toContain('tests="2" failures="2" errors="0" skipped="0"');
  });

  it('holds whatever a page says', () => {
    const found = `\u0000\u001b[31m "x" & 'y' \ud800 \uffff\n]]>`;
    const xml = junit(
      outcome(playedAs('x', [{ id: 'a', result: 'timed-out', expected: 'b', found }], false)),
      undefined,
      'content',
    );
    expect(xml).toContain(
      'message="expected b; found \ufffd\ufffd[31m &quot;x&quot; &amp; &apos;y&apos; \ufffd \ufffd&#10;]]&gt;"',
    );
  });
});

describe('the JSON report', () => {
  it('says whether all passed, and which pictures changed', () => {
    const report = jsonReport(outcome(skipped), undefined, 'http://app');
    expect(report).toMatchObject({ passed: true, app: 'http://app' });
    expect(report.walkthroughs[0]).toMatchObject({
      walkthrough: 'walkthrough:skip',
      passed: true,
      changedPictures: [],
    });
    expect(jsonReport(outcome(skipped, failed), undefined, undefined).passed).toBe(false);
    const unknown = [{ name: 'a', file: 'b', line: 1, step: 'c' }];
    expect(jsonReport(outcome(skipped), { unknown, known: [], unused: [] }, undefined).passed).toBe(false);
  });
});

describe('a walkthrough without a result', () => {
  const whole: Outcome = { played: [skipped], leftOut: [forAnother] };
  const broken: Outcome = { played: [skipped], leftOut: [down], stopped: '--reset: x ended with 1' };

  it('is a fault only where the app was down, or where there was nothing else', () => {
    expect([whole, broken, outcome(failed), outcome()].map(endOf)).toEqual([
      'passed',
      'unchecked',
      'failed',
      'unchecked',
    ]);
    expect(endOf({ played: [], leftOut: [forAnother] })).toBe('unchecked');
    expect(endOf({ played: [skipped], leftOut: [down] })).toBe('unchecked');
    expect(endOf({ ...outcome(skipped), unwritten: 'x' })).toBe('unchecked');
  });

  it('is in every report, with the reason', () => {
    expect([forAnother, down].map(leftOutLine)).toEqual([
      'skipped  walkthrough:skip (en)  it is for another',
      'NOT CHECKED  walkthrough:skip (en)  / answered 503',
    ]);
    expect(summaryLine({ ...broken, leftOut: [forAnother, down] }, 'content')).toBe(
      '1 passed, 0 failed, 1 for another version, 1 not checked, because the app was down; written to content/walkthrough-checks.json',
    );
    expect(jsonReport(broken, undefined, 'http://app')).toMatchObject({
      passed: false,
      stopped: '--reset: x ended with 1',
      leftOut: [{ walkthrough: 'walkthrough:skip', locale: 'en', reason: 'down', why: '/ answered 503' }],
    });
    expect(junit(whole, undefined, 'content')).toContain('<skipped message="it is for another"/>');
    const xml = junit(broken, undefined, 'content');
    expect(xml).toContain('<error message="/ answered 503"/>');
    expect(xml).toContain('<error message="--reset: x ended with 1"/>');
  });
});

describe('a walkthrough in which nothing was done at its place', () => {
  it('is a failure with words of its own', () => {
    expect(playedLines(unproven, 'content').at(-1)).toBe(
      '  content/en/walkthroughs/none.yaml:1  expected a step that is done at its place in the page; found none; mend: look at the page /',
    );
    const xml = junit(outcome(unproven), undefined, 'content');
    expect(xml).toContain('tests="2" failures="1" errors="0" skipped="1"');
    expect(xml).toContain('name="proof"><failure message="expected a step');
  });
});
