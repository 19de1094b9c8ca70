import { parse } from 'css-what';
import { anchorFrom, type WrittenAnchor } from '../../schema/anchor.ts';
import { pathMatches } from '../../schema/path-matches.ts';
import { pathnameOf } from '../../schema/start-path.ts';
import type { Walkthrough, WalkthroughStep, WrittenCondition } from '../../schema/walkthrough.ts';
import { quote, type Report } from '../compile-error.ts';
import { stepId } from '../guide.ts';
import { fieldOf } from '../validate.ts';
import type { Yaml } from '../yaml.ts';

/** Reports at a path of the file. */
type Say = (path: readonly PropertyKey[], found: string, expected: string, hint?: string) => void;

/** Checks what the form of a walkthrough does not say: that a page can be led through it from the first step to the last. */
export function checkWalkthrough(walkthrough: Walkthrough, yaml: Yaml, report: Report): void {
  const say: Say = (path, found, expected, hint) =>
    report({ line: yaml.lineOf(path), field: fieldOf(path), found, expected, ...(hint && { hint }) });
  checkStart(walkthrough, say);
  checkIds(walkthrough, say);
  for (const [index, step] of walkthrough.steps.entries()) {
    const at = ['steps', index];
    checkAdvance(step, at, say);
    checkBranches(walkthrough, index, say);
    for (const { path, anchor } of anchorsIn(step, at)) checkSelector(path, anchor, say);
  }
}

function checkStart({ start, steps }: Walkthrough, say: Say): void {
  const led = steps.findIndex(({ anchor }) => anchor !== undefined);
  if (led >= 0 && start === undefined) {
    say(['steps', led, 'anchor'], 'an anchor', 'start, the path of the page where the walkthrough begins');
  }
  if (led < 0 && start !== undefined) {
    say(['start'], quote(start), 'a step with an anchor', 'without one there is nothing to lead to on the page');
  }
  const route = steps[0]?.before?.route;
  if (start !== undefined && route !== undefined && !pathMatches(route, pathnameOf(start))) {
    const expected = `a pattern that has ${pathnameOf(start)} among its paths`;
    say(['steps', 0, 'before', 'route'], quote(route), expected);
  }
}

function checkIds({ steps }: Walkthrough, say: Say): void {
  const ids = steps.map(stepId);
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (first < index) say(['steps', index, 'id'], `${quote(id)}, as in step ${first + 1}`, 'a name of its own');
  }
}

function checkAdvance({ anchor, advance, matches, sample }: WalkthroughStep, at: PropertyKey[], say: Say): void {
  const isInput = advance === 'input';
  if (anchor === undefined && (advance === 'click' || isInput)) {
    say([...at, 'advance'], quote(advance), 'an anchor in the same step', `it is what has the ${advance}`);
  }
  if (matches !== undefined && !isInput) say([...at, 'matches'], quote(matches), 'advance: input in the same step');
  if (sample !== undefined && anchor === undefined) say([...at, 'sample'], quote(sample), 'an anchor in the same step');
  if (isInput && sample === undefined) {
    say([...at, 'advance'], 'no sample', 'sample, a value that a check can type or choose');
  }
  if (matches === undefined) return;
  const pattern = patternOf(matches);
  if (!pattern) say([...at, 'matches'], quote(matches), 'a regular expression');
  else if (sample !== undefined && !pattern.test(sample))
    say([...at, 'sample'], quote(sample), `a value like ${matches}`);
}

/** For the whole of a value. */
function patternOf(matches: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${matches})$`, 'u');
  } catch {
    return undefined;
  }
}

/** Only forward: a walkthrough that goes back may never end. */
function checkBranches({ steps }: Walkthrough, index: number, say: Say): void {
  const later = steps.slice(index + 1).map((step, offset) => stepId(step, index + 1 + offset));
  for (const [place, { to }] of (steps[index]?.branch ?? []).entries()) {
    if (later.includes(to)) continue;
    const expected = later.length > 0 ? `the id of a later step: ${later.join(', ')}` : 'no branch in the last step';
    say(['steps', index, 'branch', place, 'to'], quote(to), expected);
  }
}

interface Place {
  path: PropertyKey[];
  anchor: WrittenAnchor;
}

function anchorsIn({ anchor, advance, before, after, branch }: WalkthroughStep, at: PropertyKey[]): Place[] {
  const own: Place[] = anchor === undefined ? [] : [{ path: [...at, 'anchor'], anchor }];
  const awaited: Place[] =
    typeof advance === 'object' && 'appears' in advance
      ? [{ path: [...at, 'advance', 'appears'], anchor: advance.appears }]
      : [];
  return [
    ...own,
    ...awaited,
    ...anchorsHeld(before, [...at, 'before']),
    ...anchorsHeld(after, [...at, 'after']),
    ...branch.flatMap(({ when }, index) => anchorsHeld(when, [...at, 'branch', index, 'when'])),
  ];
}

function anchorsHeld(condition: WrittenCondition | undefined, at: PropertyKey[]): Place[] {
  if (!condition) return [];
  const listed = (['visible', 'absent'] as const).flatMap((key) => {
    const written = condition[key];
    if (written === undefined) return [];
    if (!Array.isArray(written)) return [{ path: [...at, key], anchor: written }];
    return written.map((anchor, index) => ({ path: [...at, key, index], anchor }));
  });
  return condition.value ? [...listed, { path: [...at, 'value', 'of'], anchor: condition.value.of }] : listed;
}

function checkSelector(path: PropertyKey[], written: WrittenAnchor, say: Say): void {
  const { selector } = anchorFrom(written);
  if (selector !== undefined && !isSelector(selector)) {
    say([...path, 'selector'], quote(selector), 'a CSS selector that browsers know');
  }
}

/** The parser also takes what jQuery added. */
const foreign = /:(?:contains|icontains|has-text|first|last|eq|gt|lt|even|odd|visible|hidden|parent|text)\b(?!-)/;

function isSelector(selector: string): boolean {
  try {
    const isKnown = parse(selector)
      .flat()
      .every((token) => token.type !== 'attribute' || token.action !== 'not');
    return isKnown && !foreign.test(selector);
  } catch {
    return false;
  }
}
