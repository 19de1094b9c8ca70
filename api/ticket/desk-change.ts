import type { Routing } from '../../content/schema/routing.ts';
import type { DeskChange } from '../contract/desk-change.ts';
import type { Priority } from '../contract/ticket.ts';
import type { Person, StoredThread } from '../store/store.ts';
import { type Changed, change, type Refusal, type Step } from './change.ts';
import type { TicketDeps } from './deps.ts';
import { merge, unmerge } from './merge.ts';
import { placeOf, policyOf } from './settle.ts';
import { withheldTags } from './sight.ts';
import { actorOf, scopeOf, ticketFor } from './viewer.ts';

/** What an agent does to a ticket besides writing. */
export async function deskChange(deps: TicketDeps, id: string, wanted: DeskChange, agent: Person): Promise<Changed> {
  if (wanted.kind === 'merge') return merge(deps, { id, into: wanted.into, agent });
  if (wanted.kind === 'unmerge') return unmerge(deps, id, agent);
  if (wanted.kind === 'assign' && !(await mayHave(deps, id, wanted.person, agent))) return { kind: 'unknown' };
  return change(deps, {
    find: () => ticketFor(deps, agent, id),
    actor: actorOf(agent),
    step: (thread) =>
      thread.ticket.status === 'closed'
        ? { refused: 'conflict' }
        : stepOf(thread, wanted, { routing: deps.routing, scope: scopeOf(agent, deps.routing) }),
  });
}

/** Nobody is given what they may not see. */
async function mayHave(deps: TicketDeps, id: string, personId: string | undefined, agent: Person): Promise<boolean> {
  if (personId === undefined) return true;
  const person = (await deps.store.team()).find((one) => one.id === personId);
  const thread = await ticketFor(deps, agent, id);
  return (
    person !== undefined &&
    thread !== undefined &&
    (scopeOf(person, deps.routing)?.includes(thread.ticket.group) ?? true)
  );
}

const nothing: Step = { events: [] };

function stepOf(
  thread: StoredThread,
  wanted: Exclude<DeskChange, { kind: 'merge' | 'unmerge' }>,
  { routing, scope }: { routing: Routing; scope: string[] | undefined },
): Step | Refusal {
  const { ticket } = thread;
  switch (wanted.kind) {
    case 'assign': {
      const { assignee: from } = ticket;
      const { person: to } = wanted;
      if (from === to) return nothing;
      return { set: { assignee: to }, events: [{ kind: 'assigned', ...(from && { from }), ...(to && { to }) }] };
    }
    case 'tag': {
      const to = [...new Set([...wanted.tags, ...withheldTags(ticket, scope, routing)])].sort();
      const from = ticket.tags;
      return to.join() === from.join() ? nothing : { set: { tags: to }, events: [{ kind: 'tagged', from, to }] };
    }
    case 'prioritise':
      return ticket.priority === wanted.priority ? nothing : prioritised(thread, wanted.priority, routing);
    case 'hold':
      return ticket.held ? nothing : { set: { held: true }, events: [{ kind: 'held' }] };
    case 'release':
      return ticket.held ? { set: { held: false }, events: [{ kind: 'released' }] } : nothing;
    case 'lead-took':
      return ticket.leadAsked ? { set: { leadAsked: false }, events: [{ kind: 'lead-took' }] } : nothing;
    case 'answered-by': {
      const { document } = wanted;
      const isKnown = thread.events.some(({ event }) => event.kind === 'answered-by' && event.document === document);
      return isKnown ? nothing : { events: [{ kind: 'answered-by', document }] };
    }
  }
}

/** The promise of the new priority counts from the same start. */
function prioritised(thread: StoredThread, priority: Priority, routing: Routing): Step {
  const from = placeOf(thread, routing);
  const to = { ...from, priority, target: policyOf(thread, routing).targets[priority] };
  return { set: { priority }, events: [{ kind: 'placed', from, to, why: 'priority' }] };
}
