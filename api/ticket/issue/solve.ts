import type { Person, StoredIssue } from '../../store/store.ts';
import { canonical } from '../canonical.ts';
import type { TicketDeps } from '../deps.ts';
import { refused } from '../outcome.ts';
import { answerIssues } from './answer.ts';

/** As many as somebody waits for; the worker goes on with the others. */
const atOnce = 100;

type Solved = { kind: 'solved'; issue: StoredIssue } | ReturnType<typeof refused>;

/**
 * Keeps the one answer, then gives it to everybody who has joined. Only the first answer counts: whoever repeats it is told so,
 * another one is refused.
 */
export async function solveIssue(
  deps: TicketDeps,
  { id, answers, agent }: { id: string; answers: Record<string, string>; agent: Person },
): Promise<Solved> {
  const solver = { id: agent.id, name: agent.name };
  const isFirst = await deps.store.solveIssue({ id, answers, solver, at: deps.now() });
  const known = isFirst ? undefined : await deps.store.issueById(id);
  if (!isFirst && !known) return refused('not-found');
  if (known && canonical(known.answers) !== canonical(answers)) return refused('issue-solved');
  await answerIssues(deps, atOnce);
  const issue = await deps.store.issueById(id);
  return issue ? { kind: 'solved', issue } : refused('not-found');
}
