import { isHigher } from '../../../../api/routing/decide.ts';
import type { CompileError } from '../../compile-error.ts';
import type { ParsedRouting } from '../../routing/parse.ts';
import { type Fresh, freshOf } from './fresh.ts';
import { type Budget, reach } from './reach.ts';
import { errorAt, named } from './table.ts';
import { type Conditional, partsOf } from './witness.ts';

/** Every entry decides about some ticket; else it says something that never comes true. */
export function checkRules(parsed: ParsedRouting, budget: Budget): CompileError[] {
  return [...deadRules(parsed, budget), ...deadPriorities(parsed, budget)];
}

/** Of rules, the first that matches decides. */
function deadRules(parsed: ParsedRouting, budget: Budget): CompileError[] {
  const { rules } = parsed.routing;
  const fresh = freshOf(parsed.routing);
  return rules.flatMap((rule, place): CompileError[] => {
    const by = takersOf(rule, rules.slice(0, place), { fresh, budget });
    if (by.length === 0) return [];
    return [
      errorAt(parsed, ['rules', place], {
        found: `rule ${rule.id}, whose tickets are all taken by ${named(parsed, 'rules', by)}`,
        expected: 'a ticket that it is the first to match',
        hint: 'move it up, or take it out',
      }),
    ];
  });
}

/** Of priorities, the highest that matches decides, wherever it stands; of equals, the first. None lowers what a rule says. */
function deadPriorities(parsed: ParsedRouting, budget: Budget): CompileError[] {
  const { rules, priorities } = parsed.routing;
  const fresh = freshOf(parsed.routing);
  return priorities.flatMap((entry, place): CompileError[] => {
    if (!rules.some(({ priority }) => isHigher(entry.priority, priority))) {
      return [
        errorAt(parsed, ['priorities', place, 'priority'], {
          found: `${entry.priority}, while no rule leaves a ticket lower`,
          expected: 'a priority that raises some ticket',
          hint: 'raise it, or take it out',
        }),
      ];
    }
    const stronger = priorities.filter(
      (other, index) =>
        isHigher(other.priority, entry.priority) || (other.priority === entry.priority && index < place),
    );
    const by = takersOf(entry, stronger, { fresh, budget });
    if (by.length === 0) return [];
    return [
      errorAt(parsed, ['priorities', place], {
        found: `priority ${entry.id}, whose tickets are all raised at least as high by ${named(parsed, 'priorities', by)}`,
        expected: 'a ticket that it raises',
        hint: 'raise it higher, ask for something else, or take it out',
      }),
    ];
  });
}

interface Within {
  fresh: Fresh;
  budget: Budget;
}

/** Entries that together take every ticket of one; none when it has a ticket of its own. */
function takersOf<Entry extends Conditional>(
  { when }: Conditional,
  stronger: readonly Entry[],
  { fresh, budget }: Within,
): Entry[] {
  const found = reach(partsOf(when, fresh, budget), stronger, budget);
  return found.is === 'taken' ? stronger.filter((one) => found.by.includes(one)) : [];
}

/** Every ticket has a rule: also one with a topic and in a language that nobody has thought of. */
export function checkEveryTicket(parsed: ParsedRouting, budget: Budget): CompileError[] {
  const { rules } = parsed.routing;
  const free = reach(partsOf({}, freshOf(parsed.routing), budget), rules, budget);
  if (free.is !== 'free') return [];
  const [{ verified = false } = {}] = free.values;
  const who = verified ? 'a requester who is verified' : 'a requester who is not verified';
  return [
    errorAt(parsed, ['rules', rules.length - 1], {
      found: `no rule for a plain ticket of ${who}`,
      expected: 'a last rule that matches every ticket',
      hint: 'add one without "when" at the end: it takes what the others leave',
    }),
  ];
}
