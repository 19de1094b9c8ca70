import { pathMatches } from '../../../schema/path-matches.ts';
import { pathPattern } from '../../../schema/path-pattern.ts';
import { pathnameOf, startPath } from '../../../schema/start-path.ts';
import { versionRange } from '../../../schema/walkthrough.ts';
import { quote, type Report } from '../../compile-error.ts';
import { stepId } from '../../guide.ts';
import { fieldOf } from '../../validate.ts';
import type { Yaml } from '../../yaml.ts';
import { checkEnds } from './ends.ts';
import { expressionOf } from './expression.ts';
import { mayFreeze } from './freeze.ts';
import { type Place, placesIn } from './places.ts';
import { isRole } from './roles.ts';
import { isSelector } from './selector.ts';
import { isNone } from './versions.ts';
import { entriesOf, keysOf, type Say, textOf, type Written } from './written.ts';

/**
 * Checks what the form of a walkthrough does not say: that a page can be led through it from the first step to the last.
 * It reads what is written and not what the schema made of it, so that a wrong form in one place hides nothing in another.
 */
export function checkWalkthrough(yaml: Yaml, report: Report): void {
  const say: Say = (path, found, expected, hint) =>
    report({ line: yaml.lineOf(path), field: fieldOf(path), found, expected, ...(hint && { hint }) });
  const walkthrough = keysOf(yaml.value);
  const steps = entriesOf(walkthrough['steps']).map(keysOf);
  checkStart(walkthrough, steps, say);
  checkVersions(textOf(walkthrough['app']), say);
  const ids = steps.map((step, index) => stepId({ id: textOf(step['id']) }, index));
  checkIds(ids, say);
  for (const [index, step] of steps.entries()) {
    const at = ['steps', index];
    checkAdvance(step, at, say);
    checkValue(step, at, say);
    checkEnds(step, at, index === 0 ? walkthrough['start'] : undefined, say);
    checkBranches(step, ids.slice(index + 1), at, say);
    for (const place of placesIn(step, at)) checkAnchor(place, say);
  }
}

function checkStart({ start, ...rest }: Written, steps: readonly Written[], say: Say): void {
  const led = steps.findIndex((step) => 'anchor' in step);
  if (led >= 0 && start === undefined) {
    say(['steps', led, 'anchor'], 'an anchor', 'start, the path of the page where the walkthrough begins');
  }
  if (led < 0 && start !== undefined && Array.isArray(rest['steps'])) {
    say(['start'], quote(start), 'a step with an anchor', 'without one there is nothing to lead to on the page');
  }
  const route = pathPattern.safeParse(keysOf(steps[0]?.['before'])['route']);
  const begins = startPath.safeParse(start);
  if (!route.success || !begins.success || pathMatches(route.data, pathnameOf(begins.data))) return;
  const expected = `a pattern that has ${pathnameOf(begins.data)} among its paths`;
  say(['steps', 0, 'before', 'route'], quote(route.data), expected);
}

function checkVersions(app: string | undefined, say: Say): void {
  if (app === undefined || !versionRange.safeParse(app).success || !isNone(app)) return;
  say(['app'], quote(app), 'versions that there can be', 'both must hold: >=2.4 <3 is from 2.4 up to 3');
}

function checkIds(ids: readonly string[], say: Say): void {
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (first < index) say(['steps', index, 'id'], `${quote(id)}, as in step ${first + 1}`, 'a name of its own');
  }
}

function checkAdvance(step: Written, at: PropertyKey[], say: Say): void {
  const { advance } = step;
  const [isInput, isLed] = [advance === 'input', 'anchor' in step];
  if (!isLed && (advance === 'click' || isInput)) {
    say([...at, 'advance'], quote(advance), 'an anchor in the same step', `it is what has the ${advance}`);
  }
  if (!isLed && 'sample' in step) say([...at, 'sample'], quote(step['sample']), 'an anchor in the same step');
  if (isInput && !('sample' in step)) {
    say([...at, 'advance'], 'no sample', 'sample, a value that a check can type or choose');
  }
}

function checkValue(step: Written, at: PropertyKey[], say: Say): void {
  const [matches, sample] = [textOf(step['matches']), textOf(step['sample'])];
  if (matches === undefined) return;
  const path = [...at, 'matches'];
  const { advance = 'next' } = step;
  if (['next', 'click'].some((other) => advance === other) || typeof advance === 'object') {
    say(path, quote(matches), 'advance: input in the same step');
  }
  const expression = expressionOf(matches);
  if (!expression) say(path, quote(matches), 'a regular expression');
  else if (mayFreeze(matches)) {
    const hint = 'write (a|b)+ as [ab]+ and (a+)+ as a+, and for each of many .+ what it is not, as in ([^,]+,)+';
    say(path, quote(matches), 'a pattern that can be tried in few ways', hint);
  } else if (sample !== undefined && !expression.test(sample)) {
    say([...at, 'sample'], quote(sample), `a value like ${matches}`);
  }
}

/** Only forward: a walkthrough that goes back may never end. */
function checkBranches({ branch }: Written, later: readonly string[], at: PropertyKey[], say: Say): void {
  for (const [place, one] of entriesOf(branch).entries()) {
    const to = textOf(keysOf(one)['to']);
    if (to === undefined || later.includes(to)) continue;
    const expected = later.length > 0 ? `the id of a later step: ${later.join(', ')}` : 'no branch in the last step';
    say([...at, 'branch', place, 'to'], quote(to), expected);
  }
}

function checkAnchor({ path, anchor }: Place, say: Say): void {
  const [selector, role] = [textOf(anchor['selector']), textOf(anchor['role'])];
  if (selector !== undefined && !isSelector(selector)) {
    say([...path, 'selector'], quote(selector), 'a CSS selector that browsers know');
  }
  if (role !== undefined && !isRole(role)) say([...path, 'role'], quote(role), 'an ARIA role such as button');
}
