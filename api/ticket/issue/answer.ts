import type { StoredIssue, StoredMessage, StoredThread } from '../../store/store.ts';
import { change, type Refusal, type Step } from '../change.ts';
import type { TicketDeps } from '../deps.ts';
import { joinedSteps } from '../reply.ts';
import { type Round, round } from '../round.ts';
import { statusStep } from '../status.ts';
import { answerId } from './answer-id.ts';
import { inLanguage } from './shown.ts';

/**
 * Gives the answer of solved issues to those who have joined and have not got it, the longest waiting first. What is interrupted goes on here, and two that run at the same time send nothing twice.
 */
export async function answerIssues(deps: TicketDeps, most: number): Promise<Round> {
  const left = await deps.store.issueAnswersLeft({ now: deps.now(), limit: most });
  const known = new Map<string, StoredIssue | undefined>();
  const work = async ({ issue: id, ticket }: (typeof left)[number]) => {
    if (!known.has(id)) known.set(id, await deps.store.issueById(id));
    const issue = known.get(id);
    if (issue) await answerTicket(deps, issue, ticket);
  };
  return round(deps, left, { most, work });
}

async function answerTicket(deps: TicketDeps, issue: StoredIssue, ticketId: string): Promise<void> {
  await change(deps, {
    find: () => deps.store.ticketById(ticketId),
    actor: issue.solver ? { kind: 'person', ...issue.solver } : { kind: 'system' },
    step: (thread) => answerStep(thread, issue, deps),
  });
}

function answerStep(thread: StoredThread, issue: StoredIssue, deps: TicketDeps): Step | Refusal {
  const { ticket, messages } = thread;
  const id = answerId(issue.id, ticket.id);
  const text = inLanguage(issue.answers, ticket.locale, deps);
  if (ticket.status === 'closed') return { refused: 'conflict' };
  // It has left meanwhile, or somebody else was quicker.
  if (ticket.issue !== issue.id || text === undefined || messages.some((message) => message.id === id)) {
    return { events: [] };
  }
  const message: StoredMessage = { id, from: 'agent', name: issue.solver?.name, text, at: deps.now() };
  const said: Step = {
    set: { firstRepliedAt: ticket.firstRepliedAt ?? message.at },
    // What comes after is a request like any other: the ticket stays counted with the issue, its clocks wait for it no longer.
    events: [
      { kind: 'message', message: id },
      { kind: 'issue-left', issue: issue.id },
    ],
    message,
  };
  return joinedSteps(said, statusStep(thread, { to: 'solved', cause: 'defect' }));
}
