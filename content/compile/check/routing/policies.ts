import { policyFor } from '../../../../api/routing/decide.ts';
import type { Group } from '../../../schema/group.ts';
import type { SlaPolicy } from '../../../schema/sla-policy.ts';
import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { type Alternative, type Budget, type Reach, reach } from './reach.ts';
import { errorAt, inWords, named } from './table.ts';

type Placed = Parameters<typeof policyFor>[1];
/** Where a ticket is, as far as one part of a policy asks. */
type Place = Partial<Pick<Placed, 'group'> & Placed['facts']>;

/** Every policy is the first that holds somewhere. */
export function checkPolicies(parsed: ParsedRouting, budget: Budget): CompileError[] {
  const { policies, groups } = parsed.routing;
  return policies.flatMap((policy, place): CompileError[] => {
    const asked = groups.filter((group) => couldHold(policy, group));
    const found = firstPlace(policy, asked, policies.slice(0, place), budget);
    if (asked.length > 0 && found.is !== 'taken') return [];
    const by = found.is === 'taken' ? `, whose tickets all have ${named(parsed, 'policies', found.by)}` : '';
    return [
      errorAt(parsed, ['policies', place], {
        found: asked.length > 0 ? `policy ${policy.id}${by}` : `policy ${policy.id}, for groups that are not there`,
        expected: 'a ticket that it is the first to hold for',
        hint: asked.length > 0 ? 'move it up, or take it out' : 'its tier and its groups leave no group over',
      }),
    ];
  });
}

/** Every ticket has a policy, wherever it goes. */
export function checkEveryGroupHasPolicy(parsed: ParsedRouting): CompileError[] {
  const { policies, groups } = parsed.routing;
  const without = groups.filter((group) => !policies.some((policy) => holds(policy, { group })));
  if (without.length === 0) return [];
  const texts = without.slice(0, 3).map(({ id }) => id);
  return [
    errorAt(parsed, ['policies', policies.length - 1], {
      found: `no policy for tickets of ${inWords(texts, without.length - texts.length)}`,
      expected: 'a last policy that holds everywhere',
      hint: 'add one without "when" at the end: it takes what the others leave',
    }),
  ];
}

/** Policies that a ticket of the group can have. */
export const policiesOf = (group: Group, policies: readonly SlaPolicy[], budget: Budget): SlaPolicy[] =>
  policies.filter((policy, place) => {
    const asked = couldHold(policy, group) ? [group] : [];
    return asked.length > 0 && firstPlace(policy, asked, policies.slice(0, place), budget).is === 'free';
  });

/** Whether it holds for tickets of a group, when they have a topic and a plan that fit. */
const couldHold = (policy: SlaPolicy, group: Group): boolean => {
  const { topic: _, plan: __, ...when } = policy.when;
  return holds({ ...policy, when }, { group });
};

function firstPlace(
  { when }: SlaPolicy,
  groups: readonly Group[],
  earlier: readonly SlaPolicy[],
  budget: Budget,
): Reach<Place, SlaPolicy> {
  const part = (keys: readonly (keyof SlaPolicy['when'])[], places: Place[]): Alternative<Place, SlaPolicy>[] =>
    places.map((value) => ({
      value,
      takes: (policy) => {
        const asked = Object.fromEntries(
          Object.entries(policy.when).filter(([key]) => keys.some((one) => one === key)),
        );
        return holds({ ...policy, when: asked }, value);
      },
    }));
  return reach(
    [
      part(['topic'], when.topic?.map((topic) => ({ topic })) ?? [{}]),
      part(['plan'], when.plan?.map((plan) => ({ plan })) ?? [{}]),
      part(
        ['tier', 'group'],
        groups.map((group) => ({ group })),
      ),
    ],
    earlier,
    budget,
  );
}

/** What the router itself says. A topic that is not given is one that no policy names. */
function holds(policy: SlaPolicy, { group = nobody, topic = '', plan }: Place): boolean {
  const other = { ...policy, when: {} };
  const placed: Placed = { tier: group.tier, group, facts: { topic, plan } };
  return policyFor({ policies: [policy, other] }, placed) === policy;
}

const nobody: Group = {
  id: '',
  title: {},
  tier: 1,
  skills: [],
  access: [],
  languages: [],
  calendar: '',
  partner: false,
};
