import { choose, isCapable, type Needs } from '../../../../api/routing/choose.ts';
import type { Group } from '../../../schema/group.ts';
import type { Routing } from '../../../schema/routing.ts';
import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { type Fresh, freshOf } from './fresh.ts';
import { type Budget, reach } from './reach.ts';
import { errorAt, type Known, named } from './table.ts';
import { partsOf } from './witness.ts';

type Rule = Routing['rules'][number];

/** A ticket's fate as far as groups go: the rule that decides and what it meets. */
interface Case {
  rule: Rule;
  language: string;
  /** What had been exhausted when the rule was asked. */
  before: number;
  needs: Needs;
}

/** Every group has a ticket that goes to it. */
export function checkGroups(parsed: ParsedRouting, { settings }: Known, budget: Budget): CompileError[] {
  const { routing } = parsed;
  const fresh = freshOf(routing);
  const cases = routing.rules.flatMap((rule) => casesOf(rule, [...settings.locales, fresh.language]));
  return routing.groups.flatMap((group, place): CompileError[] => {
    // Groups of one calendar are open together; of any other, some may be closed just then.
    const chosen = ({ needs }: Case) => choose(routing.groups, needs, (one) => one.calendar === group.calendar).group;
    const isReached = cases.some((one) => chosen(one) === group && happens(one, { routing, fresh, budget }));
    if (isReached) return [];
    const able = cases.filter(({ needs }) => isCapable(group, needs) && group.tier > needs.exhausted);
    const others = [...new Set(able.map(chosen))].filter((one) => one !== group);
    return [
      errorAt(parsed, ['groups', place], {
        found: `group ${group.id}, which no rule reaches`,
        expected: 'a ticket that goes to it',
        hint: hintFor(parsed, others),
      }),
    ];
  });
}

const hintFor = (parsed: ParsedRouting, others: readonly Group[]): string =>
  others.length > 0
    ? `all that it could solve goes to ${named(parsed, 'groups', others)}; give a rule skills or access that only it has`
    : 'no rule leaves anything to its tier; give one skills or access that only it has, or let one exhaust lower tiers';

const exhaustible = [0, 1, 2, 3];

function casesOf(rule: Rule, languages: readonly string[]): Case[] {
  const { skills, access } = rule;
  return exhaustible
    .filter((before) => before >= (rule.when.exhausted ?? 0))
    .flatMap((before) =>
      (rule.when.language ?? languages).map((language) => {
        const needs = { skills, access, language, exhausted: Math.max(before, rule.exhausts) };
        return { rule, language, before, needs };
      }),
    );
}

interface Table {
  routing: Routing;
  fresh: Fresh;
  budget: Budget;
}

/** Whether there is a ticket in that language and so far exhausted that the rule is the first to match. */
function happens({ rule, language, before }: Case, { routing, fresh, budget }: Table): boolean {
  const when = { ...rule.when, language: [language], exhausted: before };
  return (
    reach(partsOf(when, fresh, budget), routing.rules.slice(0, routing.rules.indexOf(rule)), budget).is !== 'taken'
  );
}
