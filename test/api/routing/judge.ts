import { decide } from '../../../api/routing/decide.ts';
import { fixture } from './fixture.ts';
import { frozen } from './frozen.ts';
import { plain, type TruthCase } from './truth-table.ts';

type Verdict = Pick<TruthCase, 'tier' | 'group' | 'priority' | 'rule' | 'notify'>;

/** What the router says to a case, in the words of the table. */
export function verdictOf({ subject, closed = [] }: TruthCase): Verdict {
  const isOpen = ({ id }: { id: string }) => !closed.includes(id);
  const { tier, group, priority, rule, notify } = decide(frozen({ ...plain, ...subject }), fixture, isOpen);
  return { tier, group: group.id, priority, rule: rule.id, notify };
}

export const expectedOf = ({ tier, group, priority, rule, notify }: TruthCase): Verdict => ({
  tier,
  group,
  priority,
  rule,
  notify,
});

export const passes = (row: TruthCase): boolean => JSON.stringify(verdictOf(row)) === JSON.stringify(expectedOf(row));
