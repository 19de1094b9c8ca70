import { change } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { answerIssues } from './issue/answer.ts';
import { round } from './round.ts';

/** Of what happened in walkthroughs; a report of theirs spans no more. */
const countedDays = 400;

/** As many as fit into a call of a serverless platform. */
const most = 200;

export interface Ticked {
  looked: number;
  /** Tickets that could not be looked at, or answered; they keep nobody else waiting, and are tried again later. */
  failed: number;
  /** There may be more that are due. */
  more: boolean;
}

/**
 * Looks at the tickets whose clocks have something to say: warnings, escalations, broken promises. Two that run at the same
 * time say nothing twice. Then it goes on with the answers of known issues that are not given yet, and forgets old counts.
 */
export async function tick(deps: TicketDeps): Promise<Ticked> {
  const ids = await deps.store.ticketsToLookAt(deps.now(), most);
  const looks = await round(
    deps,
    ids.map((ticket) => ({ ticket })),
    {
      most,
      work: ({ ticket }) => {
        const find = () => deps.store.ticketById(ticket);
        return change(deps, { find, actor: { kind: 'system' }, step: () => ({ events: [] }) });
      },
    },
  );
  const answers = await answerIssues(deps, most);
  await deps.store.forgetWalkthroughCounts(new Date(deps.now() - countedDays * 86_400_000).toISOString().slice(0, 10));
  return { looked: looks.done, failed: looks.failed + answers.failed, more: looks.more || answers.more };
}
