import { isCapable } from '../../../../api/routing/choose.ts';
import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { errorAt, inWords, named } from './table.ts';

/** Somebody can do what a rule asks for, and at a tier that the rule does not pass over. */
export function checkCapable(parsed: ParsedRouting): CompileError[] {
  const { rules, groups } = parsed.routing;
  return rules.flatMap((rule, place): CompileError[] => {
    const able = groups.filter((group) => isCapable(group, rule));
    const key = rule.skills.length > 0 ? 'skills' : rule.access.length > 0 ? 'access' : undefined;
    if (able.length === 0) {
      const wanted = inWords([...rule.skills, ...rule.access]);
      return [
        errorAt(parsed, key ? ['rules', place, key] : ['rules', place], {
          found: `no group with ${wanted}`,
          expected: 'a group that has all of it',
          ...nearest(parsed, rule),
        }),
      ];
    }
    if (able.some(({ tier }) => tier > rule.exhausts)) return [];
    return [
      errorAt(parsed, ['rules', place, 'exhausts'], {
        found: `${rule.exhausts}, which passes over everybody who can solve it: ${named(parsed, 'groups', able)}`,
        expected: `a group above tier ${rule.exhausts} that can`,
        hint: 'exhaust less, or give a higher group what it takes',
      }),
    ];
  });
}

/** The group that lacks least. */
function nearest(parsed: ParsedRouting, { skills, access }: { skills: string[]; access: string[] }): { hint?: string } {
  const [best] = parsed.routing.groups
    .map((group) => ({
      group,
      lacks: [
        ...skills.filter((one) => !group.skills.includes(one)),
        ...access.filter((one) => !group.access.includes(one)),
      ],
    }))
    .sort((a, b) => a.lacks.length - b.lacks.length);
  return best ? { hint: `${named(parsed, 'groups', [best.group])} lacks ${inWords(best.lacks)}` } : {};
}
