import type { RelatedTicket } from '../../contract/handover.ts';
import { randomId } from '../../secrets.ts';
import type { Person } from '../../store/store.ts';
import { type Changed, change } from '../change.ts';
import type { TicketDeps } from '../deps.ts';
import { actorOf, ticketFor } from '../viewer.ts';
import { relatedTo } from './related.ts';
import { type HandOver, handOverStep } from './step.ts';
import { type Taker, takersKnownTo } from './takers.ts';

/** Hands a ticket to another tier or group, with a note. */
export function handOver(deps: TicketDeps, person: Person, ticketId: string, wanted: HandOver): Promise<Changed> {
  const id = randomId(deps.random);
  const author = actorOf(person);
  let related: RelatedTicket[] = [];
  let takers: Taker[] = [];
  return change(deps, {
    async find() {
      const thread = await ticketFor(deps, person, ticketId);
      takers = wanted.assignee === undefined ? [] : await takersKnownTo(deps, person);
      related = thread ? await relatedTo(deps, person, thread) : [];
      return thread;
    },
    actor: author,
    step: (thread) =>
      handOverStep(thread, wanted, { author, routing: deps.routing, at: deps.now(), id, related, takers }),
  });
}
