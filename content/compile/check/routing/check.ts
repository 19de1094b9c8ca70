import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { checkCalendars } from './calendars.ts';
import { checkCapable } from './capable.ts';
import { checkGroups } from './groups.ts';
import { checkRoutingNames } from './names.ts';
import { checkEveryGroupHasPolicy, checkPolicies } from './policies.ts';
import type { Budget } from './reach.ts';
import { checkRoutingReferences } from './references.ts';
import { checkEveryTicket, checkRules } from './rules.ts';
import type { Known } from './table.ts';
import { checkTargets } from './targets.ts';
import { checkWithheld } from './withheld.ts';

export interface RoutingChecked {
  errors: CompileError[];
  warnings: string[];
}

/** Some seconds: 500 rules with ten phrases each take most of it, our own 21 rules a five-hundredth. */
const comparisons = 2_000_000;

/** Holds a table of routing against the help center, and proves that every ticket is taken and every entry is of use. */
export function checkRouting(
  parsed: ParsedRouting,
  known: Known,
  budget: Budget = { left: comparisons },
): RoutingChecked {
  const errors = [
    ...checkRoutingReferences(parsed, known),
    ...checkRoutingNames(parsed, known),
    ...checkWithheld(parsed),
    ...checkCalendars(parsed),
    ...checkCapable(parsed),
    ...checkEveryTicket(parsed, budget),
    ...checkEveryGroupHasPolicy(parsed),
    ...checkRules(parsed, budget),
    ...checkPolicies(parsed, budget),
    ...checkTargets(parsed, budget),
    ...checkGroups(parsed, known, budget),
  ];
  const many = 'routing/rules.yaml: too much to compare; not all rules and groups were checked for being reached';
  return { errors, warnings: budget.left < 0 ? [many] : [] };
}
