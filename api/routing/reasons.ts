import type { Group } from '../../content/schema/group.ts';
import type { Tier } from '../../content/schema/tier.ts';
import type { RoutingReason } from '../contract/ticket.ts';
import { isCapable, speaks, tiers } from './choose.ts';
import type { Decision } from './decide.ts';
import type { Subject } from './facts.ts';
import { tried } from './tried.ts';

interface Decided {
  decision: Decision;
  subject: Pick<Subject, 'context' | 'language'>;
  groups: readonly Group[];
}

/** Why, for agents: what was tried, the rule, what it needs, who was passed over, who has it, how urgent, who hears of it. */
export const reasonsOf = ({ decision, subject, groups }: Decided): RoutingReason[] => [
  ...tried(subject.context),
  ...ruled(decision),
  ...passedOver(decision, groups),
  ...grouped(decision, subject.language),
  ...prioritised(decision),
  ...notified(decision),
];

const ruled = ({ rule }: Decision): RoutingReason[] => [
  { code: 'rule', detail: rule.id, source: rule.source, ...(rule.because && { text: rule.because }) },
  ...rule.skills.map((detail) => ({ code: 'needs-skill', detail })),
  ...rule.access.map((detail) => ({ code: 'needs-access', detail })),
];

/** Tiers below the one it went to; where nobody was left, all of them. */
const passedOver = ({ tier, isLast, exhausted, rule }: Decision, groups: readonly Group[]): RoutingReason[] =>
  tiers
    .filter((one) => isLast || one < tier)
    .flatMap((one) => [
      ...(one <= exhausted ? [{ code: 'tier-exhausted', tier: one }] : []),
      ...lacking(one, groups, rule),
    ]);

function lacking(tier: Tier, groups: readonly Group[], { skills, access }: Decision['rule']): RoutingReason[] {
  const own = groups.filter((group) => group.tier === tier);
  if (own.some((group) => isCapable(group, { skills, access }))) return [];
  if (own.length === 0) return [{ code: 'tier-empty', tier }];
  const nobodyHas = (of: 'skills' | 'access') => (detail: string) => !own.some((group) => group[of].includes(detail));
  const missing = [
    ...skills.filter(nobodyHas('skills')).map((detail) => ({ code: 'tier-lacks-skill', tier, detail })),
    ...access.filter(nobodyHas('access')).map((detail) => ({ code: 'tier-lacks-access', tier, detail })),
  ];
  // Each is there, and no group has them together.
  return missing.length > 0 ? missing : [{ code: 'tier-divided', tier }];
}

export const grouped = (
  { tier, group, isOpen }: Pick<Decision, 'tier' | 'group' | 'isOpen'>,
  language: string,
): RoutingReason[] => [
  { code: 'group', detail: group.id, tier, text: group.title },
  { code: speaks(group, language) ? 'group-speaks' : 'group-does-not-speak', detail: language },
  { code: isOpen ? 'group-open' : 'group-closed' },
];

const prioritised = ({ priority, rule, raisedBy }: Decision): RoutingReason[] => [
  { code: 'priority', detail: priority, source: (raisedBy ?? rule).source },
  ...(raisedBy ? [{ code: 'priority-raised', detail: raisedBy.id, source: raisedBy.source }] : []),
];

const notified = ({ rule, isLast, group }: Decision): RoutingReason[] => [
  ...(rule.notify ? [{ code: 'notify-rule', detail: rule.id, source: rule.source }] : []),
  ...(isLast ? [{ code: isCapable(group, rule) ? 'notify-exhausted' : 'notify-nobody-can' }] : []),
];
