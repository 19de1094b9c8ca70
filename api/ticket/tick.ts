import { change } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { answerIssues } from './issue/answer.ts';

/** As many as fit into a call of a serverless platform. */
const most = 200;

/**
 * Looks at the tickets whose clocks have something to say: warnings, escalations, broken promises. Two that run at the same
 * time say nothing twice. Then it goes on with the answers of known issues that are not given yet. Answers how many were looked at; as many as `most` means that there may be more.
 */
export async function tick(deps: TicketDeps): Promise<{ looked: number; more: boolean }> {
  const ids = await deps.store.ticketsToLookAt(deps.now(), most);
  for (const id of ids) {
    await change(deps, {
      find: () => deps.store.ticketById(id),
      actor: { kind: 'system' },
      step: () => ({ events: [] }),
    });
  }
  const answered = await answerIssues(deps, most);
  return { looked: ids.length, more: ids.length === most || answered === most };
}
