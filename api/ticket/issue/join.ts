import type { Person, StoredThread } from '../../store/store.ts';
import { type Changed, change, type Refusal, type Step } from '../change.ts';
import type { TicketDeps } from '../deps.ts';
import { joinedSteps } from '../reply.ts';
import { statusStep } from '../status.ts';
import { actorOf, ticketFor } from '../viewer.ts';
import { answerId } from './answer-id.ts';
import { waitsElsewhere, waitsFor } from './waits.ts';

/** A ticket joins an issue and waits for its answer, or leaves it and is somebody's work again. */
export const joinIssue = (
  deps: TicketDeps,
  { issue, ticket, joined }: { issue: string; ticket: string; joined: boolean },
  agent: Person,
): Promise<Changed> =>
  change(deps, {
    find: () => ticketFor(deps, agent, ticket),
    actor: actorOf(agent),
    step: (thread) => (joined ? joinStep(thread, issue) : leaveStep(thread, issue)),
  });

function joinStep(thread: StoredThread, issue: string): Step | Refusal {
  const { ticket } = thread;
  if (ticket.status === 'closed') return { refused: 'conflict' };
  if (ticket.mergedInto !== undefined) return { refused: 'merged' };
  if (ticket.issue === issue) return { events: [] };
  // It would wait for an answer that it has.
  if (thread.messages.some(({ id }) => id === answerId(issue, ticket.id))) return { refused: 'issue-solved' };
  return waitsElsewhere(thread, issue) ? { refused: 'issue-elsewhere' } : joining(thread, issue);
}

/** What joining does to a ticket, also to one that comes in with it. */
export function joining({ ticket }: Pick<StoredThread, 'ticket'>, issue: string): Step {
  const step: Step = {
    set: { issue },
    events: [
      ...(ticket.issue === undefined ? [] : [{ kind: 'issue-left' as const, issue: ticket.issue }]),
      { kind: 'issue-joined', issue },
    ],
  };
  return ticket.status === 'solved' ? step : joinedSteps(step, statusStep({ ticket }, { to: 'on-hold' }));
}

function leaveStep(thread: StoredThread, issue: string): Step | Refusal {
  const { ticket } = thread;
  if (ticket.status === 'closed') return { refused: 'conflict' };
  if (ticket.issue !== issue) return { events: [] };
  const step: Step = { set: { issue: undefined }, events: [{ kind: 'issue-left', issue }] };
  return ticket.status === 'on-hold' && waitsFor(thread) === issue
    ? joinedSteps(step, statusStep(thread, { to: 'open' }))
    : step;
}
