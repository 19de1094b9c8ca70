import type { Guide } from '../schema/guide.ts';
import { type Seal, type WalkthroughCheck, walkthroughChecks } from '../schema/walkthrough-check.ts';
import { isCalendarDay } from './calendar-day.ts';
import { type CompileError, quote, type Report } from './compile-error.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** Below the content folder; written by `npm run walkthroughs`. */
export const checksFile = 'walkthrough-checks.json';

const mend = 'take it from version control, or delete the file: npm run walkthroughs writes it anew';

/** What the last checks found. */
export interface Checks {
  /** By walkthrough and locale. */
  of(walkthrough: string, locale: string): WalkthroughCheck | undefined;
  all: readonly WalkthroughCheck[];
  /** Line of a step of that check. */
  lineOf(check: WalkthroughCheck, step: number): number;
}

const noChecks: Checks = { of: () => undefined, all: [], lineOf: () => 1 };

/** Reads the file of results; a help center without one has none. */
export function readChecks(text: string | undefined): { checks: Checks; errors: CompileError[] } {
  if (text === undefined) return { checks: noChecks, errors: [] };
  const errors: CompileError[] = [];
  const report: Report = (error) => errors.push({ file: checksFile, ...error, hint: mend });
  // JSON is YAML, and YAML knows its lines.
  const yaml = readYaml(text, 1, report);
  const valid = yaml && validate(walkthroughChecks, yaml, report);
  if (!valid) return { checks: noChecks, errors };

  const found = new Map<string, WalkthroughCheck>();
  for (const [index, check] of valid.checks.entries()) {
    const key = keyOf(check.walkthrough, check.locale);
    const field = `checks[${index}]`;
    const line = yaml.lineOf(['checks', index]);
    if (found.has(key)) report({ line, field, found: `${key} again`, expected: 'each walkthrough and locale once' });
    if (!isCalendarDay(check.on))
      report({ line, field: `${field}.on`, found: quote(check.on), expected: 'a day of the calendar' });
    found.set(key, check);
  }
  return {
    checks: {
      of: (walkthrough, locale) => found.get(keyOf(walkthrough, locale)),
      all: valid.checks,
      lineOf: (check, step) => yaml.lineOf(['checks', valid.checks.indexOf(check), 'steps', step]),
    },
    errors,
  };
}

const keyOf = (walkthrough: string, locale: string): string => `${walkthrough} (${locale})`;

/** A document whose guide may have been checked. */
export interface Sealable {
  id: string;
  locale: string;
  guide: Guide;
}

/** What a reader is told of the last check; nothing where there was none of this very guide. */
export function sealOf(
  checks: Checks,
  { id, locale, guide }: Sealable,
  hash: string,
  expiresDays: number,
): Seal | undefined {
  const check = checks.of(id, locale);
  if (check?.guide !== hash) return undefined;
  const { version, on } = check;
  return {
    result: hasPassed(check, guide) ? 'passed' : 'failed',
    ...(version && { version }),
    on,
    until: new Date(Date.parse(on) + expiresDays * 86_400_000).toISOString().slice(0, 10),
  };
}

/**
 * A person gets to the end: what is missing may be skipped, and what was left out was left out by a branch. Something was
 * done in the page: that all of it may be skipped proves nothing.
 */
export const hasPassed = ({ steps }: Pick<WalkthroughCheck, 'steps'>, guide: Pick<Guide, 'steps'>): boolean =>
  steps.every(({ id, result }) => {
    if (result === 'pass' || result === 'not-reached') return true;
    return result === 'anchor-missing' && guide.steps.some((step) => step.id === id && step.skip);
  }) && guide.steps.some(({ id, anchor }) => anchor && steps.some((step) => step.id === id && step.result === 'pass'));
