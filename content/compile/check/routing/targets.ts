import { minutesOf, type Target } from '../../../schema/sla-policy.ts';
import { priority as priorities } from '../../../schema/tier.ts';
import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { longestClosedGap } from './closed-gap.ts';
import { policiesOf } from './policies.ts';
import type { Budget } from './reach.ts';
import { errorAt } from './table.ts';

/** What is promised can be kept, one thing after the other, and whatever is more urgent is not later. */
export function checkTargets(parsed: ParsedRouting, budget: Budget): CompileError[] {
  return [...checkHours(parsed, budget), ...checkOrder(parsed)];
}

/** A reply around the clock needs somebody who is never away for longer. */
function checkHours(parsed: ParsedRouting, budget: Budget): CompileError[] {
  const { policies, groups, calendars } = parsed.routing;
  const gaps = new Map(calendars.map((calendar) => [calendar.id, { calendar, ...longestClosedGap(calendar) }]));
  const asked = groups.map((group) => ({
    group,
    of: policiesOf(group, policies, budget),
    gap: gaps.get(group.calendar),
  }));
  return policies.flatMap((policy, place) => {
    // One error a target: the group that is away for the longest.
    const [longest] = asked
      .filter(({ of }) => of.includes(policy))
      .flatMap(({ group, gap }) => (gap ? { group, gap } : []))
      .sort((a, b) => b.gap.minutes - a.gap.minutes);
    if (!longest) return [];
    const { group, gap } = longest;
    const { file, line } = parsed.at(['calendars', calendars.indexOf(gap.calendar)]);
    const when = gap.holiday ? `around ${gap.holiday}` : 'in a week';
    return priorities.options.flatMap((priority) =>
      (['firstReply', 'nextReply'] as const).flatMap((key): CompileError[] => {
        const target = policy.targets[priority];
        const text = target[key];
        if (text === undefined || !target.aroundTheClock || minutesOf(text) >= gap.minutes) return [];
        return [
          errorAt(parsed, ['policies', place, 'targets', priority, key], {
            found: `${text} around the clock, while ${group.id} is away for ${spoken(gap.minutes)} ${when} (${file}:${line})`,
            expected: 'a time that its calendar can keep',
            hint: 'leave aroundTheClock out, or give the tier, topic or plan a group that is there around the clock',
          }),
        ];
      }),
    );
  });
}

const spoken = (minutes: number): string =>
  minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

function checkOrder(parsed: ParsedRouting): CompileError[] {
  return parsed.routing.policies.flatMap(({ targets }, place) =>
    priorities.options.flatMap((priority, rank): CompileError[] => {
      const target = targets[priority];
      const lower = priorities.options[rank - 1];
      const path = ['policies', place, 'targets', priority] as const;
      return [
        ...(['firstReply', 'nextReply'] as const).flatMap((key): CompileError[] => {
          const [reply, { resolution }] = [target[key], target];
          if (reply === undefined || resolution === undefined || minutesOf(resolution) >= minutesOf(reply)) return [];
          const expected = `at least ${reply}, as ${key} is`;
          return [errorAt(parsed, [...path, 'resolution'], { found: resolution, expected })];
        }),
        ...(lower && isLater(target, targets[lower])
          ? [
              errorAt(parsed, [...path, 'firstReply'], {
                found: `${clocked(target)}, later than ${lower} with ${clocked(targets[lower])}`,
                expected: `a first reply that is not later than that of ${lower}`,
              }),
            ]
          : []),
      ];
    }),
  );
}

/** Business hours are later than the clock, however many they are. */
const isLater = (urgent: Target, lower: Target): boolean =>
  minutesOf(urgent.firstReply) > minutesOf(lower.firstReply)
    ? urgent.aroundTheClock === lower.aroundTheClock
    : !urgent.aroundTheClock && lower.aroundTheClock;

const clocked = ({ firstReply, aroundTheClock }: Target): string =>
  aroundTheClock ? `${firstReply} around the clock` : firstReply;
