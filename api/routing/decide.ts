import type { Group } from '../../content/schema/group.ts';
import type { Routing } from '../../content/schema/routing.ts';
import type { SlaPolicy, Target } from '../../content/schema/sla-policy.ts';
import { type Priority, priority as priorities, type Tier } from '../../content/schema/tier.ts';
import { choose } from './choose.ts';
import { type Facts, factsOf, type Subject } from './facts.ts';
import { matches } from './matches.ts';

type Rule = Routing['rules'][number];

/** Where a ticket goes, and everything that decided it. */
export interface Decision {
  tier: Tier;
  group: Group;
  priority: Priority;
  /** The rule that matched, and the one that would have matched next. */
  rule: Rule;
  next: Rule | undefined;
  /** The rule that raised the priority: the highest of those that match, and of equals the first. */
  raisedBy: Routing['priorities'][number] | undefined;
  /** Tiers up to this one were passed over as exhausted, by the rule or by what happened before. */
  exhausted: number;
  /** Whoever leads should hear of it: the rule says so, or nobody is left who could and has not. */
  notify: boolean;
  /** Nobody is left who could and has not. */
  isLast: boolean;
  /** Whether somebody of the group works now. */
  isOpen: boolean;
  policy: SlaPolicy;
  target: Target;
}

/**
 * Decides where a ticket goes. Pure: the same subject, routing and open groups give the same decision. A plan raises the
 * priority and never the tier, because rules that say what a ticket needs cannot ask for it.
 */
export function decide(subject: Subject, routing: Routing, isOpen: (group: Group) => boolean = () => true): Decision {
  const facts = factsOf(subject);
  const [rule, next] = firstTwo(routing.rules, facts);
  if (!rule) throw new Error('The last routing rule does not match everything.');
  const exhausted = Math.max(facts.exhausted, rule.exhausts);
  const needs = { skills: rule.skills, access: rule.access, language: facts.language, exhausted };
  const { tier, group, isLast } = choose(routing.groups, needs, isOpen);
  const raisedBy = highest(routing.priorities, facts, rule.priority);
  const priority = raisedBy?.priority ?? rule.priority;
  const policy = policyFor(routing, { tier, group, facts });
  const target = policy.targets[priority];
  const notify = rule.notify || isLast;
  return {
    tier,
    group,
    priority,
    rule,
    next,
    raisedBy,
    exhausted,
    notify,
    isLast,
    isOpen: isOpen(group),
    policy,
    target,
  };
}

function firstTwo(rules: readonly Rule[], facts: Facts): Rule[] {
  const found: Rule[] = [];
  for (const rule of rules) {
    if (matches(rule.when, facts)) found.push(rule);
    if (found.length === 2) break;
  }
  return found;
}

/** Whatever else is known of a ticket can only make it more urgent: the order of the file lowers nothing. */
const highest = (rules: Routing['priorities'], facts: Facts, least: Priority): Decision['raisedBy'] =>
  rules
    .filter(({ priority, when }) => isHigher(priority, least) && matches(when, facts))
    .reduce<Decision['raisedBy']>(
      (top, rule) => (top && !isHigher(rule.priority, top.priority) ? top : rule),
      undefined,
    );

/** Lowest first. */
const order: readonly Priority[] = priorities.options;
export const isHigher = (one: Priority, other: Priority): boolean => order.indexOf(one) > order.indexOf(other);

interface Placed {
  tier: Tier;
  group: Group;
  facts: Pick<Facts, 'topic' | 'plan'>;
}

/** The first policy that holds where the ticket is. */
export function policyFor({ policies }: Pick<Routing, 'policies'>, { tier, group, facts }: Placed): SlaPolicy {
  const found = policies.find(
    ({ when }) =>
      (when.tier === undefined || when.tier.includes(tier)) &&
      (when.group === undefined || when.group.includes(group.id)) &&
      (when.topic === undefined || when.topic.includes(facts.topic)) &&
      (when.plan === undefined || (facts.plan !== undefined && when.plan.includes(facts.plan))),
  );
  if (!found) throw new Error('The last SLA policy does not hold everywhere.');
  return found;
}
